"""A text as the grammar of dates looks at it: words and signs, each of a kind, one letter a kind."""

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.dates.numbers import Kind, read_number
from onrecord.lang.dates import english_dates

# A date never runs on over an empty line. A number is taken with all that is glued to it: "3-2", "5pm".
_WORD = re.compile(
    r"\d+(?:[.,:/–-]\d+)*[^\W\d_]*|[ap]\.m\b\.?|[AP]\.M\b\.?|[^\W_]+|['’]s\b|\n[ \t\r]*\n\s*|[^\w\s]"
)
SIGNS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "(": "OPEN",
    ")": "CLOSE",
    "'": "APOS",
    "’": "APOS",
    "‘": "APOS",
    "'s": "POSS",
    "’s": "POSS",
}
# Kinds the code gives; the others are named in the word list. X is whatever is no part of a date.
KINDS = (
    *(
        "X",
        "BREAK",
        "MONTH",
        "FOREIGN",
        "WEEKDAY",
        "YEAR",
        "DAY",
        "NUM",
        "ORD",
        "CARD",
        "UNIT",
        "SEASON",
        "HOLIDAY",
    ),
    *("QTR", "NUMDATE", "PAIR", "YEARS", "CLOCK", *dict.fromkeys(SIGNS.values())),
)
# What leaves a number no date: "$1,995", "No. #7", "40%"; "F-16" too, but not "mid-2019".
_GLUED = frozenset("$€£¥#@\\/._~=+*&°%")
_PREFIXES = frozenset(("mid", "early", "late", "pre", "post", "since", "until", "summer", "spring", "winter"))
_KIND, _GROUP = re.compile(r"[A-Z]+"), re.compile(r"\((?!\?)")
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
        known = _known().get(self.text[start:end])
        return Word(start, end, kind, self.values[i] if i in self.values else known and known[1])

    def kind(self, i: int) -> str:
        """The kind of a word; "BREAK" before the first and behind the last."""
        return kinds()[self.code[i]] if 0 <= i < len(self.code) else "BREAK"

    def printed(self, i: int) -> str:
        """A word as it is printed; nothing before the first and behind the last."""
        return self.text[slice(*self.places[i])] if 0 <= i < len(self.places) else ""


@cache
def letters() -> dict[str, str]:
    """The letter of every kind."""
    names = dict.fromkeys([*KINDS, *english_dates().kinds.values()])
    alphabet = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x100)))
    return dict(zip(names, alphabet, strict=False))


@cache
def kinds() -> dict[str, str]:
    """The kind of every letter."""
    return {letter: kind for kind, letter in letters().items()}


@cache
def spelled(pattern: str) -> re.Pattern[str]:
    """A pattern over names of kinds as one over their letters: "MONTH DOT? DAY" -> "bu?e"."""
    letter = letters()
    compact = _KIND.sub(lambda name: letter[name[0]], pattern).replace(" ", "")
    return re.compile(_GROUP.sub("(?:", compact))


def words(text: str, start: int, end: int) -> Words:
    """Every word of a stretch with its kind."""
    known, letter, first_words = _known(), letters(), _first_words()
    code: list[str] = []
    places: list[tuple[int, int]] = []
    values: dict[int, Any] = {}
    skip = start
    for match in _WORD.finditer(text, start, end):
        printed, place = match[0], match.span()
        if place[0] < skip:
            continue
        kind = known[printed][0] if printed in known else "X"
        if printed in first_words and (name := _holiday(text, place[0], end)):
            kind, values[len(code)] = "HOLIDAY", name.lower().replace("’", "'")
            place = place[0], place[0] + len(name)
            skip = place[1]
        elif printed[0].isdigit():
            kind, values[len(code)] = _number(text, *place)
        elif printed[0] == "\n":
            kind = "BREAK"
        code.append(letter[kind])
        places.append(place)
    return Words(text, "".join(code), tuple(places), values)


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
def _known() -> dict[str, Kind]:
    """Kind and meaning of every word on the lists, in each way it may be printed."""
    printed: dict[str, Kind] = {}
    for word, kind in _listed():
        names = kind[0] in ("MONTH", "WEEKDAY", "FOREIGN")
        doubtful = names and word in english_dates().doubtful
        forms = (word.capitalize(), word.upper()) if doubtful else (word, word.capitalize(), word.upper())
        printed |= dict.fromkeys(forms, kind)
    printed |= {f"FY{year}": ("YEAR", year) for year in range(1980, 2050)}
    printed |= {f"FY{year % 100:02}": ("YEAR", year) for year in range(1990, 2050)}
    printed |= {f"{q}{n}": ("QTR", n) for q in "Qq" for n in (1, 2, 3, 4)}
    printed |= {
        f"{half}{dots}": ("CLOCK", half) for half in ("a.m", "p.m", "A.M", "P.M") for dots in ("", ".")
    }
    return printed | {sign: (kind, None) for sign, kind in SIGNS.items()}


def _listed() -> Iterator[tuple[str, Kind]]:
    lists = english_dates()
    yield from ((word, (kind, None)) for word, kind in lists.kinds.items())
    tables: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("CARD", lists.numbers),
        ("ORD", lists.ordinals),
        ("UNIT", lists.units),
        ("SEASON", lists.seasons),
        ("FOREIGN", lists.foreign_months),
        ("WEEKDAY", lists.weekdays),
        ("MONTH", lists.months),
    )
    for kind, table in tables:
        yield from ((word, (kind, value)) for word, value in table.items())


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
