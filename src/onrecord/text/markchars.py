"""What one quotation mark may be - opening, closing, an apostrophe - judged by the characters beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE = '"“”„‟«»「」『』'
SINGLE = "'‘’‚‛‹›`"
# ``so'' or ''so'' is how some wires type a double mark; after a word, ''' is an inner and an outer one.
_MARK = re.compile(r"(?<=\S)'(?=''(?!'))|``|''|[" + re.escape(DOUBLE + SINGLE) + "]")
_OPENERS = {"``": "double", "„": "double", "「": "double", "『": "double", "‚": "single", "`": "single"}
_CLOSERS = {"」": "double", "』": "double"}
_ELISION = re.compile(r"['’](?:\d0s|em\b|til\b|cause\b|tis\b|twas\b|n['’]|round\b|bout\b)", re.IGNORECASE)
_BEFORE_OPENING = "([{<–—-/…:;,="


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark where it stands: its characters, family (double or single), and what it may do there."""

    start: int
    end: int
    char: str
    family: str
    opens: bool
    closes: bool


def marks_in(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _MARK.finditer(text, start, end):
        mark = _judge(text, match.start(), match.end(), start, end)
        if mark is not None:
            yield mark


def _judge(text: str, at: int, after: int, low: int, high: int) -> Mark | None:
    """What the characters beside a mark allow it to be; None for apostrophes, primes and the like."""
    char = text[at:after]
    before = text[at - 1] if at > low else " "
    behind = text[after] if after < high else " "
    kind = family(char)
    if kind == "single" and _apostrophe(text, at, char, before, behind):
        return None
    if char in ('"', "''") and before.isdigit() and _odd(text, char, low, high):
        return None  # inches
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
    return Mark(at, after, char, kind, opens, closes)


def _apostrophe(text: str, at: int, char: str, before: str, behind: str) -> bool:
    if char not in "'’‘‛`":
        return False
    if before.isalnum() and behind.isalnum():
        return True
    return char in "'’" and not before.isalnum() and bool(_ELISION.match(text, at))


def _odd(text: str, char: str, low: int, high: int) -> bool:
    return text.count(char, low, high) % 2 == 1


def _quote(char: str) -> bool:
    return char in DOUBLE or char in SINGLE


def family(char: str) -> str:
    return _OPENERS.get(char) or _CLOSERS.get(char) or ("single" if char in SINGLE else "double")


def same_family(a: str, b: str) -> bool:
    return family(a) == family(b)
