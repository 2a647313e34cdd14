"""Each pronoun with those it may stand for, and what can be seen of the two together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.people.scene import BEARERS, BEFORE, BEHIND, CASES, KINDS, STAND_FOR, Floats, Ints, Scene

BACK = 30  # mentions before a pronoun that are looked at
AHEAD = 4  # and behind it, in the same sentence
PRONOUN = KINDS.index("pronoun")
CLASH = -0.5  # genders told by a title, a noun or the first of two names differ: never meant
# Who can be meant: a person by "he", several or a body by "they", a body or a document by "it".
FITTING = {
    "feminine": ("person", None),
    "masculine": ("person", None),
    "several": ("person", "organisation", "group", None),
    "thing": ("organisation", "document", "location", None),
}


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Numbers of mentions: a pronoun and a candidate in each place; the pairs of a pronoun stand together."""

    pronoun: Ints
    candidate: Ints


def pairs(scene: Scene, wanted: Sequence[int] | None = None) -> Pairs:
    """Every pronoun, or those wanted, with the mentions near it that fit its gender and kind."""
    pronouns = np.flatnonzero(scene.kind == PRONOUN)
    if wanted is not None:
        pronouns = _leading_to(scene, pronouns, np.array(wanted, np.intp))
    steps = np.concatenate([np.arange(-BACK, 0), np.arange(1, AHEAD + 1)])
    p, c = np.repeat(pronouns, len(steps)), (pronouns[:, None] + steps).ravel()
    inside = (c >= 0) & (c < len(scene.kind))
    p, c = p[inside], c[inside]
    ahead = (c > p) & ((scene.sentence[c] != scene.sentence[p]) | (scene.kind[c] == PRONOUN))
    pronoun = scene.kind[c] == PRONOUN
    alike = np.where(pronoun, scene.stands_for[c] == scene.stands_for[p], _fits(scene, p, c))
    keep = ~ahead & alike & (scene.gender[p] * scene.gender[c] > CLASH)
    return Pairs(p[keep], c[keep])


def _leading_to(scene: Scene, pronouns: Ints, wanted: Ints) -> Ints:
    """Those wanted and the ones alike before them, which pass on what they stand for."""
    last = np.full(len(STAND_FOR), -1)
    np.maximum.at(last, scene.stands_for[wanted], wanted)
    return pronouns[pronouns <= last[scene.stands_for[pronouns]]]


_FITS = np.array([[b in FITTING.get(s or "", ()) for b in BEARERS] for s in STAND_FOR])


def _fits(scene: Scene, p: Ints, c: Ints) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    return _FITS[scene.stands_for[p], scene.bearer[c]]


def features(scene: Scene, made: Pairs) -> Floats:
    """One row of numbers for each pair."""
    p, c = made.pronoun, made.candidate
    blocks = (_distance(scene, p, c), _agreement(scene, p, c), _places(scene, p, c), _standing(scene, c))
    more = (_said(scene, p, c), _rivals(scene, made), _between(scene, p, c))
    return np.concatenate([*blocks, *more], axis=1).astype(np.float32)


def _distance(scene: Scene, p: Ints, c: Ints) -> Floats:
    ahead = c > p
    first = _opens(scene)
    sentences = np.minimum(_number(scene.sentence)[p] - _number(scene.sentence)[c], 3)
    words = np.abs(scene.word[p] - scene.word[c])
    same, last = (sentences == 0) & ~ahead, sentences == 1
    return np.column_stack(
        [
            scene.seen[p] & scene.seen[c],
            _one_hot(np.where(ahead, 4, sentences), 5),
            _one_hot(np.clip(scene.block[p] - scene.block[c], 0, 3), 4),
            np.log1p(words),
            np.log1p(np.abs(p - c)),
            same & first[c],
            last & first[c],
            first[c],
            first[p],
        ]
    )


def _agreement(scene: Scene, p: Ints, c: Ints) -> Floats:
    agree = scene.gender[p] * scene.gender[c]
    return np.column_stack(
        [
            agree >= 0.9,
            (agree > 0.4) & (agree < 0.9),
            (agree > 0) & (agree <= 0.4),
            agree < 0,
            scene.gender[p] > 0,
            _one_hot(scene.stands_for[p], 4),
            _one_hot(scene.kind[c], 3),
            _one_hot(scene.bearer[c], len(BEARERS)),
            scene.stands_for[p] == scene.stands_for[c],
        ]
    )


def _places(scene: Scene, p: Ints, c: Ints) -> Floats:
    """Where the two stand in their sentences, as far as the words beside them tell."""
    verb, owner, under = BEHIND.index("verbs"), BEHIND.index("'s"), BEFORE.index("prepositions")
    subject = (scene.behind == verb) | (scene.case == CASES.index("subject"))
    says, asks = subject[c], scene.case[p] == CASES.index("subject")
    owns = (scene.case[p] == CASES.index("possessive")) | (scene.case[p] == CASES.index("either"))
    near = scene.sentence[p] == scene.sentence[c]
    return np.column_stack(
        [
            _one_hot(scene.case[p], 5),
            _one_hot(scene.case[c], 6),
            scene.case[p] == scene.case[c],
            _one_hot(scene.before[c], len(BEFORE)),
            _one_hot(scene.behind[c], len(BEHIND)),
            _one_hot(scene.before[p], len(BEFORE)),
            _one_hot(scene.behind[p], len(BEHIND)),
            says & asks,
            says & ~asks,
            says & near,
            says & ~near,
            (scene.before[c] == under) & asks,
            (scene.behind[c] == owner) & owns,
        ]
    )


