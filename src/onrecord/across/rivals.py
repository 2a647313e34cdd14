"""What a pair looks like among the other statements of its two articles."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.across.features import Features
from onrecord.across.profile import Profile
from onrecord.across.told_beside import Beside, Pieces, beside, found_again
from onrecord.across.unit_ids import is_of

MANY = 4  # rivals; more say no more
REPEATED = 0.3  # what is so much alike in one article is said twice there: in the headline and below it

Pair = tuple[str, str]


def by_articles(profiles: Mapping[str, Profile], pairs: Collection[Pair]) -> Iterator[list[Pair]]:
    """First the pairs inside articles, then those of two articles, all of any two together."""
    article = {id_: one.statement.article for id_, one in profiles.items()}

    def first(pair: Pair) -> str:
        return min(article[pair[0]], article[pair[1]])

    yield [pair for pair in pairs if article[pair[0]] == article[pair[1]]]
    across = sorted((pair for pair in pairs if article[pair[0]] != article[pair[1]]), key=first)
    yield from (list(some) for _, some in groupby(across, key=first))


class Rivals:
    """What stands beside a pair; all of it depends on its two articles alone, given what is alike in each."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._profiles, self._beside = profiles, beside(profiles)
        self._inside: dict[Pair, float] = {}  # likeness of two statements of one article

    def among(self, table: Mapping[Pair, Features]) -> dict[Pair, Features]:
        """The same table with what stands beside each pair; pairs inside articles must have come before."""
        likeness = {pair: row.alike for pair, row in table.items()}
        self._inside |= {pair: likeness[pair] for pair, row in table.items() if row.one_article}
        rivals, pieces = _rivals(self._profiles, likeness), Pieces(self._profiles, self._beside)
        found: dict[Pair, Features] = {}
        for (one, two), row in table.items():
            run, between = _run(row, table, self._beside[one], self._beside[two])
            outdone = self._outdone(rivals, likeness[one, two], one, two)
            in_turn = pieces(one, two, table)
            found[one, two] = replace(row, outdone=outdone, run=run, between=between, in_turn=in_turn)
        return found

    def _outdone(self, rivals: "Ranked", likeness: float, one: str, two: str) -> float:
        """How many are more like one of the two than the other is, but for those that repeat the other."""
        better = 0
        for here, there in ((one, two), (two, one)):
            for alike, other in rivals[here, self._profiles[there].statement.article]:
                if -alike <= likeness or better == MANY:
                    break
                better += not is_of(other, there) and _like(self._inside, other, there) < REPEATED
        return better / MANY


Ranked = Mapping[tuple[str, str], Sequence[tuple[float, str]]]


def _rivals(profiles: Mapping[str, Profile], likeness: Mapping[Pair, float]) -> Ranked:
    """How like a statement those of an article are, the most alike first."""
    found: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for (one, two), alike in likeness.items():
        found[one, profiles[two].statement.article].append((-alike, two))
        found[two, profiles[one].statement.article].append((-alike, one))
    for values in found.values():
        values.sort()
    return found


def _like(likeness: Mapping[Pair, float], one: str, two: str) -> float:
    return likeness.get((one, two) if one < two else (two, one), 0.0)


def _run(row: Features, table: Mapping[Pair, Features], one: Beside, two: Beside) -> tuple[float, float]:
    """How alike the neighbours on one side are, and those on the other, the more alike first."""
    if row.one_article:
        return 0.0, 0.0
    sides = [found_again(table, a, b) for a, b in zip(one, two, strict=True)]
    return max(sides), min(sides)
