"""What holds for every test: no network. (What may be skipped, and when not: `tests/needs.py`.)"""

import os
from pathlib import Path

import hypothesis
import pytest

from tests.nonet import sitecustomize

# One run is like the other, and a busy machine is no failure; a soak looks at new examples, and many.
hypothesis.settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile(
    "soak", parent=hypothesis.settings.get_profile("default"), derandomize=False, max_examples=3000
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

NO_NETWORK = Path(__file__).parent / "nonet"


def pytest_configure() -> None:
    """Block the network here and in every Python program that a test starts."""
    sitecustomize.block()
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = f"{NO_NETWORK}{os.pathsep}{before}" if before else str(NO_NETWORK)
    if os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    ):  # hundreds of programs need not compile everything anew
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parent.parent / ".pytest_cache" / "bytecode")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).parent.parent
