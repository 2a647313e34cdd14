"""Words that say through what or on what occasion something was said: "in a speech", "tweeted"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from onrecord.lang.settings import english_settings
from onrecord.record import SettingKind
from onrecord.text.layout import Layout

BEFORE = 90  # code points before a noun in which its determiner stands
MODIFIERS = 9  # words between what leads to a noun and the noun
_WORD = re.compile(r"[\w'’.&-]*\w")
_SIGN = re.compile(r"[^\w\s'’.,&$%-]|,\s(?!\d)|\.\s")
Found = re.Match[str]


@dataclass(frozen=True, slots=True)
class Stated:
    """Such a noun with its determiner, or such a verb: what it is, and whether it is known already."""

    start: int  # of the determiner or first modifier
    head: int  # of the noun
    end: int
    noun: str
    channel: SettingKind | None
    occasion: SettingKind | None
    binding: bool  # something is said there, it is not merely spoken of: "in a speech", "gave a speech"
    fresh: bool  # spoken of for the first time: "a speech"
    apart: bool  # told apart from one before: "a separate interview"

    @property
    def kind(self) -> SettingKind | None:
        return self.channel or self.occasion


def stated(layout: Layout, start: int, end: int) -> Iterator[Stated]:
    """The settings named in a stretch of text, in order."""
    found = list(_WORD.finditer(layout.text, start, end))
    low = [word.group().lower() for word in found]
    known = english_settings()
    for i, word in enumerate(low):
        pair = f"{low[i - 1]} {word}" if i else ""
        following = f"{word} {low[i + 1]}" if i + 1 < len(low) else ""
        if pair in known.channels or pair in known.occasions:
            yield _noun(layout.text, found[: i + 1], found[i - 1].start(), pair)
        elif following in known.channels or following in known.occasions:
            continue
        elif word in known.channels or word in known.occasions:
            yield _noun(layout.text, found[max(0, i - MODIFIERS) : i + 1], found[i].start(), word)
        elif word in known.acts:
            yield _act(found[i], word)


def _act(found: Found, word: str) -> Stated:
    kind = cast(SettingKind, english_settings().acts[word])
    channel, occasion = (None, kind) if kind == "meeting" else (kind, None)
    return Stated(found.start(), found.start(), found.end(), word, channel, occasion, True, True, False)


def _noun(text: str, found: Sequence[Found], head: int, noun: str) -> Stated:
    known = english_settings()
    before = [w for w in found[-MODIFIERS - 2 :] if head - BEFORE <= w.start() < head]
    start, determiner, led_by = _phrase(text, before, head)
    modifiers = {w.group().lower() for w in before if start <= w.start()}
    return Stated(
        start,
        head,
        found[-1].end(),
        noun,
        cast(SettingKind | None, known.channels.get(noun)),
        cast(SettingKind | None, known.occasions.get(noun)),
        binding=led_by in known.said_in or led_by in known.giving,
        fresh=determiner in known.fresh or not determiner,
        apart=bool(modifiers & known.apart),
    )


def _phrase(text: str, before: Sequence[Found], head: int) -> tuple[int, str, str]:
    """Where the words of a noun begin, its determiner, and the word in front of them, read backwards."""
    known = english_settings()
    start, determiner = head, ""
    for word in reversed(before):
        low = word.group().lower()
        if _SIGN.search(text, word.end(), start + 1):
            return start, determiner, ""
        if determiner or low in known.prepositions or low in known.giving:
            return start, determiner, low
        start = word.start()
        if low in known.fresh or low in known.back or low.endswith(("'s", "’s", "s'", "s’")):
            determiner = low
    return start, determiner, ""
