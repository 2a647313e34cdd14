"""Whether confidence means what it says: which attributions are right, and how far off it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from onrecord.record import Attribution, Span

BINS = 10  # of equal mass: each holds a tenth of the cases, the least sure first
LEAST_SHARED = 0.5  # Jaccard of the characters of two contents that are one

Characters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Case:
    """One attribution: what it says of itself, and whether it is right."""

    attribution: Attribution
    right: bool

    @property
    def confidence(self) -> float:
        return self.attribution.confidence


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases of about the same confidence."""

    n: int
    low: float
    high: float
    confidence: float  # on average
    right: float  # the share


def judged(found: Sequence[Attribution], gold: Sequence[Any]) -> list[Case]:
    """Each attribution of an article with whether it is right: paired with a gold one, and so its speaker.

    The pair with most characters in common comes first, one to one. Where the record says who speaks by words
    that stand elsewhere only (`antecedent`), those are compared; labellers mark these as the mention.
    """
    marked = [_characters(a["content"]) for a in gold]
    said = [_characters(_places(a.content)) for a in found]
    shares = sorted(
        (-_jaccard(m, s), i, j) for i, m in enumerate(marked) for j, s in enumerate(said) if m & s
    )
    pairs: dict[int, int] = {}
    for share, i, j in shares:
        if -share >= LEAST_SHARED and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return [Case(a, j in pairs and _same_speaker(a, gold[pairs[j]])) for j, a in enumerate(found)]


def _same_speaker(a: Attribution, gold: Any) -> bool:
    wanted = _characters(gold["source"] if "source" in gold else gold["speaker_mention"])
    mention = _characters(place for p in a.speakers for place in _places(p.mention))
    antecedent = _characters(place for p in a.speakers for place in _places(p.antecedent))
    return bool(wanted & (mention or antecedent)) or not (wanted or mention)


def _places(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    return ((span.start, span.end) for span in spans)


def _characters(places: Iterable[Any] | None) -> Characters:
    return frozenset(i for start, end in places or () for i in range(start, end))


def _jaccard(a: Characters, b: Characters) -> float:
    return len(a & b) / len(a | b)


def bins(cases: Iterable[Case], number: int = BINS) -> list[Bin]:
    """The cases in bins of equal mass by confidence; fewer than `number` cases give a bin each."""
    order = sorted(cases, key=lambda case: case.confidence)
    cuts = [len(order) * i // number for i in range(number + 1)]
    groups = [order[a:b] for a, b in pairwise(cuts) if a < b]
    return [_bin(group) for group in groups]


def _bin(group: Sequence[Case]) -> Bin:
    sure = [case.confidence for case in group]
    right = sum(case.right for case in group) / len(group)
    return Bin(len(group), sure[0], sure[-1], sum(sure) / len(sure), right)


def error(cases: Iterable[Case]) -> float | None:
    """The expected calibration error: |mean confidence - share right| over the bins, by their size."""
    found = bins(cases)
    total = sum(one.n for one in found)
    return sum(one.n * abs(one.confidence - one.right) for one in found) / total if total else None


def table(cases: Iterable[Case]) -> Iterator[str]:
    """The bins, a line each, to be read."""
    yield f"{'cases':>6} {'from':>6} {'to':>6} {'mean':>6} {'right':>6}"
    for one in bins(cases):
        yield f"{one.n:6} {one.low:6.3f} {one.high:6.3f} {one.confidence:6.3f} {one.right:6.3f}"
