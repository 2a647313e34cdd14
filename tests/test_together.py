"""The order in which utterances are worked at: those of one article after each other."""

from onrecord.across.together import neighbours_together


def test_sets_that_share_members_follow_each_other() -> None:
    """From neighbour to neighbour, then on to those that share nothing with them."""
    sets = [("dam",), ("silo",), ("dam", "port"), ("silo", "mine"), ("port",)]
    assert list(neighbours_together(sets)) == [0, 2, 4, 1, 3]


def test_each_is_told_once() -> None:
    """Whatever they share; an empty set too."""
    sets = [("a", "b"), (), ("b", "c"), ("c", "a"), ("a", "b")]
    assert sorted(neighbours_together(sets)) == [0, 1, 2, 3, 4]
