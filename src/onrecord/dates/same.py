"""One happening with two days: "died on Sunday, 4 May", "since his death on 5 May"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.dates.expression import Expression
from onrecord.dates.happening import Happening, happening

CLOSE = 4  # days between two days of one happening; farther apart they are of two
SERIES = 3  # days of happenings of one kind from which on they are a series
ALIKE = 2  # words that clauses without names have in common
LINE = 400  # characters of a sentence that is read


@dataclass(frozen=True, slots=True)
class Place:
    """A date with its sentence or line."""

    e: Expression
    day: date
    text: str
    start: int
    aside: bool  # a caption, a heading, an entry of a box


def same(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places that date one happening differently."""
    told = [(p, h) for p in places if (h := _happening(p)) is not None and not h.more]
    days: dict[int, set[date]] = {}
    for place, found in told:
        days.setdefault(id(found.kind), set()).add(place.day)
    for (one, first), (other, second) in combinations(told, 2):
        if first.kind is not second.kind or len(days[id(first.kind)]) >= SERIES:
            continue
        if 0 < abs((one.day - other.day).days) <= CLOSE and _is_one(one, first, other, second):
            yield one, other


def _happening(place: Place) -> Happening | None:
    if len(place.text) > LINE:
        return None
    return happening(place.text, place.e.start - place.start, place.e.end - place.start)


def _is_one(one: Place, first: Happening, other: Place, second: Happening) -> bool:
    """Whether two places tell of the same: of the same people, or the later takes it for known."""
    if one.aside and other.aside:
        return False
    shared = _share(first.names, (*second.names, *second.opening)) or _share(first.opening, second.names)
    if first.names and second.names and not shared or _differ(first.names, second.names):
        return False
    if one.aside or other.aside or second.definite:
        return shared or not second.own or one.aside
    if not first.kind.once or second.noun:
        return False
    alike = not (first.names and second.own) and len(first.stems & second.stems) >= ALIKE
    return alike or _share(first.names, second.own)


def _share(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    return any(a <= b or b <= a for a in one for b in other)


def _differ(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether two names share a part and differ in another: "Otto Reiss", "Karl Reiss"."""
    return any(a & b and a - b and b - a for a in one for b in other)
