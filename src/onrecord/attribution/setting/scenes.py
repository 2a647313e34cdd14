"""What each attribution shows of its event: who speaks, the days and settings told beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution.setting.narration import Narration, anchor
from onrecord.attribution.setting.stated import Stated, stated
from onrecord.lang import english, words
from onrecord.record import Attribution, Party
from onrecord.text.layout import Range

BACK = 2  # sentences without anybody's words in which an event is told of before the first words from it
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = re.compile(rf"\b(?:{_WEEKDAY}|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})\b")
_ON = re.compile(
    r"\b(?:went on|goes on|also|add(?:ed|s|ing)|continu(?:ed|es|ing)|further|conclud(?:ed|es|ing))\b"
)
_CAPITAL = re.compile(r"[^\W\d_a-z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the narrator's words beside one attribution show of the event."""

    speaker: frozenset[str]  # entities, else names; empty for a pronoun that nothing settles
    names: frozenset[str]  # last names, whether or not there are entities
    block: int
    settings: tuple[Stated, ...]
    days: frozenset[str]
    met: frozenset[str]  # names behind "met" or "a meeting with"
    runs_on: bool


def scene(told: Narration, i: int) -> Scene:
    """The scene of one attribution, read off the sentence of its cue and the sentences told just before."""
    a, text = told.attributions[i], told.layout.text
    parts = [part for frame in _frames(told, i) for part in told.told_by(i, *frame)]
    beside = " | ".join(text[s:e] for s, e in parts)
    settings = tuple(s for part in parts for s in stated(told.layout, *part))
    return Scene(
        speaker=speaker(a),
        names=_last_names(a),
        block=told.layout.index(anchor(a)) or 0,
        settings=settings,
        days=frozenset(match.group() for match in _DAY.finditer(beside)),
        met=_met(told, parts, settings),
        runs_on=_ON.search(beside) is not None,
    )


def _frames(told: Narration, i: int) -> Iterator[Range]:
    """The sentence of the cue, and before it those in which nobody else speaks."""
    yield told.frames[i]


def _met(told: Narration, parts: Sequence[Range], settings: Sequence[Stated]) -> frozenset[str]:
    """Whom a meeting that is told of beside an attribution was with."""
    at = min((s.end for s in settings if s.occasion == "meeting" and s.binding), default=None)
    if at is None:
        return frozenset()
    end = next(end for start, end in parts if start <= at <= end)
    return capitals(told.layout.text[at:end])


def speaker(a: Attribution) -> frozenset[str]:
    """Who speaks, to be compared: entity ids where they are known, else last names."""
    entities = frozenset(p.entity for p in a.speakers if p.entity is not None)
    return entities or _last_names(a)


def _last_names(a: Attribution) -> frozenset[str]:
    return frozenset(name for p in a.speakers for name in _names(p))


def capitals(text: str) -> frozenset[str]:
    """The capitalised words of a stretch, lower-cased: whom it may name."""
    return frozenset(_bare(word) for word in _CAPITAL.findall(text))


def _names(party: Party) -> Iterator[str]:
    spans = party.mention if party.mention and not _is_pronoun(party) else party.antecedent
    for span in spans:
        capitalised = _CAPITAL.findall(span.text)
        plain = words(span.text)
        if capitalised:
            yield _bare(capitalised[-1])
        elif plain and plain[-1] not in english().pronouns:
            yield plain[-1]


def _is_pronoun(party: Party) -> bool:
    return all(w in english().pronouns for s in party.mention for w in words(s.text))


def _bare(name: str) -> str:
    low = name.lower()
    return low.removesuffix("'s").removesuffix("’s")
