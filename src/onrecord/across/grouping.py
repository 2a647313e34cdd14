"""Scored pairs become utterances: statements that report the same thing, through the same part of them.

A group grows from its most certain pair. A statement joins when it repeats the part of a member by which that
member belongs to the group, and is like the members on the whole; so a long statement can stand in several
groups, one for each part, and a short one in one. The result is a function of the set of pairs: equal scores
are ordered by ids.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.across.comparison import Judgement
from onrecord.across.parts import repeated
from onrecord.across.profile import Profile
from onrecord.across.unit_ids import is_of

FIRM = 0.4  # score of a pair that founds a group or brings a statement into one; swept 0.3-0.5
JOIN = 0.35  # mean score with all members that a statement needs; a pair never looked at counts as 0
LARGEST = 200  # statements of one component; a larger one is cut by raising what a link needs, step by step
STEP = 0.05

Pair = tuple[str, str]
Scores = Mapping[Pair, float]


@dataclass(frozen=True, slots=True)
class Group:
    """Attribution ids of one utterance, sorted, each with the clauses of it that belong here."""

    members: tuple[tuple[str, frozenset[int]], ...]
    joined: tuple[tuple[str, Judgement], ...] = ()  # those whom a person put here

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(id_ for id_, _ in self.members)


def groups(profiles: Mapping[str, Profile], scores: Scores) -> tuple[Group, ...]:
    """All groups of two and more, in the order of their members."""
    found = (
        grown.group()
        for component in components(scores, FIRM)
        for grown in _grow(_Links(profiles, {p: s for p, s in component.items() if s >= FIRM}, scores))
    )
    return tuple(sorted(found, key=lambda group: group.ids))


def components(scores: Scores, least: float) -> Iterator[dict[Pair, float]]:
    """Links that hang together; where more than LARGEST statements do, the weakest links go first."""
    strong = {pair: score for pair, score in scores.items() if score >= least}
    for component in _hanging_together(strong):
        if len({id_ for pair in component for id_ in pair}) > LARGEST and least < 1:
            yield from components(component, least + STEP)
        else:
            yield component


def _hanging_together(links: Scores) -> Iterator[dict[Pair, float]]:
    head: dict[str, str] = {}

    def top(id_: str) -> str:
        while head.setdefault(id_, id_) != id_:
            head[id_] = head[head[id_]]
            id_ = head[id_]
        return id_

    for one, two in links:
        low, high = sorted((top(one), top(two)))
        head[high] = low
    found: dict[str, dict[Pair, float]] = defaultdict(dict)
    for pair in sorted(links):
        found[top(pair[0])][pair] = links[pair]
    yield from (found[key] for key in sorted(found))


class _Links:
    """The links of one component, and what part of a statement each of them is about."""

    def __init__(self, profiles: Mapping[str, Profile], links: Scores, scores: Scores) -> None:
        self._profiles, self._scores = profiles, scores
        self._parts: dict[Pair, frozenset[int]] = {}
        self.strongest_first = sorted(links, key=lambda pair: (-links[pair], pair))

    def score(self, one: str, two: str) -> float:
        """1 for a statement and a claim of its own."""
        if is_of(one, two):
            return 1.0
        return self._scores.get((one, two) if one < two else (two, one), 0.0)

    def part(self, one: str, two: str) -> frozenset[int]:
        """The clauses of the first that the second repeats."""
        if (one, two) not in self._parts:
            self._parts[one, two] = repeated(self._profiles[one], self._profiles[two])
        return self._parts[one, two]


class _Growing:
    """A group while it grows."""

    def __init__(self, links: _Links, first: str, second: str) -> None:
        self._links = links
        self.ids = [first, second]

    def part(self, member: str) -> frozenset[int]:
        """The clauses of a member that all others repeat."""
        return frozenset.intersection(
            *(self._links.part(member, other) for other in self.ids if other != member)
        )

    def meets(self, member: str, other: str) -> bool:
        """Whether another statement repeats the part by which a member belongs here."""
        return not self.part(member).isdisjoint(self._links.part(member, other))

    def likeness(self, other: str) -> float:
        return sum(self._links.score(member, other) for member in self.ids) / len(self.ids)

    def group(self) -> Group:
        return Group(tuple((id_, self.part(id_)) for id_ in sorted(self.ids)))


def _grow(links: _Links) -> list[_Growing]:
    made: list[_Growing] = []
    for one, two in links.strongest_first:
        if any(one in group.ids and two in group.ids for group in made):
            continue
        open_ = [
            (group, new)
            for group in made
            for member, new in ((one, two), (two, one))
            if member in group.ids and group.meets(member, new)
        ]
        fitting = [(group.likeness(new), group, new) for group, new in open_]
        best = max(fitting, key=lambda fit: fit[0], default=None)
        if best is None:
            made.append(_Growing(links, one, two))
        elif best[0] >= JOIN:
            best[1].ids.append(best[2])
    return made
