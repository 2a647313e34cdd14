"""Which statements are looked at as a pair at all: never all with all.

Two statements of one speaker are laid side by side when they share enough of the words that their articles
do not use all the time; one that names nobody ("a spokesman") and others when they share rare words; any two
when a run of words stands in both, as reports may disagree on who said it. Where very many statements share a
word, only those near in time are looked at.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from onrecord.across.profile import Profile
from onrecord.across.voices import is_named

LEAST = 0.2  # weight that two statements of one speaker share; above 1, pairs of the 14 events are lost
RARE = 1.0  # weight of a word by which a statement that names nobody is looked for
MUCH = 3.0  # … and of all such words together
FEW = 5  # statements that one which names nobody is laid beside
RUN = 4  # words in a row, light ones left out, that statements of two speakers share
PARTNERS = 40  # later statements of the same speaker that one is compared with: those that share most
CROWD = 60  # statements that share a word; of more, only so many behind each in time are looked at

Pair = tuple[str, str]
Key = tuple[str, ...]


def candidates(profiles: Mapping[str, Profile]) -> tuple[Pair, ...]:
    """Pairs of attribution ids, the smaller id first, in their order; a function of the set of statements."""
    ordered = sorted(profiles.values(), key=lambda one: (_day(one), one.id))
    found = set(_word_for_word(ordered))
    found.update(_of_nobody(ordered))
    found.update(_of_one_speaker(ordered))
    return tuple(sorted(found))


def _of_one_speaker(ordered: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of one speaker that share words of enough weight."""
    for said in _by_speaker(ordered).values():
        index = _Index(said)
        for at in range(len(said)):
            yield from index.partners(at, LEAST, PARTNERS, behind_only=True)


def _of_nobody(ordered: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of which one names no speaker, that share rare words."""
    index = _Index(ordered, rare=RARE)
    for at, one in enumerate(ordered):
        if not is_named(one.statement):
            yield from index.partners(at, MUCH, FEW)


def _by_speaker(ordered: Sequence[Profile]) -> dict[str, list[Profile]]:
    said: dict[str, list[Profile]] = defaultdict(list)
    for one in ordered:
        for speaker in one.statement.speakers:
            said[speaker].append(one)
    return said


class _Index:
    """Statements in the order of time, by the words that carry something in them."""

    def __init__(self, said: Sequence[Profile], *, rare: float = 0.0) -> None:
        self._said, self._rare = said, rare
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(said):
            for root, weight in one.weights.items():
                if weight >= rare:
                    self._places[root].append(at)

    def partners(self, at: int, least: float, most: int, *, behind_only: bool = False) -> Iterator[Pair]:
        """Pairs of a statement with those that share words of enough weight with it, the best of them."""
        one = self._said[at]
        shared: dict[int, float] = defaultdict(float)
        for root, weight in one.weights.items():
            if weight >= self._rare:
                for other in self._near(at, root, behind_only):
                    shared[other] += min(weight, self._said[other].weights[root])
        enough = [other for other, weight in shared.items() if weight >= least]
        for other in nsmallest(most, enough, key=lambda other: (-shared[other], other)):
            if not _overlapping(one, self._said[other]):
                yield _pair(one, self._said[other])

    def _near(self, at: int, root: str, behind_only: bool) -> Iterator[int]:
        """The nearest in time that have a root, not more than CROWD on either side."""
        places = self._places[root]
        here = bisect_left(places, at)
        yield from places[here + 1 : here + 1 + CROWD]
        if not behind_only:
            yield from places[max(here - CROWD, 0) : here]


def _word_for_word(ordered: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs, whoever speaks, with a run of words in common."""
    several = _in_several(ordered)
    runs: dict[Key, list[Profile]] = defaultdict(list)
    for one in ordered:
        for run in dict.fromkeys(_runs(one)):
            if hash(run) in several:
                runs[run].append(one)
    for sharing in runs.values():
        for at, one in enumerate(sharing):
            for other in sharing[at + 1 : at + 1 + CROWD]:
                if not _overlapping(one, other):
                    yield _pair(one, other)


def _in_several(ordered: Sequence[Profile]) -> set[int]:
    """The hashes of runs that two statements have: nearly all stand in one, and would fill the memory."""
    once: set[int] = set()
    again: set[int] = set()
    for one in ordered:
        runs = set(map(hash, _runs(one)))
        again |= runs & once
        once |= runs
    return again


def _runs(one: Profile) -> Iterator[Key]:
    heavy = [root for root in one.roots if root]
    for at in range(len(heavy) - RUN + 1):
        yield tuple(heavy[at : at + RUN])


def _overlapping(one: Profile, two: Profile) -> bool:
    """Whether one stands inside the other: a statement and the one it passes on are never one utterance."""
    if one.statement.article != two.statement.article:
        return False
    a, b = one.statement.attribution.content, two.statement.attribution.content
    return any(x.start < y.end and y.start < x.end for x in a for y in b)


def _pair(one: Profile, two: Profile) -> Pair:
    return (one.id, two.id) if one.id < two.id else (two.id, one.id)


def _day(one: Profile) -> str:
    """The day a statement is sorted by: when it was made, else when it was printed; unknown comes first."""
    said, printed = one.statement.attribution.said_on, one.statement.record.article.published_on
    return said.value or (said.range or ("",))[0] or printed.value or ""