def _standing(scene: Scene, c: Ints) -> Floats:
    """How much the article is about the candidate."""
    return np.column_stack(
        [
            np.log1p(scene.often[c]),
            np.log1p(scene.so_far[c]),
            scene.so_far[c] == 0,
            scene.rank[c] == 0,
            np.minimum(scene.rank[c], 5) / 5,
            scene.long[c],
        ]
    )


def _said(scene: Scene, p: Ints, c: Ints) -> Floats:
    """Inside whose words the two stand; nobody says "he" of himself in marks."""
    inside, quoted = scene.content[p] >= 0, scene.depth[p] > 0
    who = np.where(scene.entity[c] >= 0, scene.entity[c], -2 - c)
    own = inside & (scene.said_by[p] == who)
    last = last_speaker(scene)[p] == c
    return np.column_stack(
        [
            quoted,
            scene.depth[c] > 0,
            inside,
            scene.content[c] >= 0,
            inside & (scene.content[p] == scene.content[c]),
            own & quoted,
            own & ~quoted,
            scene.speaks[p],
            scene.speaks[c],
            scene.speaks[p] & scene.speaks[c],
            last,
            last & scene.speaks[p],
            last & ~inside,
            np.log1p(_spoken(scene)[c]),
        ]
    )


def last_speaker(scene: Scene) -> Ints:
    """For each mention the speaker before it, -1 where nobody spoke."""
    places = np.where(scene.speaks > 0, np.arange(len(scene.speaks)), -1)
    return np.concatenate([[-1], np.maximum.accumulate(places)[:-1]])


def _spoken(scene: Scene) -> Ints:
    """How often the entity of each mention is a speaker by its name or noun."""
    named = scene.entity >= 0
    times = np.bincount(scene.entity[named], scene.speaks[named], minlength=1)
    return np.where(named, times[np.maximum(scene.entity, 0)], 0)


def _between(scene: Scene, p: Ints, c: Ints) -> Floats:
    """What stands between two of the same sentence: "told him" leaves no room for the one who told."""
    near = (scene.sentence[p] == scene.sentence[c])[:, None]
    passed = np.abs(scene.passed[:, p] - scene.passed[:, c]).T
    words = np.abs(scene.word[p] - scene.word[c])
    subject = scene.behind == BEHIND.index("verbs")
    subject |= scene.case == CASES.index("subject")
    subjects = np.concatenate([[0], np.cumsum(subject)])
    low, high = np.minimum(p, c), np.maximum(p, c)
    nearer = subjects[high] - subjects[low + 1]
    return np.column_stack(
        [
            np.minimum(passed, 3) / 3 * near,
            (passed > 0) & near,
            _one_hot(np.where(near[:, 0], np.searchsorted(STEPS, words), len(STEPS) + 1), len(STEPS) + 2),
            np.minimum(nearer, 3) / 3,
            (nearer == 0) & subject[c],
            (nearer == 0) & subject[c] & near[:, 0],
        ]
    )


STEPS = np.array([2, 3, 4, 6, 9, 14, 20])  # words between


def _rivals(scene: Scene, made: Pairs) -> Floats:
    """How many other names and nouns that fit stand between the two."""
    p, c = made.pronoun, made.candidate
    fits = ((scene.kind[c] != PRONOUN) & (scene.gender[p] * scene.gender[c] >= 0)).astype(np.intp)
    passed = np.cumsum(fits)
    begins = np.searchsorted(p, p, side="left")
    ends = np.searchsorted(p, p, side="right") - 1
    nearest = np.where(c < p, _last_before(made, begins, ends), begins)
    between = np.where(c < p, passed[nearest] - passed, passed - passed[nearest])
    between = np.maximum(between, 0)
    return np.column_stack([_one_hot(np.minimum(between, 4), 5), np.log1p(between)])


def _last_before(made: Pairs, begins: Ints, ends: Ints) -> Ints:
    """The pair of the nearest candidate before the pronoun of each pair."""
    ahead = (made.candidate > made.pronoun).astype(np.intp)
    behind = np.concatenate([[0], np.cumsum(ahead)])
    last: Ints = np.maximum(begins, ends - (behind[ends + 1] - behind[begins]))
    return last


def _opens(scene: Scene) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Which mentions are the first of their sentence."""
    opens = np.ones(len(scene.sentence), bool)
    opens[1:] = scene.sentence[1:] != scene.sentence[:-1]
    return opens


def _number(sentence: Ints) -> Ints:
    """Sentences that hold a mention, counted."""
    number = np.zeros(len(sentence), np.intp)
    number[1:] = np.cumsum(sentence[1:] != sentence[:-1])
    return number


def _one_hot(number: Ints, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[np.minimum(number, size - 1)]
