"""Which statements are looked at as a pair at all: never all with all.

Two statements of one speaker are laid side by side when they share enough of the words that their articles do
not use all the time. Statements of two speakers are when a run of words stands in both, as reports may
disagree on who said it. Where very many statements share a word, only those near in time are looked at.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from onrecord.across.profile import Profile

LEAST = 0.2  # weight that two statements of one speaker share; above 1, pairs of the 14 events are lost
RUN = 4  # words in a row, light ones left out, that statements of two speakers share
PARTNERS = 40  # later statements of the same speaker that one is compared with: those that share most
CROWD = 60  # statements that share a word; of more, only so many behind each in time are looked at

Pair = tuple[str, str]
Key = tuple[str, ...]


def candidates(profiles: Mapping[str, Profile]) -> tuple[Pair, ...]:
    """Pairs of attribution ids, the smaller id first, in their order; a function of the set of statements."""
    ordered = sorted(profiles.values(), key=lambda one: (_day(one), one.id))
    found = set(_of_one_speaker(ordered)) | set(_word_for_word(ordered))
    return tuple(sorted(found))


def _of_one_speaker(ordered: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of one speaker that share words of enough weight."""
    for said in _by_speaker(ordered).values():
        postings: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(said):
            for root in one.weights:
                postings[root].append(at)
        for at, one in enumerate(said):
            yield from _enough(at, one, said, postings)


def _by_speaker(ordered: Sequence[Profile]) -> dict[str, list[Profile]]:
    said: dict[str, list[Profile]] = defaultdict(list)
    for one in ordered:
        for speaker in one.statement.speakers:
            said[speaker].append(one)
    return said


def _enough(
    at: int, one: Profile, said: Sequence[Profile], postings: Mapping[str, Sequence[int]]
) -> Iterator[Pair]:
    """The later statements that share words of enough weight with this one."""
    shared: dict[int, float] = defaultdict(float)
    for root, value in one.weights.items():
        for other in _later(at, postings[root]):
            shared[other] += min(value, said[other].weights[root])
    enough = [other for other, weight in shared.items() if weight >= LEAST]
    for other in nsmallest(PARTNERS, enough, key=lambda other: (-shared[other], other)):
        if not _overlapping(one, said[other]):
            yield _pair(one, said[other])


def _later(at: int, posting: Sequence[int]) -> Sequence[int]:
    """Those behind in time, up to CROWD of them."""
    low, high = 0, len(posting)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if posting[middle] <= at else (low, middle)
    return posting[low : low + CROWD]


def _word_for_word(ordered: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs, whoever speaks, with a run of words in common."""
    runs: dict[Key, list[Profile]] = defaultdict(list)
    for one in ordered:
        for run in dict.fromkeys(_runs(one)):
            runs[run].append(one)
    for sharing in runs.values():
        for at, one in enumerate(sharing):
            for other in sharing[at + 1 : at + 1 + CROWD]:
                if not _overlapping(one, other):
                    yield _pair(one, other)


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
