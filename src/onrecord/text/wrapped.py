"""Lines that are no paragraphs: sentences broken in the middle, whole texts wrapped at a column."""

import re
from collections.abc import Sequence

WIDTH = (45, 100)  # columns at which people and mail programs wrap
MOST = 0.6  # of the inner lines of a wrapped text end without a full stop
ENOUGH = 6  # inner lines; fewer show nothing
_ENDED = re.compile(r"[.!?:;…”\"’'»)\]]\s*$")

MARKS = "\"”’'»"

Range = tuple[int, int]


def broken_before(text: str, lines: Sequence[Range]) -> set[int]:
    """The numbers of the lines that carry on the line before."""
    near = [i for i in range(1, len(lines)) if _one_break(text, lines[i - 1][1], lines[i][0])]
    wrapped = _is_wrapped(text, lines, near)
    return {i for i in near if wrapped or _in_mid_sentence(text, lines[i - 1], lines[i])}


def _in_mid_sentence(text: str, before: Range, line: Range) -> bool:
    """No full stop, or one inside marks, and on it goes with a small letter: `"It rained."` / `said Ali.`"""
    ended = _ENDED.search(text, *before) and text[before[1] - 1] not in MARKS
    return text[line[0]].islower() and not ended


def _is_wrapped(text: str, lines: Sequence[Range], near: Sequence[int]) -> bool:
    inner = [lines[i - 1] for i in near]
    if len(inner) < ENOUGH:
        return False
    fitting = sum(WIDTH[0] <= e - s <= WIDTH[1] for s, e in inner)
    running_on = sum(not _ENDED.search(text, s, e) for s, e in inner)
    return fitting >= MOST * len(inner) and running_on >= MOST * len(inner)


def _one_break(text: str, end: int, start: int) -> bool:
    return text[end:start].replace("\r\n", "\n").count("\n") == 1
