"""What stands around a date and belongs to it: "early", "the end of"; "night", "at 5 p.m."."""

import re

from onrecord.dates.expression import Edge
from onrecord.dates.kinds import spelled
from onrecord.dates.words import Words

_REACH = 6  # words looked at on either side
EDGES: dict[str, Edge] = {
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "START": "start",
    "END": "end",
    "EARLIER": "earlier",
    "LATER": "later",
}
EDGE = (
    "THE? (EARLY|LATE|MID|EARLIER|LATER) (HYPHEN|OF|ON|IN|OVER)? THE?$|THE? MID (OF|HYPHEN) THE?$"
    "|THE? (START|END) (OF|HYPHEN) THE?$"
)
PART_BEFORE = "OVERNIGHT ON?$|THE? PARTOF (OF|ON)$|(DAY|NUM) CLOCK X? ON?$|CLOCK CLOCK? X? ON?$"
PART_BEHIND = "OVERNIGHT|COMMA? PARTOF|(COMMA? AT)? (DAY CLOCK|CLOCK CLOCK?)|AT PARTOF"


def edge_before(laid: Words, first: int, floor: int) -> tuple[int, Edge | None]:
    """Where the expression begins with its edge, and which one it is."""
    match = spelled(EDGE).search(laid.code, max(floor, first - _REACH), first)
    if match is None:
        return first, None
    edge = next(EDGES[laid.kind(i)] for i in range(match.start(), first) if laid.kind(i) in EDGES)
    return match.start(), edge


def part_before(laid: Words, first: int, floor: int) -> tuple[int, str | None]:
    """Where it begins with the part of the day before it, and the words of that part."""
    match = spelled(PART_BEFORE).search(laid.code, max(floor, first - _REACH), first)
    return (match.start(), _named(laid, match)) if match else (first, None)


def part_behind(laid: Words, last: int) -> tuple[int, str | None]:
    """Where it ends with the part of the day behind it, and the words of that part."""
    match = spelled(PART_BEHIND).match(laid.code, last)
    return (match.end(), _named(laid, match)) if match else (last, None)


def _named(laid: Words, match: re.Match[str]) -> str:
    """The part of the day or the time, as printed."""
    inside = [
        i for i in range(*match.span()) if laid.kind(i) in ("PARTOF", "CLOCK", "DAY", "NUM", "OVERNIGHT")
    ]
    return laid.text[laid.places[inside[0]][0] : laid.places[inside[-1]][1]].lower()
