"""What two statements have in common, as a table of named numbers, nearly all between 0 and 1."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import LCSseq

from onrecord.across.profile import Clause, Profile
from onrecord.across.rarity import weight
from onrecord.lang.likeness import likeness

MUCH = 30.0  # weight that two statements share; more says no more
MUCH_OF_A_CLAUSE = 20.0
ENOUGH = 4.0  # a clause that shares less than this is not covered, however short it is
QUOTED = 12.0  # weight of a quoted fragment; a heavier one says no more
EARLY = 100  # characters of an article that are headline and first words
HALF = 0.5  # how much of a mixed content stands in marks


@dataclass(frozen=True, slots=True)
class Features:
    """A pair of statements, looked at from all sides; the same whichever of the two comes first."""

    cover: float  # weight of shared roots / weight of the statement that has less
    alike: float  # … / weight of both together
    shared: float  # … by itself
    shared_anywhere: float  # the same with the rarity of ordinary news, not of this speaker
    habit: float  # how unusual what they share is for this speaker
    names: float  # how much of what they share is names
    clause_cover: float  # the same three for the two clauses that are most alike
    clause_alike: float
    clause_shared: float
    clause_within: float  # a clause of one that lies in the other
    run: float  # shared words in a row, light ones left out
    run_all: float  # … all words
    verbatim: float  # … / words of the shorter statement
    order: float  # shared words in the same order, with others between / words of the shorter
    clause_order: float
    fragment: float  # what one quotes stands word for word in the other
    both_quoted: float
    one_quoted: float
    both_quoted_alike: float
    both_quoted_verbatim: float
    number_differs: float  # numbers in the two clauses, and not the same
    denial_differs: float  # a negation in one of the two clauses only
    short: float  # words of the shorter statement
    lengths: float  # its length / that of the longer one
    one_article: float
    early: float  # one of them stands in a headline


NAMES = tuple(field.name for field in fields(Features))
_Overlap = tuple[float, float, float]


def features(one: Profile, two: Profile) -> Features:
    """The pair in figures."""
    local, general = {**one.local, **two.local}, {**one.general, **two.general}
    a, b = one.general.keys(), two.general.keys()
    cover, alike, shared = _overlap(a, b, local)
    anywhere = _overlap(a, b, general)[2]
    u, v, best = _best_clauses(one, two, local)
    x, y = [r for r in one.roots if r], [r for r in two.roots if r]
    short, lengths = min(len(x), len(y)), max(len(x), len(y), 1)
    run_all = _longest(one.stems, two.stems)
    verbatim = run_all / max(min(len(one.stems), len(two.stems)), 1)
    quoted = sorted((_quoted(one), _quoted(two)))
    both = quoted[0] * quoted[1]
    return Features(
        cover=cover,
        alike=alike,
        shared=min(shared / MUCH, 1),
        shared_anywhere=min(anywhere / 2 / MUCH, 1),
        habit=shared / (anywhere or 1),
        names=sum(local[r] for r in a if r in b and (r in one.names or r in two.names)) / (shared or 1),
        clause_cover=best[0],
        clause_alike=best[1],
        clause_shared=best[2],
        clause_within=_within(one, two, local),
        run=min(_longest(x, y) / 6, 1),
        run_all=min(run_all / 10, 1),
        verbatim=verbatim,
        order=LCSseq.similarity(x, y) / max(short, 1),
        clause_order=_order(one, two, u, v),
        fragment=max(_fragment(one, two), _fragment(two, one)),
        both_quoted=both,
        one_quoted=quoted[1] - quoted[0],
        both_quoted_alike=both * alike,
        both_quoted_verbatim=both * verbatim,
        number_differs=float(_numbers(u) != _numbers(v) and bool(_numbers(u)) and bool(_numbers(v))),
        denial_differs=float(
            u.roots.isdisjoint(likeness().negations) != v.roots.isdisjoint(likeness().negations)
        ),
        short=min(short / 15, 1),
        lengths=short / lengths,
        one_article=float(one.statement.article == two.statement.article),
        early=float(min(_start(one), _start(two)) < EARLY),
    )


def _overlap(a: Collection[str], b: Collection[str], weights: Mapping[str, float]) -> _Overlap:
    """Weight of what both have: as a share of the lighter one, of both together, and by itself."""
    both = sum(weights[root] for root in a if root in b)
    if not both:
        return 0.0, 0.0, 0.0
    one, two = sum(weights[root] for root in a), sum(weights[root] for root in b)
    return both / min(one, two), both / (one + two - both), both


def _best_clauses(
    one: Profile, two: Profile, weights: Mapping[str, float]
) -> tuple[Clause, Clause, _Overlap]:
    """The two clauses that are most alike, and the best of each of the three figures over all clauses."""
    found = [(_overlap(u.roots, v.roots, weights), u, v) for u in one.clauses for v in two.clauses]
    if not found:
        nothing = Clause(0, 0, frozenset())
        return nothing, nothing, (0.0, 0.0, 0.0)
    best = max(found, key=lambda f: (f[0][1] + 0.3 * f[0][0], -f[1].first, -f[2].first))
    cover = max(c * min(1, s / ENOUGH) for (c, _, s), *_ in found)
    shared = max(s for (_, _, s), *_ in found)
    return best[1], best[2], (cover, max(j for (_, j, _), *_ in found), min(shared / MUCH_OF_A_CLAUSE, 1))


def _within(one: Profile, two: Profile, weights: Mapping[str, float]) -> float:
    """How much of a clause of either lies anywhere in the other."""
    pairs = [(u.roots, two.general.keys()) for u in one.clauses]
    pairs += [(v.roots, one.general.keys()) for v in two.clauses]
    found = (_overlap(clause, whole, weights) for clause, whole in pairs)
    return max((c * min(1, s / 3) for c, _, s in found), default=0.0)


def _order(one: Profile, two: Profile, u: Clause, v: Clause) -> float:
    x, y = [r for r in one.roots[u.first : u.last] if r], [r for r in two.roots[v.first : v.last] if r]
    return LCSseq.similarity(x, y) / max(min(len(x), len(y)), 1)


def _longest(one: Sequence[str], two: Sequence[str]) -> int:
    """The longest run of words that both have."""
    best = 0
    before = [0] * (len(two) + 1)
    for a in one:
        row = [0] * (len(two) + 1)
        for j, b in enumerate(two):
            if a == b:
                row[j + 1] = before[j] + 1
                best = max(best, row[j + 1])
        before = row
    return best


def _fragment(one: Profile, two: Profile) -> float:
    """The weight of the heaviest fragment that one quotes and the other has word for word."""
    text, best = f" {' '.join(two.stems)} ", 0.0
    for words in one.fragments:
        if f" {' '.join(words)} " in text:
            best = max(best, sum(max(weight(word), 0.3) for word in words))
        else:
            run = _longest(words, two.stems)
            best = max(best, 0.8 * run if run > 2 else 0.0)
    return min(best / QUOTED, 1)


def _quoted(one: Profile) -> float:
    form = one.statement.attribution.form
    return 1.0 if form == "direct" else HALF if form == "mixed" else 0.0


def _numbers(clause: Clause) -> frozenset[str]:
    return frozenset(root for root in clause.roots if root[0].isdigit())


def _start(one: Profile) -> int:
    return one.statement.attribution.content[0].start
