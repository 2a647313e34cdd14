"""Groups of reports as persons decided: what they joined is together, what they split is apart.

The latest judgement is heard first, and no earlier one undoes what it says; then the machine's groups hold
as far as they still can, the most certain pairs first. The result is a function of groups, scores and
judgements, whatever order they come in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from onrecord.across.comparison import Judgement
from onrecord.across.grouping import Group, Scores
from onrecord.across.hearing import Heard
from onrecord.across.parts import repeated
from onrecord.across.passages import Passage
from onrecord.across.profile import Profile

Part = frozenset[int]  # clauses of a statement


def regrouped(
    groups: Sequence[Group], profiles: Mapping[str, Profile], verdicts: Sequence[Heard], scores: Scores
) -> tuple[Group, ...]:
    """The groups after all verdicts, the latest of which is the last."""
    if not verdicts:
        return tuple(groups)
    reports = _Reports(groups, profiles)
    ends = [(one, [reports.meant(some, one) for some in one.reports]) for one in reversed(verdicts)]
    sets = _Sets()
    for one, targets in ends:
        if one.by.kind == "join":
            sets.join_all([report for some in targets for report in some])
        else:
            sets.part_all(targets[0], [report for some in targets[1:] for report in some])
    for one_, two in reports.pairs(scores):
        sets.join(one_, two)
    joined = dict(_joined(((one.by, targets) for one, targets in ends if one.by.kind == "join"), sets))
    return tuple(_groups(reports, sets, joined))


@dataclass(frozen=True, slots=True, order=True)
class _Report:
    """A statement by the part with which it belongs to one group of the machine's, or to none."""

    id: str
    number: int


class _Reports:
    """All reports: the members of the machine's groups, and what persons named besides."""

    def __init__(self, groups: Sequence[Group], profiles: Mapping[str, Profile]) -> None:
        self._profiles = profiles
        self._groups: list[list[_Report]] = []
        self.parts: dict[_Report, Part] = {}
        self.of: dict[str, list[_Report]] = defaultdict(list)
        for group in groups:
            self._groups.append([self._add(id_, at) for id_, at in group.members])

    def _add(self, id_: str, part: Part) -> _Report:
        report = _Report(id_, len(self.of[id_]))
        self.of[id_].append(report)
        self.parts[report] = part
        return report

    def meant(self, passages: Sequence[Passage], by: Heard) -> list[_Report]:
        """The reports that a target of a judgement is."""
        others = {p.id for some in by.reports for p in some} - {p.id for p in passages}
        known = (p for p in passages if p.id in self._profiles)
        return [report for p in known for report in self._of(p, others, by.by.kind == "join")]

    def _of(self, passage: Passage, others: Iterable[str], one_only: bool) -> list[_Report]:
        """The report with the words of a passage; to split, all with some of them; else a new one."""
        profile = self._profiles[passage.id]
        wanted = _clauses(profile, passage)
        if passage.part is None and len(self.of[passage.id]) > 1 and one_only:
            wanted = wanted & frozenset().union(*self._told(profile, others)) or wanted
        found = [one for one in self.of[passage.id] if self.parts[one] & wanted]
        if not found:
            return [self._add(passage.id, wanted)]
        best = min(found, key=lambda one: (-len(self.parts[one] & wanted), one))
        return [best] if one_only else found

    def _told(self, profile: Profile, others: Iterable[str]) -> Iterator[Part]:
        """The clauses of a long statement that others repeat."""
        return (repeated(profile, self._profiles[id_]) for id_ in sorted(others) if id_ in self._profiles)

    def pairs(self, scores: Scores) -> list[tuple[_Report, _Report]]:
        """The pairs that the machine has in one group, the most certain first."""
        found = [pair for group in self._groups for pair in combinations(sorted(group), 2)]
        return sorted(found, key=lambda pair: (-scores.get((pair[0].id, pair[1].id), 0.0), pair))


def _clauses(profile: Profile, passage: Passage) -> Part:
    """The clauses that have words of a passage."""
    words = profile.statement.words
    return frozenset(
        at
        for at, clause in enumerate(profile.clauses)
        if passage.part is None
        or any(
            span.start <= word.start < span.end
            for word in words[clause.first : clause.last]
            for span in passage.part
        )
    )


@dataclass(slots=True)
class _Sets:
    """Reports that are together, and which of these may not be."""

    above: dict[_Report, _Report] = field(default_factory=dict)
    apart: dict[_Report, set[_Report]] = field(default_factory=lambda: defaultdict(set))

    def top(self, one: _Report) -> _Report:
        while self.above.setdefault(one, one) != one:
            one = self.above[one]
        return one

    def join(self, one: _Report, two: _Report) -> None:
        """Together, unless something heard before says otherwise."""
        high, low = sorted((self.top(one), self.top(two)))
        if high == low or low in self.apart[high]:
            return
        self.above[low] = high
        for other in self.apart.pop(low, set()):
            self.apart[other] = self.apart[other] - {low} | {high}
            self.apart[high].add(other)

    def join_all(self, reports: Sequence[_Report]) -> None:
        for one, two in combinations(reports, 2):
            self.join(one, two)

    def part_all(self, first: Sequence[_Report], others: Sequence[_Report]) -> None:
        for one, two in product(first, others):
            a, b = self.top(one), self.top(two)
            if a != b:
                self.apart[a].add(b)
                self.apart[b].add(a)


def _groups(reports: _Reports, sets: _Sets, joined: Mapping[_Report, Judgement]) -> list[Group]:
    """In the order of their members; a report alone is told where its statement has others too."""
    together: dict[_Report, list[_Report]] = defaultdict(list)
    for one in sorted(reports.parts):
        together[sets.top(one)].append(one)
    often = Counter(one.id for some in together.values() for one in some)
    told = [some for some in together.values() if len(some) > 1 or often[some[0].id] > 1]
    made = (_group(some, reports.parts, joined) for some in told)
    return sorted(made, key=lambda one: [(id_, sorted(at)) for id_, at in one.members])


def _group(
    some: Iterable[_Report], parts: Mapping[_Report, Part], joined: Mapping[_Report, Judgement]
) -> Group:
    members: dict[str, Part] = {}
    for one in some:
        members[one.id] = members.get(one.id, frozenset()) | parts[one]
    by = {one.id: joined[one] for one in some if one in joined}
    return Group(tuple(sorted(members.items())), tuple(sorted(by.items())))


def _joined(
    joins: Iterable[tuple[Judgement, list[list[_Report]]]], sets: _Sets
) -> Iterator[tuple[_Report, Judgement]]:
    """Who is together with another because somebody said so; of several judgements the latest, told last."""
    for by, targets in reversed(list(joins)):
        for some, others in combinations(targets, 2):
            for one, two in product(some, others):
                if sets.top(one) == sets.top(two):
                    yield from ((one, by), (two, by))
