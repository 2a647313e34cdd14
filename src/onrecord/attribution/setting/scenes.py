"""What each attribution shows of its event: who speaks, the days and settings told beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.setting.beside import beside, told_before
from onrecord.attribution.setting.narration import Narration, anchor
from onrecord.attribution.setting.speakers import capitals, last_names, speaker
from onrecord.attribution.setting.stated import Stated
from onrecord.attribution.setting.times import DAY
from onrecord.text.layout import Range

_ON = re.compile(
    r"\b(?:went on|goes on|also|add(?:ed|s|ing)|continu(?:ed|es|ing)|further|conclud(?:ed|es|ing))\b"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the narrator's words beside one attribution show of the event."""

    speaker: frozenset[str]  # entities, else names; empty for a pronoun that nothing settles
    names: frozenset[str]  # last names, whether or not there are entities
    block: int
    settings: tuple[Stated, ...]
    before: tuple[Stated, ...]  # told of just before
    days: frozenset[str]
    met: frozenset[str]  # names behind "met" or "a meeting with"
    runs_on: bool


def scenes(told: Narration) -> tuple[Scene, ...]:
    """The scene of every attribution."""
    own, before = beside(told), told_before(told)
    return tuple(_scene(told, i, own[i], before[i]) for i in range(len(told.attributions)))


def _scene(told: Narration, i: int, own: tuple[Stated, ...], before: tuple[Stated, ...]) -> Scene:
    a, text = told.attributions[i], told.layout.text
    parts = told.told_by(i, *told.frames[i])
    words = " | ".join(text[s:e] for s, e in parts)
    return Scene(
        speaker=speaker(a),
        names=last_names(a),
        block=told.layout.index(anchor(a)) or 0,
        settings=own,
        before=before,
        days=frozenset(match.group().lower() for match in DAY.finditer(words)),
        met=_met(told, parts, own),
        runs_on=_ON.search(words) is not None,
    )


def _met(told: Narration, parts: Sequence[Range], settings: Sequence[Stated]) -> frozenset[str]:
    """Whom a meeting that is told of beside an attribution was with."""
    at = min((s.end for s in settings if s.occasion == "meeting" and s.binding), default=None)
    if at is None:
        return frozenset()
    end = next(end for start, end in parts if start <= at <= end)
    return capitals(told.layout.text[at:end])
