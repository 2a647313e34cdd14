"""Two reports laid side by side for flags: where they differ, and which words the other has nowhere."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.across.align import align
from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.telling import Telling

PARALLEL = 0.3  # share of the words that say something; or
HALF = 0.5  # of all words
Match = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where two reports differ: words first … last of each (last not included)."""

    a: tuple[Atom, ...]
    b: tuple[Atom, ...]
    before: Match | None  # the words before and behind that both have
    behind: Match | None
    only_a: tuple[Atom, ...]  # what the other has nowhere
    only_b: tuple[Atom, ...]


@dataclass(frozen=True)
class Pair:
    """A base and another report of the same utterance."""

    base: Telling
    other: Telling

    @cached_property
    def matched(self) -> dict[int, int]:
        """Words both have, in their places or moved: numbers of the base's -> the other's."""
        a, b = [x.word for x in self.base.atoms], [x.word for x in self.other.atoms]
        return {
            s.first + n: j for s in align(a, b) if s.kind in ("same", "moved") for n, j in enumerate(s.others)
        }

    @cached_property
    def back(self) -> dict[int, int]:
        return {j: i for i, j in self.matched.items()}

    @cached_property
    def share(self) -> float:
        """How much of what the shorter one says the other has too, in its place or elsewhere."""
        lone_a, lone_b = self.lone
        a, b = (sum(not x.light for x in t.atoms) for t in (self.base, self.other))
        return 1 - (len(lone_a) / max(1, a) if a <= b else len(lone_b) / max(1, b))

    @cached_property
    def overall(self) -> float:
        """How much of what both say is in both."""
        said = sum(not x.light for t in (self.base, self.other) for x in t.atoms)
        return 1 - sum(map(len, self.lone)) / max(1, said)

    @cached_property
    def lone(self) -> tuple[frozenset[Atom], frozenset[Atom]]:
        """The words of each that the other has nowhere."""
        rest_a = [x for i, x in enumerate(self.base.atoms) if i not in self.matched]
        rest_b = [x for j, x in enumerate(self.other.atoms) if j not in self.back]
        return frozenset(_lone(rest_a, rest_b)), frozenset(_lone(rest_b, rest_a))

    @property
    def is_parallel(self) -> bool:
        """Whether they are near enough to be laid side by side word by word."""
        size = min(len(self.base.atoms), len(self.other.atoms))
        return self.share >= PARALLEL or len(self.matched) >= HALF * max(1, size)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Where they differ, in the order of the base."""
        lone_a, lone_b = self.lone
        return tuple(
            Gap(
                here,
                there,
                before,
                behind,
                tuple(x for x in here if x in lone_a),
                tuple(x for x in there if x in lone_b),
            )
            for here, there, before, behind in self._places()
        )

    def _places(self) -> Iterator[tuple[tuple[Atom, ...], tuple[Atom, ...], Match | None, Match | None]]:
        a, b = self.base.atoms, self.other.atoms
        used: set[int] = set()
        for first, last in _runs(len(a), self.matched.keys()):
            before = (first - 1, self.matched[first - 1]) if first else None
            behind = (last, self.matched[last]) if last < len(a) else None
            there = self._beside(before, behind)
            used.update(there)
            yield a[first:last], tuple(b[j] for j in there), before, behind
        for first, last in _runs(len(b), self.back.keys()):
            if used.isdisjoint(range(first, last)):
                before = (self.back[first - 1], first - 1) if first else None
                behind = (self.back[last], last) if last < len(b) else None
                yield (), b[first:last], before, behind

    def _beside(self, before: Match | None, behind: Match | None) -> list[int]:
        """The other's own words between the same two words."""
        low = before[1] + 1 if before else 0
        high = behind[1] if behind else len(self.other.atoms)
        if before is not None and (behind is None or high < low):
            high = _until(low, self.back, len(self.other.atoms))
        between = range(low, high)
        return list(between) if all(j not in self.back for j in between) else []


@lru_cache(maxsize=512)
def pair_of(base: Telling, other: Telling) -> Pair:
    """The two laid side by side, once for all who ask."""
    return Pair(base, other)


def _until(low: int, taken: dict[int, int], size: int) -> int:
    high = low
    while high < size and high not in taken:
        high += 1
    return high


def _runs(
    size: int, taken: "set[int] | dict[int, int] | Sequence[int] | object"
) -> Iterator[tuple[int, int]]:
    """Stretches of words that are not matched."""
    first = None
    for i in range(size + 1):
        free = i < size and i not in taken  # type: ignore[operator]
        if free and first is None:
            first = i
        if not free and first is not None:
            yield first, i
            first = None


def _lone(own: Sequence[Atom], other: Sequence[Atom]) -> Iterator[Atom]:
    """The words that the other does not have anywhere among its own; light ones count as had."""
    left = Counter(x.key for x in other)
    for one in own:
        if left[one.key] > 0:
            left[one.key] -= 1
        elif not one.light:
            yield one
