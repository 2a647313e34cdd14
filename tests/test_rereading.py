"""Judgements about articles that are changed and read again: each is where it was, or told as orphaned."""

import random

import pytest

from onrecord.tagger import load
from tests.rereading import Counted, read, texts


def counted(articles: int, rounds: int, tagger: str) -> Counted:
    """What became of the judgements of so many articles, each changed and read again so many times."""
    chance, found = random.Random(articles), Counted()
    for text in texts(articles):
        first = read(text, load(tagger))
        for _ in range(rounds):
            found.article(first, load(tagger), chance)
    return found


@pytest.mark.slow
def test_ten_articles_that_changed() -> None:
    """None of their judgements is about other words now, and most are where they were."""
    found = counted(10, 3, "rules")
    assert found.misplaced == []
    assert found.counts["there"] > 0.6 * found.counts.total()


@pytest.mark.soak
def test_fifty_articles_that_changed() -> None:
    """The same, for fifty, read by the network."""
    found = counted(50, 5, "best")
    print(found.counts)
    assert found.misplaced == []
    assert found.counts["there"] > 0.6 * found.counts.total()
