"""What a pair looks like among the other statements of its two articles."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.across.features import Features
from onrecord.across.profile import Profile

NEAR = 2  # statements before and behind in the article that are neighbours
MANY = 4  # rivals; more say no more

Pair = tuple[str, str]


def among_rivals(profiles: Mapping[str, Profile], table: Mapping[Pair, Features]) -> dict[Pair, Features]:
    """The same table with `outdone` and `neighbours`; both depend on the two articles alone."""
    likeness = {pair: row.alike for pair, row in table.items()}
    rivals = _rivals(profiles, likeness)
    near = _neighbours(profiles)
    return {
        (one, two): replace(
            row,
            outdone=_outdone(profiles, rivals, one, two, row.alike),
            neighbours=_most_alike(near[one], near[two], one, two, likeness) if not row.one_article else 0.0,
        )
        for (one, two), row in table.items()
    }


def _rivals(
    profiles: Mapping[str, Profile], likeness: Mapping[Pair, float]
) -> Mapping[tuple[str, str], list[float]]:
    """How like a statement those of an article are, in rising order."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for (one, two), alike in likeness.items():
        found[one, profiles[two].statement.article].append(alike)
        found[two, profiles[one].statement.article].append(alike)
    for values in found.values():
        values.sort(reverse=True)
    return found


def _outdone(
    profiles: Mapping[str, Profile],
    rivals: Mapping[tuple[str, str], list[float]],
    one: str,
    two: str,
    alike: float,
) -> float:
    better = sum(
        bisect_left(rivals[a, profiles[b].statement.article], -alike, key=lambda value: -value)
        for a, b in ((one, two), (two, one))
    )
    return min(better, MANY) / MANY


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
