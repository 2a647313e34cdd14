"""What a pair looks like among the other statements of its two articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.across.features import Features
from onrecord.across.profile import Profile

NEAR = 2  # statements before and behind in the article that are neighbours
MANY = 4  # rivals; more say no more
REPEATED = 0.3  # what is so much alike in one article is said twice there: in the headline and below it

Pair = tuple[str, str]


def among_rivals(profiles: Mapping[str, Profile], table: Mapping[Pair, Features]) -> dict[Pair, Features]:
    """The same table with `outdone` and `neighbours`; both depend on the two articles alone."""
    likeness = {pair: row.alike for pair, row in table.items()}
    rivals = _rivals(profiles, likeness)
    near = _neighbours(profiles)
    return {
        (one, two): replace(
            row,
            outdone=_outdone(profiles, rivals, likeness, one, two),
            neighbours=_most_alike(near[one], near[two], one, two, likeness) if not row.one_article else 0.0,
        )
        for (one, two), row in table.items()
    }


Rivals = Mapping[tuple[str, str], Sequence[tuple[float, str]]]


def _rivals(profiles: Mapping[str, Profile], likeness: Mapping[Pair, float]) -> Rivals:
    """How like a statement those of an article are, the most alike first."""
    found: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for (one, two), alike in likeness.items():
        found[one, profiles[two].statement.article].append((-alike, two))
        found[two, profiles[one].statement.article].append((-alike, one))
    for values in found.values():
        values.sort()
    return found


def _outdone(
    profiles: Mapping[str, Profile], rivals: Rivals, likeness: Mapping[Pair, float], one: str, two: str
) -> float:
    """How many are more like one of the two than the other is, but for those that repeat the other."""
    better = 0
    for here, there in ((one, two), (two, one)):
        for alike, other in rivals[here, profiles[there].statement.article]:
            if -alike <= likeness[one, two] or better == MANY:
                break
            better += _like(likeness, other, there) < REPEATED
    return better / MANY


def _like(likeness: Mapping[Pair, float], one: str, two: str) -> float:
    return likeness.get((one, two) if one < two else (two, one), 0.0)


def _neighbours(profiles: Mapping[str, Profile]) -> dict[str, Sequence[str]]:
    """Attribution id -> those just before and behind it in its article."""
    articles: dict[str, list[Profile]] = defaultdict(list)
    for one in profiles.values():
        articles[one.statement.article].append(one)
    near: dict[str, Sequence[str]] = {}
    for said in articles.values():
        ids = [one.id for one in sorted(said, key=lambda one: (one.start, one.id))]
        for at, id_ in enumerate(ids):
            near[id_] = ids[max(at - NEAR, 0) : at] + ids[at + 1 : at + 1 + NEAR]
    return near


def _most_alike(
    before: Sequence[str], behind: Sequence[str], one: str, two: str, likeness: Mapping[Pair, float]
) -> float:
    return max(
        (
            likeness.get((a, b) if a < b else (b, a), 0.0)
            for a in before
            for b in behind
            if a != two and b != one
        ),
        default=0.0,
    )
