"""Long statements are compared sentence by sentence, and what is found is told of the statements again.

A quoted block of a speech shares too little with any one sentence of another report to be like it; each of
its sentences may be. The sentences are whole clauses of the statement, so that their clauses lead back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from onrecord.across.grouping import Group, Scores
from onrecord.across.profile import Clause, Profile, profile_of_part
from onrecord.across.statement import Statement
from onrecord.record import Span

LONG = 60  # words of a statement that is cut; swept 25-120
MARK = "#"  # between the id of a statement and the first clause of its sentence

_STOP = re.compile(r"[.!?…][\"”’')\]]*\s|[\r\n]")


def units(profiles: Mapping[str, Profile]) -> dict[str, Profile]:
    """Short statements as they are, the sentences of long ones each by itself."""
    return {unit.id: unit for one in profiles.values() for unit in _units(one)}


def _units(one: Profile) -> Iterator[Profile]:
    starts = [0, *(at for at in range(1, len(one.clauses)) if _stops(one, at)), len(one.clauses)]
    if len(one.statement.words) <= LONG or len(starts) == 2:
        yield one
        return
    for first, last in pairwise(starts):
        yield _unit(one, first, last)


def _stops(one: Profile, at: int) -> bool:
    """Whether a sentence ends before a clause."""
    words = one.statement.words
    end, start = words[one.clauses[at].first - 1].end, words[one.clauses[at].first].start
    return _STOP.search(one.statement.text, end, start) is not None


def _unit(one: Profile, first: int, last: int) -> Profile:
    """Some clauses of a statement as one of their own."""
    whole = one.statement
    start, end = one.clauses[first].first, one.clauses[last - 1].last
    words = whole.words[start:end]
    inside = [
        span for span in whole.attribution.content if words[0].start < span.end and span.start < words[-1].end
    ]
    content = tuple(_cut(span, words[0].start, words[-1].end) for span in inside)
    called = replace(whole.attribution, id=f"{whole.id}{MARK}{first:04}", content=content)
    clauses = (Clause(c.first - start, c.last - start, c.roots) for c in one.clauses[first:last])
    return profile_of_part(
        one, Statement(called, whole.record, words, whole.speakers), one.roots[start:end], tuple(clauses)
    )


def _cut(span: Span, start: int, end: int) -> Span:
    low, high = max(span.start, start), min(span.end, end)
    return Span(low, high, span.text[low - span.start : high - span.start])


def rejoined(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups of units as groups of statements, in the order of their members."""
    return tuple(
        sorted(map(_rejoined, groups), key=lambda one: [(id_, sorted(at)) for id_, at in one.members])
    )


def _rejoined(group: Group) -> Group:
    members: dict[str, frozenset[int]] = {}
    for id_, clauses in group.members:
        first = int(id_.partition(MARK)[2] or 0)
        whole = whole_of(id_)
        members[whole] = members.get(whole, frozenset()) | {first + at for at in clauses}
    return Group(tuple(sorted(members.items())))


def of_statements(scores: Scores) -> dict[tuple[str, str], float]:
    """The score of two statements is that of their sentences that are most alike."""
    best: dict[tuple[str, str], float] = {}
    for (one, two), score in scores.items():
        a, b = sorted((whole_of(one), whole_of(two)))
        best[a, b] = max(score, best.get((a, b), 0.0))
    return best


def whole_of(unit: str) -> str:
    """The id of the statement that a unit is of."""
    return unit.partition(MARK)[0]


def is_cut(one: Profile) -> bool:
    """Whether it is a sentence of a long statement."""
    return MARK in one.id
