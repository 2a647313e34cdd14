"""An article's text in pieces: each stretch of characters with the fields it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from onrecord.record import Article, Zone

MOST_DEEP = 3  # levels of statements inside statements that are told apart; deeper ones look like the third

SHOWN = ("speaker", "cue", "content", "at")  # what is seen without being lit, or what the address names


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that belong to a field of something: `owner` a3, `field` speaker."""

    start: int
    end: int
    owner: str
    field: str

    @property
    def key(self) -> str:
        """What lights it: a3.speaker."""
        return f"{self.owner}.{self.field}"


Line = tuple[int, int]  # from, to
Thing = TypeVar("Thing", Stretch, Zone)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that belong to the same fields."""

    text: str
    classes: str
    keys: str  # a3.content a4.speaker
    begins: tuple[str, ...]  # what has its first character here: a3


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text, which is a paragraph; `zone` is what most of it is."""

    zone: str
    pieces: tuple[Piece, ...]


def blocks(article: Article, stretches: Sequence[Stretch], lit: str | None) -> tuple[Block, ...]:
    """The whole text; what `lit` names (a3, or a3.speaker) has the class `lit`."""
    first: dict[str, int] = {}
    for one in sorted(stretches, key=lambda s: s.start):
        if one.field in SHOWN:
            first.setdefault(one.owner, one.start)
    lines = _lines(article.text)
    within = zip(lines, _shared(lines, article.zones), _shared(lines, stretches), strict=True)
    return tuple(_block(article.text, line, zones, some, first, lit) for line, zones, some in within)


def _lines(text: str) -> list[Line]:
    at, found = 0, []
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return found


def _shared(lines: Sequence[Line], things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """For each line, or part of one, what touches it; all in one go, for there may be thousands of both."""
    waiting = sorted(things, key=lambda one: one.start, reverse=True)
    active: list[Thing] = []
    for start, end in lines:
        while waiting and waiting[-1].start < end:
            active.append(waiting.pop())
        active = [one for one in active if one.end > start]
        yield list(active)


def _block(
    text: str,
    line: Line,
    zones: Sequence[Zone],
    stretches: Sequence[Stretch],
    first: dict[str, int],
    lit: str | None,
) -> Block:
    start, end = line
    ends = [*((one.start, one.end) for one in stretches), *((one.start, one.end) for one in zones)]
    edges = sorted({start, end} | {at for one in ends for at in one if start < at < end})
    main = max(zones, key=lambda zone: min(zone.end, end) - max(zone.start, start), default=None)
    parts = list(pairwise(edges))
    pieces = []
    for part, zone, here in zip(parts, _shared(parts, zones), _shared(parts, stretches), strict=True):
        begins = tuple(dict.fromkeys(one.owner for one in here if first.get(one.owner) == part[0]))
        classes = _classes(here, zone[0] if zone and zone[0] is not main else None, lit)
        keys = " ".join(dict.fromkeys(one.key for one in here))
        pieces.append(Piece(text[part[0] : part[1]], classes, keys, begins))
    return Block(main.kind if main else "body", tuple(pieces))


def _classes(here: Sequence[Stretch], zone: Zone | None, lit: str | None) -> str:
    deep = sum(one.field == "content" for one in here)
    fields = dict.fromkeys(one.field for one in here if one.field in SHOWN[:2])
    is_lit = lit is not None and any(lit in (one.owner, one.key) for one in here)
    return " ".join(
        [
            *fields,
            *([f"content content-{min(deep, MOST_DEEP)}"] if deep else []),
            *([f"zone-{zone.kind}"] if zone else []),
            *(["lit"] if is_lit else []),
        ]
    )
