"""A text as the grammar of dates looks at it: words and signs, each of a kind, one letter a kind."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from onrecord.dates.kinds import kinds, known, letters
from onrecord.dates.numbers import Kind, read_number
from onrecord.lang.dates import english_dates

# A date never runs on over an empty line. A number is taken with all that is glued to it: "3-2", "5pm".
_WORD = re.compile(
    r"\d+(?:[.,:/–-]\d+)*[^\W\d_]*|[ap]\.m\b\.?|[AP]\.M\b\.?|[^\W_]+|['’]s\b|\n[ \t\r]*\n\s*|[^\w\s]"
)
# What leaves a number no date: "$1,995", "No. #7", "40%"; "F-16" too, but not "mid-2019".
UNREAD = "?"
_GLUED = frozenset("$€£¥#@\\/._~=+*&°%")
_PREFIXES = frozenset(("mid", "early", "late", "pre", "post", "since", "until", "summer", "spring", "winter"))
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign, where it stands, its kind, and what it stands for."""

    start: int
    end: int
    kind: str
    value: Any


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch: where they stand, and their kinds spelled as letters (`code`)."""

    text: str
    code: str
    places: tuple[tuple[int, int], ...]
    values: Mapping[int, Any]

    def word(self, i: int) -> Word:
        start, end = self.places[i]
        kind = kinds()[self.code[i]]
        meant = known().get(self.text[start:end])
        return Word(start, end, kind, self.values[i] if i in self.values else meant and meant[1])

    def kind(self, i: int) -> str:
        """The kind of a word; "BREAK" before the first and behind the last."""
        return kinds()[self.code[i]] if 0 <= i < len(self.code) else "BREAK"

    def printed(self, i: int) -> str:
        """A word as it is printed; nothing before the first and behind the last."""
        return self.text[slice(*self.places[i])] if 0 <= i < len(self.places) else ""


def words(text: str, start: int, end: int) -> Words:
    """Every word of a stretch with its kind."""
    found = list(_WORD.finditer(text, start, end))
    places = [match.span() for match in found]
    code = [_letter(match[0]) for match in found]
    values: dict[int, Any] = {}
    inside: set[int] = set()  # the words of a holiday's name behind its first
    for i in (i for i, letter in enumerate(code) if letter == UNREAD):
        if i not in inside:
            kind, values[i], until = _read(text, *places[i], end)
            code[i] = letters()[kind]
            inside |= set(range(i + 1, bisect_left(places, (until,), i + 1)))
            places[i] = places[i][0], until
    if inside:
        kept = [i for i in range(len(code)) if i not in inside]
        code, places = [code[i] for i in kept], [places[i] for i in kept]
        values = {n: values[i] for n, i in enumerate(kept) if i in values}
    return Words(text, "".join(code), tuple(places), values)


@lru_cache(maxsize=1 << 15)
def _letter(word: str) -> str:
    """The letter of a word's kind, where the word alone tells it: of nearly all."""
    if word in _first_words() or word[0].isdigit():
        return UNREAD
    kind = "BREAK" if word[0] == "\n" else known()[word][0] if word in known() else "X"
    return letters()[kind]


def _read(text: str, start: int, end: int, limit: int) -> tuple[str, Any, int]:
    """Kind and value of a number or of a holiday's first word, and where it ends."""
    word = text[start:end]
    name = _holiday(text, start, limit) if word in _first_words() else None
    if name:
        return "HOLIDAY", name.lower().replace("’", "'"), start + len(name)
    if word[0].isdigit():
        return *_number(text, start, end), end
    return *known().get(word, ("X", None)), end


def _number(text: str, start: int, end: int) -> Kind:
    """A number, unless what is glued to it makes it something else."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    month = before == "." and _word_before(text, start - 1) in english_dates().months  # "Oct.14"
    if before in _GLUED and not month or after in ("%", "°"):
        return "X", None
    if before in ("-", "–") and text[max(0, start - 2) : start - 1].isalnum():
        prefix = _word_before(text, start - 1)
        if prefix not in _PREFIXES and prefix not in english_dates().months:
            return "X", None
    return read_number(text[start:end].lower())


def _word_before(text: str, end: int) -> str:
    """The letters that end at an offset."""
    match = _LETTERS_BEFORE.search(text[max(0, end - 12) : end])
    return match[0].lower() if match else ""


@cache
def _first_words() -> frozenset[str]:
    """How a holiday's name may begin."""
    first = {_WORD.match(name)[0] for name in english_dates().holidays}  # type: ignore[index]
    return frozenset(form for word in first for form in (word.capitalize(), word.upper()))


@cache
def _holidays() -> re.Pattern[str]:
    names = sorted(english_dates().holidays, key=len, reverse=True)
    either = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"(?:{either})\b", re.IGNORECASE)


def _holiday(text: str, start: int, limit: int) -> str | None:
    match = _holidays().match(text, start, limit)
    return match[0] if match else None
