"""What each attribution shows of its event: who speaks, the days and settings told beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.setting.beside import beside, told_before
from onrecord.attribution.setting.narration import Narration, anchor
from onrecord.attribution.setting.speakers import capitals
from onrecord.attribution.setting.stated import Stated
from onrecord.attribution.setting.times import DAY, PAST
from onrecord.record import Attribution
from onrecord.text.layout import Range

_ON = re.compile(
    r"\b(?:went on|goes on|also|add(?:ed|s|ing)|continu(?:ed|es|ing)|further|conclud(?:ed|es|ing))\b"
)


EDGE = 12  # code points in front of a time that opens its sentence: "But | last year"
BESIDE = 30  # code points between a cue and a time: "told reporters in Vell | last year"
_PERFECT = ("had ", "has ", "have ")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the narrator's words beside one attribution show of the event."""

    speaker: frozenset[str]  # entities, else names; empty for a pronoun that nothing settles
    names: frozenset[str]  # last names, whether or not there are entities
    block: int
    settings: tuple[Stated, ...]
    before: tuple[Stated, ...]  # told of just before
    days: frozenset[str]
    past: frozenset[str]  # words for another time than the event's: "last year", "had said"
    met: frozenset[str]  # names behind "met" or "a meeting with"
    runs_on: bool
    nobody: bool  # no speaker is named or meant: "was reported"


def scenes(told: Narration) -> tuple[Scene, ...]:
    """The scene of every attribution."""
    own, before = beside(told), told_before(told)
    return tuple(_scene(told, i, own[i], before[i]) for i in range(len(told.attributions)))


def _scene(told: Narration, i: int, own: tuple[Stated, ...], before: tuple[Stated, ...]) -> Scene:
    a, text = told.attributions[i], told.layout.text
    parts = told.parts[i]
    words = " | ".join(text[s:e] for s, e in parts)
    return Scene(
        speaker=told.speakers[i],
        names=told.names[i],
        block=told.layout.index(anchor(a)) or 0,
        settings=own,
        before=before,
        days=frozenset(match.group().lower() for match in DAY.finditer(words)),
        past=_past(told, i, parts),
        met=_met(told, parts, own),
        runs_on=_ON.search(words) is not None,
        nobody=not a.speakers,
    )


def _past(told: Narration, i: int, parts: Sequence[Range]) -> frozenset[str]:
    """Words for another time, at the edge of the sentence or beside the cue."""
    a, start = told.attributions[i], told.frames[i][0]
    found = (match for low, high in parts for match in PAST.finditer(told.layout.text, low, high))
    near = {m.group().lower() for m in found if m.start() - start <= EDGE or _beside(a, *m.span())}
    return frozenset(near | {"had" for cue in a.cue if cue.text.lower().startswith(_PERFECT)})


def _beside(a: Attribution, start: int, end: int) -> bool:
    return any(max(start - cue.end, cue.start - end) <= BESIDE for cue in a.cue)


def _met(told: Narration, parts: Sequence[Range], settings: Sequence[Stated]) -> frozenset[str]:
    """Whom a meeting that is told of beside an attribution was with."""
    at = min((s.end for s in settings if s.occasion == "meeting" and s.binding), default=None)
    if at is None:
        return frozenset()
    end = next(end for start, end in parts if start <= at <= end)
    return capitals(told.layout.text[at:end])
