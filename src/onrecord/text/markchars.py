"""What one quotation mark may be - opening, closing, an apostrophe - judged by the characters beside it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

DOUBLE = '"“”„‟«»「」『』'
SINGLE = "'‘’‚‛‹›`"
# ``so'' or ''so'' is how some wires type a double mark; after a word, ''' is an inner and an outer one.
# A row of one mark is a line drawn with it.
_ANY = f"[{re.escape(DOUBLE + SINGLE)}]"
_MARK = re.compile(rf"(?P<row>({_ANY})\2{{7,}})|(?<=\S)'(?=''(?!'))|``|''|{_ANY}")
_OPENERS = {"``": "double", "„": "double", "「": "double", "『": "double", "‚": "single", "`": "single"}
_CLOSERS = {"」": "double", "』": "double"}
_ELISION = re.compile(r"['’](?:\d0s|em\b|til\b|cause\b|tis\b|twas\b|n['’]|round\b|bout\b)", re.IGNORECASE)
INCHES = ('"', "''")
_BEFORE_OPENING = "([{<–—-/…:;,="


class Mark(
    NamedTuple
):  # made a hundred thousand times for some texts: a dataclass would take three times as long
    """One mark where it stands: its characters, family (double or single), and what it may do there."""

    start: int
    end: int
    char: str
    family: str
    opens: bool
    closes: bool


def marks_in(text: str, start: int, end: int) -> Iterator[Mark]:
    odd = {char: text.count(char, start, end) % 2 == 1 for char in INCHES}
    for match in _MARK.finditer(text, start, end):
        mark = None if match["row"] else _judge(text, match.start(), match.end(), start, end, odd)
        if mark is not None:
            yield mark


def _judge(text: str, at: int, after: int, low: int, high: int, odd: Mapping[str, bool]) -> Mark | None:
    """What a mark may be where it stands; None for apostrophes, primes and the like."""
    char = text[at:after]
    before = text[at - 1] if at > low else " "
    behind = text[after] if after < high else " "
    if char in "'’" and not before.isalnum() and _ELISION.match(text, at):
        return None
    allowed = _allowed(char, before, behind, odd.get(char, False))
    return None if allowed is None else Mark(at, after, char, *allowed)


@lru_cache(maxsize=1 << 14)
def _allowed(char: str, before: str, behind: str, odd: bool) -> tuple[str, bool, bool] | None:
    """What the characters beside a mark allow it to be: its family, whether it opens, whether it closes.

    `odd` tells of marks that may mean inches whether the paragraph holds an odd number of them.
    """
    kind = family(char)
    if char in "'’‘‛`" and before.isalnum() and behind.isalnum():
        return None
    if before.isdigit() and odd:
        return None
    beside = before.isspace() or before in _BEFORE_OPENING or _quote(before)
    opens = char not in _CLOSERS and not behind.isspace() and beside
    closes = char not in _OPENERS and not before.isspace() and not behind.isalnum()
    if before.isspace() and behind.isspace():
        opens, closes = char not in ("”", "’", "»"), char not in ("“", "‘", "``")
    if char in "“‘" and not closes or char in _OPENERS:
        opens = True
    if char in "«»":
        opens, closes = True, True
    if char in "”’" and not opens or char in _CLOSERS:
        closes = True
    if char in "“‘" and opens and not (before.isalnum() or before in ".,!?…"):
        closes = False
    if char in "”’" and closes and not before.isspace() and before not in _BEFORE_OPENING:
        opens = False
    return kind, opens, closes


def _quote(char: str) -> bool:
    return char in DOUBLE or char in SINGLE


def family(char: str) -> str:
    return _FAMILY.get(char, "double")


def same_family(a: str, b: str) -> bool:
    return family(a) == family(b)


_FAMILY = dict.fromkeys(SINGLE, "single") | _OPENERS | _CLOSERS
