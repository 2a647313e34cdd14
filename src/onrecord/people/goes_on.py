"""Who goes on speaking: what news does more often than the texts the ranker learned from."""

import numpy as np

from onrecord.people.pairs import PRONOUN, Pairs, last_speaker
from onrecord.people.scene import BEARERS, BEFORE, CASES, KINDS, STAND_FOR, Floats, Scene

# Both swept 0-3 on sixty articles of PolNeAR's training part.
GOES_ON = 2.0  # added for the last speaker, where the narrator brought nobody else in since
SPOKEN_OF = 3.0  # taken off those who are only spoken of inside what somebody said
ALONE = 3.0  # taken off a single person for "they"
UNDER = BEFORE.index("prepositions")
NAME, PERSON = KINDS.index("name"), BEARERS.index("person")


def leanings(scene: Scene, made: Pairs) -> Floats:
    """What to add to the score of each pair."""
    p, c = made.pronoun, made.candidate
    asks = (scene.content[p] < 0) & (scene.speaks[p] > 0)
    added = -SPOKEN_OF * (asks & (scene.content[c] >= 0))
    on = asks & (scene.content[c] < 0) & (last_speaker(scene)[p] == c)
    on &= scene.case[c] != CASES.index("possessive")
    for i in np.flatnonzero(on).tolist():
        if not _brought_in(scene, int(c[i]), int(p[i])):
            added[i] += GOES_ON
    several = scene.stands_for[p] == STAND_FOR.index("several")
    added -= ALONE * (several & (scene.kind[c] == NAME) & (scene.bearer[c] == PERSON))
    found: Floats = added.astype(np.float32)
    return found


def _brought_in(scene: Scene, c: int, p: int) -> bool:
    """Whether the narrator names somebody else between the two whom the pronoun can mean."""
    return any(
        scene.kind[i] != PRONOUN
        and scene.mentions[i].bearer == "person"
        and scene.content[i] < 0
        and scene.before[i] != UNDER
        and scene.entity[i] != scene.entity[c]
        and scene.gender[i] * scene.gender[p] >= 0
        for i in range(c + 1, p)
    )
