"""The text of a report from its blocks: one blank line between them, each with its zone."""

from collections.abc import Iterable, Iterator

from onrecord.readers.html.captions import credit_from
from onrecord.record import Zone, ZoneKind

BETWEEN = "\n\n"


def assemble(parts: Iterable[tuple[str, ZoneKind]]) -> tuple[str, tuple[Zone, ...]]:
    """The text and its zones; zones slice to their blocks and cover every character that is not blank."""
    pieces: list[str] = []
    zones: list[Zone] = []
    at = 0
    for text, kind in parts:
        zones.extend(_zones(text, kind, at))
        pieces.append(text)
        at += len(text) + len(BETWEEN)
    return BETWEEN.join(pieces), tuple(zones)


def _zones(text: str, kind: ZoneKind, at: int) -> Iterator[Zone]:
    """One zone for a block, two for a caption that ends in a credit."""
    cut = credit_from(text) if kind == "caption" else None
    if cut is None:
        yield Zone(at, at + len(text), kind)
    elif cut == 0:
        yield Zone(at, at + len(text), "credit")
    else:
        yield Zone(at, at + len(text[:cut].rstrip()), kind)
        yield Zone(at + cut, at + len(text), "credit")
