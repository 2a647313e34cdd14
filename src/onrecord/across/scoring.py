"""How likely two statements are reports of one utterance: weights on the table of features, and the reasons.

The weights were fitted by `training/train_scorer.py` and stand in `scorer.json`, where they can be read.
"""

import json
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import attrgetter

from onrecord.across.candidates import candidates
from onrecord.across.earlier import NOTHING, Earlier
from onrecord.across.features import NAMES, Features, features, verbatim
from onrecord.across.occasions import same_day_possible
from onrecord.across.profile import Profile
from onrecord.across.rivals import Rivals, by_articles
from onrecord.across.unit_ids import is_claim, is_cut
from onrecord.across.voices import Voice, voices

OPEN = 0.95  # score that a statement which names nobody needs …
ALIKE = 0.6  # … and one whose speaker is called what the other calls the one it names
DISPUTED = 0.97  # score that two named speakers need; hard negatives of the 14 events reach .95 …
DISPUTED_VERBATIM = 0.8  # … or the share of the shorter one that is word for word the same …
DISPUTED_WORDS = 8  # … and so many words at least: "he is 3" is said by two people
SHARED = 2  # words that a sentence of a long statement and another share; it has many, and one is chance
CLAIM = 0.7  # of the score of a claim joined to another: it has few words; from 0.8 on, false pairs come in
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
        moved = sum(self.weights[name] * (value - self.usual[name]) for name, value in _named(pair))
        return 1 / (1 + math.exp(-self.bias - moved))

    def moves(self, pair: Features) -> dict[str, float]:
        """How far each feature moves the score, up or down, from that of a usual pair."""
        return {name: self.weights[name] * (value - self.usual[name]) for name, value in _named(pair)}

    def telling(self, pair: Features) -> tuple[str, ...]:
        """The features that speak most for the pair."""
        moves = self.moves(pair)
        best = sorted((name for name in moves if moves[name] > 0), key=lambda name: (-moves[name], name))
        return tuple(best[:WORTH_TELLING])


_values = attrgetter(*NAMES)


def _named(pair: Features) -> Iterator[tuple[str, float]]:
    return zip(NAMES, _values(pair), strict=True)


@cache
def scorer() -> Scorer:
    """The weights of `scorer.json`."""
    data = json.loads(resources.files("onrecord.across").joinpath("scorer.json").read_text(encoding="utf-8"))
    return Scorer(data["bias"], data["weights"], data["usual"])


def scores(profiles: Mapping[str, Profile], by: Scorer, earlier: Earlier = NOTHING) -> dict[Pair, float]:
    """The score of every candidate pair; two speakers' statements count only where the words are one text."""
    likely: dict[Pair, float] = {}
    for rows in tables(profiles, earlier):
        found = {pair: by.score(row) * _trust(pair, profiles) for pair, row in rows.items()}
        those = {pair: score for pair, score in found.items() if _may_be_one(profiles, pair, score)}
        earlier.add(rows, those)
        likely |= those
    return dict(sorted(likely.items()))


def _trust(pair: Pair, profiles: Collection[str]) -> float:
    return CLAIM if any(is_claim(unit, profiles) for unit in pair) else 1.0


def table(profiles: Mapping[str, Profile], earlier: Earlier = NOTHING) -> dict[Pair, Features]:
    """The features of every candidate pair."""
    return {pair: row for rows in tables(profiles, earlier) for pair, row in rows.items()}


def tables(profiles: Mapping[str, Profile], earlier: Earlier = NOTHING) -> Iterator[dict[Pair, Features]]:
    """The same in parts, as together they fill the memory; a pair's features depend on its two articles."""
    likely = candidates(profiles)
    known, rivals = earlier.near(likely), Rivals(profiles)
    for pairs in by_articles(profiles, likely):
        rows = {pair: known.get(pair) or features(*(profiles[id_] for id_ in pair)) for pair in pairs}
        alone = {pair: row for pair, row in rows.items() if _voices(profiles, *pair) != "other"}
        yield rows | rivals.among(alone)


def _voices(profiles: Mapping[str, Profile], one: str, two: str) -> Voice:
    return voices(profiles[one].statement, profiles[two].statement)


def _may_be_one(profiles: Mapping[str, Profile], pair: Pair, score: float) -> bool:
    one, two = (profiles[id_] for id_ in pair)
    if not same_day_possible(one.statement, two.statement) or _by_chance(one, two):
        return False
    told = voices(one.statement, two.statement)
    if told == "same":
        return True
    long = min(len(one.stems), len(two.stems)) >= DISPUTED_WORDS
    if (told == "alike" and score >= ALIKE) or (told == "open" and score >= OPEN):
        return True
    return long and (score >= DISPUTED or verbatim(one, two) >= DISPUTED_VERBATIM)


def _by_chance(one: Profile, two: Profile) -> bool:
    """Whether a sentence of a long statement, or a claim of a short one, has next to nothing of the other."""
    shared = len(one.weights.keys() & two.weights.keys())
    return (is_cut(one.id) or is_cut(two.id)) and shared < min(SHARED, len(one.weights), len(two.weights))
