"""The mentions of an article side by side, as arrays: what the ranker of antecedents looks at."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from onrecord.lang.pronouns import english_pronouns
from onrecord.people.given_names import gender_of_given
from onrecord.people.mention import Mention
from onrecord.people.nouns import gender_of
from onrecord.record import Attribution
from onrecord.tagger import Vectors

Ints = NDArray[np.intp]
Floats = NDArray[np.float32]
KINDS = ("name", "role", "pronoun")
BEARERS = ("person", "organisation", "group", "account", "document", "location", None)
CASES = ("subject", "object", "possessive", "either", "reflexive", None)
STAND_FOR = ("feminine", "masculine", "several", "thing", None)
BEFORE = ("", ",", "(", '"', "joining", "clauses", "prepositions", "verbs", "word", "other")
BEHIND = ("'s", ",", ".", "(", ")", "joining", "clauses", "prepositions", "verbs", "word", "other")
SURE, LIKELY, FAINT = (
    1.0,
    0.6,
    0.3,
)  # a gender told by a title or noun, by a full name's first, by a name alone
_T = TypeVar("_T")
WIDTH = 384  # numbers of a word's vector
_NEXT = re.compile(r"\s*([\w’'-]+|[^\w\s])")
_SPACES = re.compile(r"\s+")
_LOOKED_BACK = 24


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One entry per mention in every array; entities are numbered from 0 in the order they come up."""

    mentions: Sequence[Mention]
    kind: Ints
    bearer: Ints
    case: Ints
    stands_for: Ints
    entity: Ints  # -1: a pronoun
    gender: Floats  # 1 feminine … -1 masculine, of the whole entity
    sentence: Ints  # where it begins
    block: Ints
    word: Ints  # number of the word it begins with
    depth: Ints
    before: Ints
    behind: Ints
    long: Ints  # whether it has more than one word
    content: Ints  # the attribution whose content it stands in, the innermost; or -1
    said_by: Ints  # the entity (or for a pronoun, minus its number - 2) whose words it stands in; or -1
    speaks: Ints  # whether it is a speaker
    so_far: Ints  # how often its entity was mentioned before
    often: Ints  # … and in all
    rank: Ints  # its entity's number
    vectors: Floats
    seen: Ints  # whether there is a vector
    passed: Ints  # one row per class of small words and marks: how many stand before each mention


def scene(
    text: str, mentions: Sequence[Mention], attributions: Sequence[Attribution], vectors: Sequence[Vectors]
) -> Scene:
    """Everything about the mentions of an article, which are given in text order."""
    words = english_pronouns()
    pronouns = [m.head if m.kind == "pronoun" else "" for m in mentions]
    entity = _entities(mentions)
    content, said_by, speaks = _said(text, mentions, entity, attributions)
    so_far, often = _counts(entity)
    rows, seen = _vectors(mentions, vectors)
    blanks = [m.start() for m in _SPACES.finditer(text)]
    return Scene(
        mentions,
        _ints(mentions, lambda m: KINDS.index(m.kind) if m.kind in KINDS else 1),
        _ints(mentions, lambda m: BEARERS.index(m.bearer)),
        _ints(pronouns, lambda p: CASES.index(words.cases.get(p))),
        _ints(pronouns, lambda p: STAND_FOR.index(words.stand_for.get(p))),
        entity,
        _genders(text, mentions, entity),
        _ints(mentions, lambda m: m.sentence),
        _ints(mentions, lambda m: m.block),
        _ints(mentions, lambda m: bisect_left(blanks, m.start)),
        _ints(mentions, lambda m: m.depth),
        _ints(mentions, lambda m: _before(text, m)),
        _ints(mentions, lambda m: _behind(text, m.end)),
        _ints(mentions, lambda m: " " in text[m.start : m.end]),
        content,
        said_by,
        speaks,
        so_far,
        often,
        np.where(entity >= 0, entity, len(mentions)),
        rows,
        seen,
        _passed(text, mentions),
    )


def _ints(things: Sequence[_T], number: Callable[[_T], int]) -> Ints:
    return np.fromiter(map(number, things), np.intp, len(things))


def _entities(mentions: Sequence[Mention]) -> Ints:
    numbers: dict[int, int] = {}
    return _ints(mentions, lambda m: -1 if m.entity is None else numbers.setdefault(m.entity, len(numbers)))


def _counts(entity: Ints) -> tuple[Ints, Ints]:
    """How often the entity of each mention was mentioned before it, and in all."""
    times: dict[int, int] = {}
    so_far = np.zeros(len(entity), np.intp)
    for i, number in enumerate(entity.tolist()):
        so_far[i] = times.get(number, 0)
        times[number] = so_far[i] + 1
    often = _ints(entity.tolist(), lambda number: times[number] if number >= 0 else 0)
    return np.where(entity >= 0, so_far, 0), often


def _genders(text: str, mentions: Sequence[Mention], entity: Ints) -> Floats:
    """What the surest of its mentions tells of each entity."""
    own = np.fromiter((_gender(text, m) for m in mentions), np.float32, len(mentions))
    best: dict[int, float] = {}
    for number, gender in zip(entity.tolist(), own.tolist(), strict=True):
        if number >= 0 and abs(gender) > abs(best.get(number, 0)):
            best[number] = gender
    of_entity = (
        best.get(n, 0.0) if n >= 0 else g for n, g in zip(entity.tolist(), own.tolist(), strict=True)
    )
    return np.fromiter(of_entity, np.float32, len(mentions))


