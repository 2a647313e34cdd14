"""What a test needs beyond Python: it is skipped where that is missing, and fails under ONRECORD_STRICT=1."""

import os
import shutil
from typing import NoReturn

import pytest


def program(name: str) -> str:
    """The path of a program on this machine; without it the test is skipped, or fails in strict runs."""
    found = shutil.which(name)
    if not found:
        missing(f"the program {name} is not installed")
    return found


def missing(what: str) -> NoReturn:
    """Skip the test and say why; fail where nothing may be skipped."""
    if os.environ.get("ONRECORD_STRICT") == "1":
        pytest.fail(f"{what}, and ONRECORD_STRICT=1 allows no skip")
    pytest.skip(what)
