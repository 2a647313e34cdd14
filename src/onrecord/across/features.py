"""What two statements have in common, as a table of named numbers, nearly all between 0 and 1."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import LCSseq

from onrecord.across.clauses import Clause
from onrecord.across.profile import Profile
from onrecord.across.rarity import weight

MUCH = 30.0  # weight that two statements share; more says no more
QUOTED = 12.0  # weight of a quoted fragment; a heavier one says no more
FEW = 3  # words in a row of a fragment that count although the rest of it differs
EARLY = 100  # characters of an article that are headline and first words
HALF = 0.5  # how much of a mixed content stands in marks


@dataclass(frozen=True, slots=True)
class Features:
    """A pair of statements, looked at from all sides; the same whichever of the two comes first."""

    alike: float  # weight of shared roots / weight of both together
    shared: float  # … by itself
    habit: float  # how unusual what they share is in their articles
    order: float  # shared words in the same order, with others between / words of the shorter
    fragment: float  # what one quotes stands word for word in the other
    one_quoted: float  # quoted here, paraphrased there
    quoted_alike: float  # quoted in both, and how long a stretch is word for word the same
    number_differs: float  # numbers in the two clauses that are most alike, and not the same ones
    around: float  # what stands around them is alike
    beside: float  # words of one that stand beside the other, not in it
    apart: float  # how differently far down in their articles they stand
    one_article: float
    early: float  # one of them stands in a headline
    outdone: float = 0.0  # how many other statements of the two articles are more like one of them
    run: float = 0.0  # those just before them are alike too, or those just behind: two reports of one speech
    between: float = 0.0  # … the less alike of the two: they stand between two that are alike
    in_turn: float = 0.0  # what stands beside one repeats another part of the other: a block told in pieces


NAMES = tuple(field.name for field in fields(Features))


def features(one: Profile, two: Profile) -> Features:
    """The pair in figures, by itself; `rivals` adds what depends on the rest of the two articles."""
    weights = _weights(one, two)
    alike, shared = overlap(one.weights, two.weights, weights)
    anywhere = sum(weight(root) for root in one.weights if root in two.weights)
    x, y = [root for root in one.roots if root], [root for root in two.roots if root]
    around = frozenset(one.around), frozenset(two.around)
    quoted = sorted((_quoted(one), _quoted(two)))
    return Features(
        alike=alike,
        shared=min(shared / MUCH, 1),
        habit=shared / (anywhere or 1),
        order=LCSseq.similarity(x, y) / max(min(len(x), len(y)), 1),
        fragment=max(_fragment(one, two), _fragment(two, one)),
        one_quoted=quoted[1] - quoted[0],
        quoted_alike=quoted[0] * quoted[1] * verbatim(one, two) if quoted[0] else 0.0,
        number_differs=float(_numbers_differ(one, two, weights)),
        around=_around(*around),
        beside=max(_beside(one, two, around[1]), _beside(two, one, around[0])),
        apart=abs(one.place - two.place),
        one_article=float(one.statement.article == two.statement.article),
        early=float(min(one.start, two.start) < EARLY),
    )


def _weights(one: Profile, two: Profile) -> dict[str, float]:
    """What each root weighs in this pair: what both have, as much as in the article where it says less."""
    weights = {**one.weights, **two.weights}
    for root, value in one.weights.items():
        weights[root] = min(value, weights[root])
    return weights


def overlap(a: Collection[str], b: Collection[str], weights: Mapping[str, float]) -> tuple[float, float]:
    """Weight of what both have, as a share of both together and by itself."""
    both = sum(weights[root] for root in a if root in b)
    if not both:
        return 0.0, 0.0
    all_ = sum(weights[root] for root in a) + sum(weights[root] for root in b) - both
    return both / all_, both


def verbatim(one: Profile, two: Profile) -> float:
    """The longest stretch that is word for word the same, as a share of the shorter statement."""
    return _longest(one.stems, two.stems) / max(min(len(one.stems), len(two.stems)), 1)


def _longest(one: Sequence[str], two: Sequence[str]) -> int:
    """The longest run of words that both have."""
    best = 0
    places: dict[str, list[int]] = {}
    for j, word in enumerate(two):
        places.setdefault(word, []).append(j)
    before: dict[int, int] = {}
    for word in one:
        before = {j: before.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max(best, *before.values(), 0)
    return best


def _fragment(one: Profile, two: Profile) -> float:
    """The weight of the heaviest fragment that one quotes and the other has word for word."""
    best = 0.0
    for words in one.fragments:
        run = _longest(words, two.stems)
        if run == len(words):
            best = max(best, sum(max(weight(word), 0.3) for word in words))
        elif run >= FEW:
            best = max(best, 0.8 * run)
    return min(best / QUOTED, 1)


def _numbers_differ(one: Profile, two: Profile, weights: Mapping[str, float]) -> bool:
    """Whether the two clauses that are most alike have numbers, and not the same ones."""
    if not one.numbers or not two.numbers:
        return False
    found = [(overlap(u.roots, v.roots, weights)[0], u, v) for u in one.clauses for v in two.clauses]
    _, u, v = max(found, key=lambda f: (f[0], -f[1].first, -f[2].first))
    a, b = _numbers(u), _numbers(v)
    return bool(a and b and a != b)


def _numbers(clause: Clause) -> frozenset[str]:
    return frozenset(root for root in clause.roots if root[0].isdigit())


def _around(one: frozenset[str], two: frozenset[str]) -> float:
    both = math.fsum(map(weight, one & two))  # exact, as sets come in any order
    return both / (math.fsum(map(weight, one | two)) or 1)


def _beside(one: Profile, two: Profile, around: frozenset[str]) -> float:
    """How much of a statement stands around the other one, in the narrator's words, and not in it."""
    there = [value for root, value in one.weights.items() if root in around and root not in two.weights]
    return sum(there) / (sum(one.weights.values()) or 1)


def _quoted(one: Profile) -> float:
    form = one.statement.attribution.form
    return 1.0 if form == "direct" else HALF if form == "mixed" else 0.0
