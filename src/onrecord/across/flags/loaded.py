"""Words that do not say the same of one thing: "killed" and "murdered", "rose" and "fell"."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.bases import bases
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.pair import Gap, Pair
from onrecord.lang.comparing import comparing

LONGEST = 4  # words of a place in which one word stands for another


def loaded(pair: Pair) -> Iterator[Finding]:
    """Two words at one place that stand in different groups of a line, or are opposites."""
    for i, j in sorted(pair.matched.items()):
        x, y = pair.base.atoms[i], pair.other.atoms[j]
        if x.carries and x.plain != y.plain and _groups(x, y):
            yield _finding(pair, x, y, None)
    for gap in pair.gaps:
        found = _apart(gap) if max(len(gap.a), len(gap.b)) <= LONGEST else None
        if found is not None and not any(x.sense == "not" for x in (*gap.a, *gap.b)):
            yield _finding(pair, *found, gap)


def _finding(pair: Pair, one: Atom, two: Atom, gap: Gap | None) -> Finding:
    a, b = ((one.start, one.end),), ((two.start, two.end),)
    return Finding("wording-differs", pair, a, b, gap=gap)


def _apart(gap: Gap) -> tuple[Atom, Atom] | None:
    """The first two words that are told apart; a word that both have is none."""
    own = [x for x in gap.only_a if not any(bases(x.plain) & bases(y.plain) for y in gap.b)]
    there = [y for y in gap.only_b if not any(bases(x.plain) & bases(y.plain) for x in gap.a)]
    return next(((x, y) for x in own for y in there if _groups(x, y) or _opposite(x, y)), None)


def _groups(one: Atom, two: Atom) -> bool:
    """Whether a line has both, in two groups and in none together."""
    here, there = _lines(one.plain), _lines(two.plain)
    return any(here[line].isdisjoint(there[line]) for line in here if line in there)


@lru_cache(maxsize=1 << 14)
def _lines(plain: str) -> Mapping[int, frozenset[int]]:
    """The lines that have a word, each with the numbers of its groups."""
    lines = enumerate(comparing().loaded)
    found = {n: frozenset(line[form] for form in bases(plain) if form in line) for n, line in lines}
    return {number: groups for number, groups in found.items() if groups}


def _opposite(one: Atom, two: Atom) -> bool:
    return any(frozenset((x, y)) in comparing().opposites for x in bases(one.plain) for y in bases(two.plain))
