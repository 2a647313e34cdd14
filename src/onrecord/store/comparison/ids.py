"""Which id each utterance has: an id goes where the passage goes that it was given for.

Where several ids come together, as when two utterances turn out to be one, the oldest stays and the others
lead to it. When they part again, each goes with its own passage. Who has no id gets a new one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

Place = tuple[str, int, int]  # article, and from the first character of a report to the last


@dataclass(frozen=True, slots=True)
class Given:
    """An id with the passage it was given for, in which run; and the id of the utterance it leads to."""

    id: str
    place: Place
    made: int
    current: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The id of each utterance, by the one it has by itself; and all that were ever given."""

    ids: Mapping[str, str]
    given: tuple[Given, ...]


def named(
    utterances: Mapping[str, Sequence[Place]],
    earlier: Iterable[Given],
    run: int,
    others: Callable[[str], Iterable[Place]] = lambda _: (),
) -> Named:
    """`utterances` are the places of their reports, by the id each has by itself.

    `others` gives the reports of an earlier utterance, for an id whose own passage is there no more.
    """
    known = sorted(earlier, key=lambda one: (one.made, one.id))
    homes = _homes(utterances)
    moved = [(one, _home(homes, one, others)) for one in known]
    came: dict[str, list[Given]] = defaultdict(list)
    for one, home in moved:
        if home is not None:
            came[home].append(one)
    taken = {one.id for one in known}
    ids = {own: came[own][0].id if own in came else _free(own, taken) for own in utterances}
    old = (replace(one, current=None if home is None else ids[home]) for one, home in moved)
    new = (Given(ids[own], places[0], run, ids[own]) for own, places in utterances.items() if own not in came)
    return Named(ids, (*old, *new))


Homes = Mapping[str, Sequence[tuple[int, int, str]]]


def _homes(utterances: Mapping[str, Sequence[Place]]) -> Homes:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for own, places in utterances.items():
        for article, start, end in places:
            found[article].append((start, end, own))
    return found


def _home(homes: Homes, one: Given, others: Callable[[str], Iterable[Place]]) -> str | None:
    """The utterance that has most of the passage; that of another report, where nothing has any of it."""
    found = _most(homes, one.place)
    if found is None and one.current == one.id:
        return next(filter(None, (_most(homes, place) for place in others(one.id))), None)
    return found


def _most(homes: Homes, place: Place) -> str | None:
    article, start, end = place
    shared = [(min(end, e) - max(start, s), own) for s, e, own in homes.get(article, ())]
    best = max(shared, key=lambda one: one[0], default=(0, ""))
    return best[1] if best[0] > 0 else None


def _free(own: str, taken: set[str]) -> str:
    """Its own id, or with the next number that nobody had."""
    first, _, number = own.rpartition(":u")
    found = next(id_ for n in count(int(number)) if (id_ := f"{first}:u{n}") not in taken)
    taken.add(found)
    return found
