"""The scores that are still asked for once groups are known: of two statements of one group."""

from collections.abc import Iterable
from itertools import combinations

from onrecord.across.grouping import Group, Pair, Scores


def within(groups: Iterable[Group], scores: Scores) -> dict[Pair, float]:
    """A few of all; in a large pile the others would fill the memory."""
    pairs = (pair for group in groups for pair in combinations(sorted(group.ids), 2))
    return {pair: scores[pair] for pair in pairs if pair in scores}
