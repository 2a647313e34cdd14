"""The most lines an article may have: each is judged by itself, and a list of a million takes minutes."""

import re

from onrecord import settings
from onrecord.errors import ReadError

MOST = 50_000  # a book of the largest size, wrapped for print, has 30,000 …
AVERAGE = 40  # … and whoever allows longer articles allows lines of this length
_LINE = re.compile(r"\S[^\r\n]*")


def check_lines(number: int, largest: int) -> None:
    """Refuse a text of more lines, or a page of more blocks, than fit the size the user allows."""
    most = max(MOST, largest // AVERAGE)
    if number > most:
        raise ReadError(
            f"it has {number:,} lines or blocks, more than the {most:,} of the largest article read; "
            f"split it, or allow more with {settings.LARGEST.option} {number * AVERAGE}",
            cause="too large",
        )


def lines(text: str) -> int:
    """How many lines of a text are not blank."""
    return sum(1 for _ in _LINE.finditer(text))
