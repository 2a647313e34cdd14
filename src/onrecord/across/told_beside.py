"""What a speaker says just before and behind a statement, and a block that another report tells in pieces."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.across.features import Features
from onrecord.across.parts import repeated
from onrecord.across.profile import Profile
from onrecord.across.unit_ids import is_claim, whole_of

PIECES = 2  # clauses of a statement that can be told in pieces
SOME = 0.2  # likeness below which nothing is repeated; 0.1-0.25 do as well

Pair = tuple[str, str]
Beside = tuple[str | None, str | None]


def beside(profiles: Mapping[str, Profile]) -> dict[str, Beside]:
    """Attribution id -> what its speaker says just before and just behind it in its article."""
    told: dict[tuple[str, tuple[str, ...]], list[Profile]] = defaultdict(list)
    for one in profiles.values():
        if not is_claim(one.id, profiles):
            told[one.statement.article, one.statement.speakers].append(one)
    found: dict[str, Beside] = {}
    for said in told.values():
        ids = [one.id for one in sorted(said, key=lambda one: (one.start, one.id))]
        for before, id_, behind in zip([None, *ids], ids, [*ids[1:], None], strict=False):
            found[id_] = before, behind
    return {id_: found[whole_of(id_) if is_claim(id_, profiles) else id_] for id_ in profiles}


def found_again(table: Mapping[Pair, Features], one: str | None, two: str | None) -> float:
    """How much of one statement the other has, its words or a fragment of them."""
    if one is None or two is None:
        return 0.0
    row = table.get((one, two) if one < two else (two, one))
    return max(row.alike, row.fragment) if row else 0.0


@dataclass(frozen=True, slots=True)
class Pieces:
    """A block told in pieces: beside what repeats one part of it stands what repeats another."""

    profiles: Mapping[str, Profile]
    beside: Mapping[str, Beside]

    def __call__(self, one: str, two: str, table: Mapping[Pair, Features]) -> float:
        """How much of one of the two stands beside the other, but not in it."""
        if self.profiles[one].statement.article == self.profiles[two].statement.article:
            return 0.0
        return max([0.0, *self._elsewhere(one, two, table), *self._elsewhere(two, one, table)])

    def _elsewhere(self, piece: str, block: str, table: Mapping[Pair, Features]) -> Iterator[float]:
        """How much what stands beside the piece has of other parts of the block."""
        if len(self.profiles[block].clauses) < PIECES:
            return
        for near in self._near(piece):
            alike = found_again(table, near, block)
            if alike >= SOME and self._part(block, near).isdisjoint(self._part(block, piece)):
                yield alike

    def _part(self, block: str, piece: str) -> frozenset[int]:
        return repeated(self.profiles[block], self.profiles[piece])

    def _near(self, one: str) -> Iterator[str]:
        """What its speaker says within two statements of it."""
        for side in (0, 1):
            near = self.beside[one][side]
            far = near and self.beside[near][side]
            yield from filter(None, (near, far))
