"""Long statements are compared sentence by sentence, and what is found is told of the statements again.

A quoted block of a speech shares too little with any one sentence of another report to be like it; each of
its sentences may be. A short paraphrase may join two claims ("they were armed and had been warned") which
others tell apart; each of them is laid beside others too. What is cut are whole clauses, which lead back.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from onrecord.across.clauses import Clause, joins
from onrecord.across.grouping import Group, Scores
from onrecord.across.profile import Profile, profile_of_part
from onrecord.across.statement import Statement
from onrecord.across.unit_ids import first_clause, unit_id, whole_of
from onrecord.record import Span

LONG = 60  # words of a statement that is cut; swept 25-120

_STOP = re.compile(r"[.!?…][\"”’')\]]*\s|[\r\n]")


def units(profiles: Mapping[str, Profile]) -> dict[str, Profile]:
    """Short statements as they are and what they join, the sentences of long ones each by itself."""
    return {unit.id: unit for one in profiles.values() for unit in _units(one)}


def _units(one: Profile) -> Iterator[Profile]:
    """A long statement in its sentences; of a short paraphrase, the claims it joins too."""
    long = len(one.statement.words) > LONG
    sentences = _cut_where(one, _stops) if long else []
    claims = [] if long or one.statement.attribution.form == "direct" else _cut_where(one, _joins)
    if not sentences:
        yield one
    for first, last in sentences or claims:
        yield _unit(one, first, last)


def _cut_where(one: Profile, ends: Callable[[Profile, int], bool]) -> list[tuple[int, int]]:
    """The clauses in stretches that end where asked for; none where that is all in one."""
    last = len(one.clauses)
    found = list(pairwise([0, *(at for at in range(1, last) if ends(one, at)), last]))
    return found if len(found) > 1 else []


def _joins(one: Profile, at: int) -> bool:
    """Whether a clause is a claim that is joined to the one before it."""
    return joins(one.statement, one.clauses[at - 1].first, one.clauses[at].first)


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
    content = tuple(_within(span, words[0].start, words[-1].end) for span in inside)
    called = replace(whole.attribution, id=unit_id(whole.id, first), content=content)
    clauses = (Clause(c.first - start, c.last - start, c.roots) for c in one.clauses[first:last])
    return profile_of_part(
        one, Statement(called, whole.record, words, whole.speakers), one.roots[start:end], tuple(clauses)
    )


def _within(span: Span, start: int, end: int) -> Span:
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
        first = first_clause(id_)
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
