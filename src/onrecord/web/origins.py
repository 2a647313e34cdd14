"""Who has it from whom, as a drawing: the speaker on the left, who passed it on, the reports, arrows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.comparison import Derivation
from onrecord.exports.readable import called
from onrecord.record import ChainLink

WIDTH, HEIGHT = 190, 40  # of a box
ACROSS, DOWN = 60, 14  # between boxes
LONGEST = 24  # characters of a label; the whole name stands in the title
SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as the drawing knows it."""

    id: str
    letter: str
    outlet: str
    chain: Sequence[ChainLink]


@dataclass(frozen=True, slots=True)
class Box:
    """Somebody, or a report."""

    key: str
    x: int
    y: int
    label: str
    title: str
    kind: str  # speaker, between, report


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another; `kind` says how it is known."""

    path: str
    kind: str  # said, passed, verbatim, rewritten, other-translation
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and arrows with the size of it all."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def drawn(speaker: str, reports: Sequence[Reported], derivations: Sequence[Derivation]) -> Drawing:
    """The drawing; what is undetermined or independent has no arrow between the reports."""
    names = {SPEAKER: (speaker, SPEAKER)}
    edges = list(_edges(reports, derivations, names))
    columns = _columns(names, edges)
    boxes = {box.key: box for box in _boxes(names, columns)}
    arrows = tuple(_arrow(boxes[a], boxes[b], kind) for a, b, kind in edges)
    width = max(box.x for box in boxes.values()) + WIDTH + 2
    return Drawing(width, max(box.y for box in boxes.values()) + HEIGHT + 2, tuple(boxes.values()), arrows)


def _edges(
    reports: Sequence[Reported], derivations: Sequence[Derivation], names: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """From, to and kind; everybody met on the way gets a name."""
    ids = {report.id for report in reports}
    made = [one for one in derivations if one.from_ in ids and one.to in ids]
    copies = {one.to for one in made if one.directed}
    for report in reports:
        before = SPEAKER
        for link in report.chain:
            key = f"by {called(link.party).casefold()}"
            names.setdefault(key, (called(link.party) or "somebody", "between"))
            if key != before:
                yield before, key, "passed"
            before = key
        names[report.id] = (f"{report.letter}  {report.outlet}", "report")
        if report.chain or report.id not in copies:
            yield before, report.id, "passed" if report.chain else "said"
    for one in made:
        if one.directed or one.kind == "other-translation":
            yield one.from_, one.to, one.kind


def _columns(names: Mapping[str, object], edges: Sequence[tuple[str, str, str]]) -> dict[str, int]:
    """The longest way from the speaker to each, as far as arrows have a direction; circles end somewhere."""
    column = dict.fromkeys(names, 0)
    for _ in names:
        for a, b, kind in edges:
            if kind != "other-translation" and column[a] < len(names):
                column[b] = max(column[b], column[a] + 1)
    return {key: min(value, len(names)) for key, value in column.items()}


def _boxes(names: Mapping[str, tuple[str, str]], columns: Mapping[str, int]) -> Iterator[Box]:
    steps = {value: step for step, value in enumerate(sorted(set(columns.values())))}
    filled: dict[int, int] = {}
    for key, (title, kind) in names.items():
        step = steps[columns[key]]
        row = filled.get(step, 0)
        filled[step] = row + 1
        label = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
        yield Box(key, 1 + step * (WIDTH + ACROSS), 1 + row * (HEIGHT + DOWN), label, title, kind)


def _arrow(one: Box, other: Box, kind: str) -> Arrow:
    title = f"{one.title} to {other.title}: {kind}"
    if other.x < one.x:  # without a direction: drawn from left to right
        one, other = other, one
    if one.x == other.x:  # of one column: around the right side
        x, y1, y2 = one.x + WIDTH, one.y + HEIGHT // 2, other.y + HEIGHT // 2
        return Arrow(f"M{x} {y1} C{x + 40} {y1} {x + 40} {y2} {x + 3} {y2}", kind, title)
    x1, x2 = one.x + WIDTH, other.x - 3
    y1, y2 = one.y + HEIGHT // 2, other.y + HEIGHT // 2
    middle = (x1 + x2) // 2
    return Arrow(f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}", kind, title)
