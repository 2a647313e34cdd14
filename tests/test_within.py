"""Scores kept once groups are known."""

from onrecord.across.grouping import Group
from onrecord.across.within import within


def test_scores_of_two_statements_of_one_group_are_kept() -> None:
    """In whichever order the group has them; no others."""
    group = Group((("a:a1", frozenset()), ("b:a1", frozenset()), ("c:a1", frozenset())))
    scores = {("a:a1", "b:a1"): 0.9, ("b:a1", "c:a1"): 0.4, ("a:a1", "d:a1"): 0.2}
    assert within([group], scores) == {("a:a1", "b:a1"): 0.9, ("b:a1", "c:a1"): 0.4}