def _gender(text: str, mention: Mention) -> float:
    """1 feminine, -1 masculine, 0 unknown, and between: by title, by the noun before, by the given name."""
    if mention.gender is not None:
        return SURE if mention.gender == "f" else -SURE
    if mention.kind != "name" or mention.bearer not in ("person", None):
        return 0.0
    before = _last(text, max(0, mention.start - _LOOKED_BACK), mention.start)
    noun = gender_of(before) if before[:1].isalpha() else None
    if noun is not None:
        return SURE if noun == "f" else -SURE
    parts = text[mention.start : mention.end].split()
    given = gender_of_given(parts[0].removesuffix("'s").removesuffix("’s")) if parts else None
    sure = LIKELY if len(parts) > 1 else FAINT
    return 0.0 if given is None else sure if given == "f" else -sure


def _before(text: str, mention: Mention) -> int:
    """The class of the word or mark before a mention."""
    start = max(mention.sentence, mention.start - _LOOKED_BACK)
    word = _last(text, start, mention.start).lower()
    return _place_in(word, BEFORE) if word else 0


def _last(text: str, start: int, end: int) -> str:
    """The last word or mark of a stretch, read backwards."""
    found = _NEXT.match(text[start:end][::-1])
    return found.group(1)[::-1] if found else ""


def _behind(text: str, end: int) -> int:
    """The class of the word or mark behind one."""
    if text[end : end + 2] in ("'s", "’s"):
        return 0
    found = _NEXT.match(text, end, end + _LOOKED_BACK)
    word = found.group(1).lower() if found else "."
    if word.islower() and word.endswith(("ed", "es")) and len(word) > 3:
        return BEHIND.index("verbs")
    return _place_in(word, BEHIND)


@lru_cache(maxsize=1 << 14)
def _place_in(word: str, classes: tuple[str, ...]) -> int:
    return classes.index(_class(word, classes))


def _class(word: str, classes: Sequence[str]) -> str:
    found = english_pronouns().beside.get(word)
    if found is not None:
        return found
    if word in classes:
        return word
    if word in "“‘`«''``":
        word = '"'
    elif word in "!?;:":
        word = "."
    elif word[0].isalpha():
        word = "word"
    return word if word in classes else "other"


def _said(
    text: str, mentions: Sequence[Mention], entity: Ints, attributions: Sequence[Attribution]
) -> tuple[Ints, Ints, Ints]:
    """For each mention the attribution it stands in, who says that, and whether it is itself a speaker."""
    starts = [m.start for m in mentions]
    content = np.full(len(mentions), -1, np.intp)
    said_by, speaks = content.copy(), np.zeros(len(mentions), np.intp)
    by_size = sorted(enumerate(attributions), key=lambda a: -sum(s.end - s.start for s in a[1].content))
    for number, one in by_size:
        who = -1
        for span in (s for party in one.speakers for s in party.mention):
            found = _speaking(text, mentions, *(bisect_left(starts, at) for at in (span.start, span.end)))
            if found is not None:
                speaks[found] = 1
                who = int(entity[found]) if entity[found] >= 0 else -2 - found
        for span in one.content:
            inside = slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
            content[inside], said_by[inside] = number, who
    return content, said_by, speaks


def _speaking(text: str, mentions: Sequence[Mention], low: int, high: int) -> int | None:
    """Of the mentions in the words of a speaker, whose they are: "Jo Lee, chairman of the Port Committee"."""
    people = [i for i in range(low, high) if mentions[i].bearer == "person" or mentions[i].kind == "pronoun"]
    under = BEFORE.index("prepositions")
    free = (i for i in people if _behind(text, mentions[i].end) and _before(text, mentions[i]) != under)
    return next(free, people[0] if people else low if low < high else None)


_SMALL = re.compile(r"\w+|[,()\"“”;:–—]")
_MARKS = {",": ",", "(": "()", ")": "()", '"': '"', "“": '"', "”": '"', **dict.fromkeys(";:–—", ";")}
SMALL = (",", "()", '"', ";", "joining", "clauses", "prepositions", "verbs")


def _passed(text: str, mentions: Sequence[Mention]) -> Ints:
    """How many small words and marks of each class stand in the text before each mention."""
    places: dict[str, list[int]] = {name: [] for name in SMALL}
    classes = {**english_pronouns().beside, **_MARKS}
    for found in _SMALL.finditer(text):
        name = classes.get(found.group().lower())
        if name is not None:
            places[name].append(found.start())
    starts = np.fromiter((m.start for m in mentions), np.intp, len(mentions))
    return np.stack([np.searchsorted(np.array(places[name], np.intp), starts) for name in SMALL])


def _vectors(mentions: Sequence[Mention], vectors: Sequence[Vectors]) -> tuple[Floats, Ints]:
    """The vector of the last word of each mention, zeros where there is none."""
    rows = np.zeros((len(mentions), WIDTH), np.float32)
    seen = np.zeros(len(mentions), np.intp)
    reach = list(accumulate((int(v.starts[-1]) if len(v.starts) else -1 for v in vectors), max))
    ends = np.fromiter((m.end for m in mentions), np.intp, len(mentions))
    part_of = np.searchsorted(reach, [m.start for m in mentions])
    for number in np.unique(part_of[part_of < len(reach)]).tolist():
        part, mine = vectors[number], np.flatnonzero(part_of == number)
        at = np.searchsorted(part.starts, ends[mine], side="left") - 1
        places, at = mine[at >= 0], at[at >= 0]
        rows[places], seen[places] = part.rows[at].astype(np.float16), 1
    return rows, seen
