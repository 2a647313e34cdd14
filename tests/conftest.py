"""What holds for every test: no network. (What may be skipped, and when not: `tests/needs.py`.)"""

import os
from pathlib import Path

import pytest

from tests.nonet import sitecustomize

NO_NETWORK = Path(__file__).parent / "nonet"


def pytest_configure() -> None:
    """Block the network here and in every Python program that a test starts."""
    sitecustomize.block()
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = f"{NO_NETWORK}{os.pathsep}{before}" if before else str(NO_NETWORK)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).parent.parent
