"""How much a shared word says: little when all news has it, little when its article has it all the time."""

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import resources

from onrecord.across.roots import classes
from onrecord.lang.likeness import likeness

DENIAL = 3.0  # what a negation weighs: as much as a word that every twentieth text has

STEEP = 2  # swept 0.7-3 on the 14 events: below 1.5, two statements on the theme of the day look alike


@cache
def _table() -> tuple[float, Mapping[str, float]]:
    """The share of texts of ordinary news each root stands in, counted by `training/count_words.py`."""
    data = json.loads(resources.files("onrecord.across").joinpath("rarity.json").read_text(encoding="utf-8"))
    shares: dict[str, float] = data["shares"]
    for root, first in classes().items():
        if root in shares:
            shares[first] = max(shares.get(first, 0), shares[root])
    return data["least"], shares


@cache
def weight(root: str) -> float:
    """The rarity of a root in ordinary news: 0 where all texts have it, 4.6 where less than 1 % have."""
    if root in likeness().negations:
        return DENIAL
    least, shares = _table()
    return -math.log(shares.get(root, least))


class Habits:
    """In how many sentences of an article each root stands."""

    def __init__(self, sentences: Iterable[Collection[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._size = 0
        for roots in sentences:
            self._counts.update(set(roots))
            self._size += 1

    def share(self, root: str) -> float:
        """1 for a word that stands in one sentence, towards 0 for one that stands in all of them."""
        often = max(self._counts[root], 1)
        return float((math.log(1 + (self._size + 1) / often) / math.log(2 + self._size)) ** STEEP)
