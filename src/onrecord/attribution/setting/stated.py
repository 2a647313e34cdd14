"""Words that say through what or on what occasion something was said: "in a speech", "tweeted", "on X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from onrecord.lang.settings import english_settings
from onrecord.record import SettingKind
from onrecord.text.layout import Layout

BEFORE = 90  # code points before a noun in which its determiner stands
MODIFIERS = 9  # words between what leads to a noun and the noun
_WORD = re.compile(r"\w+(?:['’.&-]{1,2}\w+)*")
_SIGN = re.compile(r"[^\w\s'’.,&$%“”\"-]|,\s(?!\d)|\.\s(?!\d)")
_MET = re.compile(
    r"\s+(?:with\s+)?(?:[^\W\d_a-z]|\d|(?:the|an?|his|her|their|its|our|more|several|some|dozens|hundreds|members"
    r"|reporters|journalists|officials|students|supporters|families|relatives|leaders|him|them|me|us)\b)"
)
_WAS = re.compile(r"\b(?:was|were|been|be|is|are)\s+$")
_OWNER = ("'s", "’s", "s'", "s’")

Found = re.Match[str]


@dataclass(frozen=True, slots=True)
class Stated:
    """A noun, verb or name that is a setting, with its determiner, and whether it is known already."""

    start: int  # of the determiner or first modifier
    head: int  # of the noun
    end: int
    noun: str
    channel: SettingKind | None
    occasion: SettingKind | None
    name: str | None  # "CNN", "X"; nouns have none
    binding: bool  # something is said there, it is not merely spoken of: "in a speech", "gave a speech"
    fresh: bool  # spoken of for the first time: "a speech"
    apart: bool  # told apart from one before: "a separate interview"

    @property
    def kind(self) -> SettingKind | None:
        return self.channel or self.occasion


def stated(layout: Layout, start: int, end: int) -> Iterator[Stated]:
    """The settings named in a stretch of text, in order; two words that belong together before one."""
    words = list(_WORD.finditer(layout.text, start, end))
    begin, behind = english_settings().begin, 0  # the last one read
    firsts = (i for i, word in enumerate(words) if _first(word[0]) in begin)
    for i in firsts:
        for many in (2, 1) if i >= behind else ():
            found = _read(layout.text, words, i, many)
            if found is not None:
                yield found
                behind = i + many
                break


@lru_cache(maxsize=1 << 15)
def _first(word: str) -> str:
    """A word as the lists have it: without what hangs on an apostrophe."""
    return word.lower().partition("'")[0].partition("’")[0]


def _read(text: str, words: Sequence[Found], i: int, many: int) -> Stated | None:
    """The setting that a number of words from one on are."""
    if i + many > len(words):
        return None
    known = english_settings()
    at = words[i].start(), words[i + many - 1].end()
    written = " ".join(w.group() for w in words[i : i + many]).removesuffix("'s").removesuffix("’s")
    low = written.lower()
    before = words[max(0, i - MODIFIERS) : i]
    following = _next(text, words, i + many)
    if (
        low == "meeting"
        and following == "with"
        and not _phrase(text, before, at[0])[1]
        and written[0].isupper()
    ):
        return _act(text, at, low)
    if written in known.names:
        return _name(text, before, at, written, following)
    if low in known.channels or low in known.occasions:
        is_part = following in known.attributive | known.channels.keys() - {"broadcast"}
        return None if is_part or _in_name(text, words, i, many) else _noun(text, before, at, low)
    return _act(text, at, low) if low in known.acts else None


def _next(text: str, words: Sequence[Found], i: int) -> str:
    """The word that follows with nothing but a blank between."""
    if i >= len(words) or text[words[i - 1].end() : words[i].start()].strip():
        return ""
    return words[i].group().lower()


def _in_name(text: str, words: Sequence[Found], i: int, many: int) -> bool:
    """Whether a noun is the end of a name: "the Harbour Post"."""
    noun, before = words[i].group(), words[i - 1].group() if i else ""
    if not noun[0].isupper() or not before[:1].isupper() or before.lower() in english_settings().back:
        return False
    if _next(text, words, i + many).isdigit():
        return False  # "Security Council Resolution 99"
    beside = not text[words[i - 1].end() : words[i].start()].strip()
    return beside and words[i + many - 1].group().lower() not in english_settings().can_be_named


def _act(text: str, at: tuple[int, int], word: str) -> Stated | None:
    kind = cast(SettingKind, english_settings().acts.get(word, "meeting"))
    if kind == "meeting" and (_MET.match(text, at[1]) is None or _WAS.search(text, max(0, at[0] - 8), at[0])):
        return None
    channel, occasion = (None, kind) if kind == "meeting" else (kind, None)
    return Stated(at[0], *at, word, channel, occasion, None, binding=True, fresh=True, apart=False)


def _name(text: str, before: Sequence[Found], at: tuple[int, int], name: str, following: str) -> Stated:
    known = english_settings()
    kind = cast(SettingKind, known.names[name])
    _, _, led_by = _phrase(text, before, at[0])
    called = led_by in ("on", "upon") and any(w.group().lower().startswith("call") for w in before[-2:])
    led = led_by in ("on", "via", "to") and not called and (led_by != "to" or kind == "post")
    binding = led or kind == "post" and following in known.platform_users
    return Stated(at[0], *at, name, kind, None, name, binding=binding, fresh=False, apart=False)


def _noun(text: str, before: Sequence[Found], at: tuple[int, int], noun: str) -> Stated:
    known = english_settings()
    head, end = at
    before = [w for w in before if head - BEFORE <= w.start()]
    start, determiner, led_by = _phrase(text, before, head)
    modifiers = {w.group().lower() for w in before if start <= w.start()}
    channel = cast(SettingKind | None, known.channels.get(noun))
    occasion = cast(SettingKind | None, known.occasions.get(noun))
    leading = known.only_in.get(noun) or known.said_in[channel or occasion or "other"]
    given = led_by in known.giving and (noun not in known.only_in or noun in known.occasions)
    return Stated(
        start,
        head,
        end,
        noun,
        channel,
        occasion,
        None,
        binding=led_by in leading or given,
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
            return start, determiner, _led_by(low, before, word)
        start = word.start()
        if low in known.fresh or low in known.back or low.endswith(_OWNER):
            determiner = low
    return start, determiner, ""


def _led_by(low: str, before: Sequence[Found], word: Found) -> str:
    """The word in front, or "in" for what is a copy of it: "a transcript of his speech"."""
    at = next((n for n, w in enumerate(before) if w.start() == word.start()), 0)
    copied = low == "of" and at and before[at - 1].group().lower() in english_settings().copies
    return "in" if copied else low
