"""How likely two statements are reports of one utterance: weights on the table of features, and the reasons.

The weights were fitted by `training/train_scorer.py` and stand in `scorer.json`, where they can be read.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cache
from importlib import resources

from onrecord.across.candidates import candidates
from onrecord.across.features import NAMES, Features, features
from onrecord.across.profile import Profile

DISPUTED = (
    0.8  # verbatim run that two statements of different speakers must share, as a share of the shorter …
)
DISPUTED_WORDS = 8  # … and in words
WORTH_TELLING = 3  # features that a reason names: those that moved the score most


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """A weight for each feature; what a pair with the usual features would get is in `bias` and `usual`."""

    bias: float
    weights: Mapping[str, float]
    usual: Mapping[str, float]

    def score(self, pair: Features) -> float:
        """0 to 1."""
        return 1 / (1 + math.exp(-self.bias - sum(self.moves(pair).values())))

    def moves(self, pair: Features) -> dict[str, float]:
        """How far each feature moves the score, up or down, from that of a usual pair."""
        values = dict(zip(NAMES, astuple(pair), strict=True))
        return {name: weight * (values[name] - self.usual[name]) for name, weight in self.weights.items()}

    def telling(self, pair: Features) -> tuple[str, ...]:
        """The features that speak most for the pair."""
        moves = self.moves(pair)
        best = sorted((name for name in moves if moves[name] > 0), key=lambda name: (-moves[name], name))
        return tuple(best[:WORTH_TELLING])


@cache
def scorer() -> Scorer:
    """The weights of `scorer.json`."""
    data = json.loads(resources.files("onrecord.across").joinpath("scorer.json").read_text(encoding="utf-8"))
    return Scorer(data["bias"], data["weights"], data["usual"])


def scores(profiles: Mapping[str, Profile], by: Scorer) -> dict[Pair, float]:
    """The score of every candidate pair; two speakers' statements count only where the words are one text."""
    found: dict[Pair, float] = {}
    for one, two in candidates(profiles):
        pair = features(profiles[one], profiles[two])
        if _may_be_one(profiles[one], profiles[two], pair):
            found[one, two] = by.score(pair)
    return found


def _may_be_one(one: Profile, two: Profile, pair: Features) -> bool:
    if set(one.statement.speakers) & set(two.statement.speakers):
        return True
    words = min(len(one.stems), len(two.stems))
    return words >= DISPUTED_WORDS and pair.verbatim >= DISPUTED
