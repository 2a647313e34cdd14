"""The package from Python: the same records as the command line, and nothing public is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

EXAMPLE = Path(__file__).parent.parent / "examples" / "silo-4-cps-wire.txt"


def test_python_and_the_command_line_agree() -> None:
    """A record made in Python is, byte for byte, the line that `onrecord extract` prints."""
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "extract",
        "--quiet",
        "--published",
        "2031-05-09",
        str(EXAMPLE),
    ]
    printed = subprocess.run(command, capture_output=True, check=True).stdout
    article = onrecord.read(EXAMPLE, published="2031-05-09")
    assert [onrecord.to_json(record) + "\n" for record in onrecord.extract([article])] == [printed.decode()]


def test_a_line_is_read_back() -> None:
    """What `to_json` writes, `from_json` reads as the same record."""
    (record,) = onrecord.extract([EXAMPLE])
    assert onrecord.to_json(onrecord.from_json(onrecord.to_json(record))) == onrecord.to_json(record)


def test_a_file_that_is_not_there_is_named() -> None:
    """The error says which file, and is one of ours."""
    with pytest.raises(onrecord.OnRecordError, match=r"nowhere\.txt"):
        onrecord.read("nowhere.txt")


def test_every_public_name_is_there() -> None:
    """Whatever `__all__` promises can be had, and a name it does not hold is an AttributeError."""
    assert [name for name in onrecord.__all__ if not hasattr(onrecord, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing
