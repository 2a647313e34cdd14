"""Sentences that tell of an event with its day: "Ada Bell gave her keynote in Ardeh on Monday"."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.attribution.setting.stated import stated
from onrecord.dates.acts import is_modifier, is_tied
from onrecord.dates.expression import Expression
from onrecord.dates.frame import Frame
from onrecord.lang import words
from onrecord.lang.acts import act_words
from onrecord.lang.settings import english_settings
from onrecord.record import SettingKind
from onrecord.text.layout import Layout, Range

LIVE = frozenset(
    ("speech", "press-conference", "meeting", "interview", "call")
)  # at which people speak for a while
WRITTEN = frozenset(("statement", "letter", "document"))  # whose words follow in the same paragraph
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PLACE = re.compile(r"\b(?:in|at|of|from|to|near)\s+$", re.IGNORECASE)
_NAMES = re.compile(r"[A-ZÀ-Þ][\w-]+(?:['’]s?\b)?(?:\s+[A-ZÀ-Þ][\w-]+(?:['’]s?\b)?)*")


@dataclass(frozen=True, slots=True)
class Event:
    """Something at which people speak, told of with its day."""

    at: int
    day: Expression
    kind: SettingKind
    names: frozenset[str]

    @property
    def live(self) -> bool:
        """Whether people speak there for a while."""
        return self.kind in LIVE


def may_tell(text: str, start: int, end: int) -> bool:
    """Whether any word of a stretch can be that of an event."""
    return not _words().isdisjoint(words(text[start:end]))


@cache
def _words() -> frozenset[str]:
    settings = english_settings()
    known = {**settings.channels, **settings.occasions, **settings.acts}
    nouns = {word.split()[-1] for word, kind in known.items() if kind in LIVE | WRITTEN}
    return frozenset(nouns) | act_words().meeting


def event_in(layout: Layout, frame: Frame, day: Expression) -> Event | None:
    """The event of a sentence that a date of it belongs to, if there is one."""
    for place, kind in _happenings(layout, frame):
        if _belongs(frame, place, day):
            return Event(max(day.end, place[1]), day, kind, names_in(frame.text))
    return None


def _happenings(layout: Layout, frame: Frame) -> list[tuple[Range, SettingKind]]:
    """Where a sentence speaks of a speech or meeting, outside anybody's words."""
    found = [
        ((s.start, s.end), s.kind)
        for s in stated(layout, frame.start, frame.end)
        if s.binding
        and s.kind in LIVE | WRITTEN
        and frame.between(s.head, s.end).strip() == layout.text[s.head : s.end].strip()
    ]
    verbs = act_words().meeting
    acts = [
        ((frame.start + w.start(), frame.start + w.end()), "meeting")
        for w in _WORD.finditer(frame.text)
        if w.group() in verbs
    ]
    return [(place, kind) for place, kind in (*found, *acts) if kind is not None]  # type: ignore[misc]


def _belongs(frame: Frame, place: Range, day: Expression) -> bool:
    """Whether a date and a happening are of one clause: the date opens it, names it or follows it."""
    if place[0] <= day.start and day.end <= place[1]:
        return True
    if is_modifier(frame, day):
        return day.end <= place[0] and not frame.between(day.end, place[0]).strip()
    return is_tied(frame, place, day)


def names_in(text: str) -> frozenset[str]:
    """The last names in a stretch, lower-cased: neither whose adviser somebody is, nor where."""
    found: set[str] = set()
    for run in _NAMES.finditer(text):
        words = run.group().split()
        if _PLACE.search(text, 0, run.start()):
            words = words[1:]
        found |= {w.lower() for w in words if not re.search(r"['’]s?$", w)}
    return frozenset(found)
