"""Whom "he", "she", "it" and "they" stand for: the likeliest of those mentioned nearby, or nobody."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from onrecord.people.goes_on import leanings
from onrecord.people.mention import Mention, Resolved
from onrecord.people.pairs import pairs
from onrecord.people.ranker import scores
from onrecord.people.scene import Scene, scene
from onrecord.record import Attribution
from onrecord.tagger import Vectors

UNTOLD = 0.3  # what nobody weighs, of a pronoun that speaks: who said it is rarely left open
FAINT = 0.01  # what is less likely is not passed on: else a long text would pass on everybody
LEAST = 0.3  # below this nobody is named: a wrong person is worse than none; swept .25-.5 on training news


def antecedents(
    text: str,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    vectors: Sequence[Vectors],
    asked: Collection[int] | None = None,
    *,
    speaking: bool = False,
) -> dict[int, Resolved]:
    """For every pronoun among the mentions (by where it begins), whom it stands for and how surely.

    asked: of which pronouns alone this is wanted, by where they begin.
    speaking: take them for speakers, even if no attribution has them.
    """
    seen = scene(text, mentions, attributions, vectors)
    wanted = [
        p for p, m in enumerate(mentions) if m.kind == "pronoun" and (asked is None or m.start in asked)
    ]
    if speaking:
        seen.speaks[wanted] = 1
    found = answers(seen, wanted)
    places: dict[int, list[int]] = defaultdict(list)
    for i, entity in enumerate(seen.entity.tolist()):
        places[entity].append(i)
    return {mentions[p].start: _resolved(seen, p, found.get(p, {}), places) for p in wanted}


def answers(seen: Scene, wanted: Sequence[int] | None = None) -> Mapping[int, Mapping[int, float]]:
    """For every pronoun (its number) how probable each entity is; pronouns before it pass on theirs."""
    made = pairs(seen, wanted)
    rated = np.exp(np.clip(scores(seen, made) + leanings(seen, made), -15, 15)).tolist()
    candidates, entity = made.candidate.tolist(), seen.entity.tolist()
    numbers, begins = np.unique(made.pronoun, return_index=True)
    ends = np.append(begins, len(candidates))[1:].tolist()
    found: dict[int, Mapping[int, float]] = {}
    for p, begin, end in zip(numbers.tolist(), begins.tolist(), ends, strict=True):
        every = (UNTOLD if seen.speaks[p] else 1) + sum(rated[begin:end])
        chances: dict[int, float] = defaultdict(float)
        for c, rate in zip(candidates[begin:end], rated[begin:end], strict=True):
            passed = found.get(c, {}) if entity[c] < 0 else {entity[c]: 1.0}
            for number, chance in passed.items():
                chances[number] += rate / every * chance
        found[p] = {number: chance for number, chance in chances.items() if chance >= FAINT}
    return found


def _resolved(
    seen: Scene, p: int, chances: Mapping[int, float], places: Mapping[int, Sequence[int]]
) -> Resolved:
    best = max(chances, key=lambda number: (chances[number], -number), default=None)
    if best is None or chances[best] < LEAST:
        return Resolved(seen.mentions[p], None, chances[best] if best is not None else 0.0)
    return Resolved(seen.mentions[p], seen.mentions[_settling(p, places[best])], chances[best])


def _settling(p: int, places: Sequence[int]) -> int:
    """The mention of an entity that tells who it is: the last before the pronoun, else the first."""
    return places[max(bisect_left(places, p) - 1, 0)]
