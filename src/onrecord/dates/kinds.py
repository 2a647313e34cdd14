"""Kinds of words in dates, a letter for each: months, weekdays, units, "last", "ago", signs."""

import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from onrecord.dates.numbers import Kind
from onrecord.lang.dates import english_dates

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
    *("QTR", "HALFYEAR", "NUMDATE", "PAIR", "YEARS", "CLOCK", *dict.fromkeys(SIGNS.values())),
)
_KIND, _GROUP = re.compile(r"[A-Z]+"), re.compile(r"\((?!\?)")


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


@cache
def known() -> dict[str, Kind]:
    """Kind and meaning of every word on the lists, in each way it may be printed."""
    printed: dict[str, Kind] = {}
    for word, kind in _listed():
        names = kind[0] in ("MONTH", "WEEKDAY", "FOREIGN")
        doubtful = names and word in english_dates().doubtful
        forms = (word.capitalize(), word.upper()) if doubtful else (word, word.capitalize(), word.upper())
        printed |= dict.fromkeys(forms, kind)
    printed |= {f"FY{year}": ("YEAR", year) for year in range(1980, 2050)}
    printed |= {f"FY{year % 100:02}": ("YEAR", year) for year in range(1990, 2050)}
    printed |= {f"H{n}": ("HALFYEAR", n) for n in (1, 2)}
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
