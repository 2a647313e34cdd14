"""The number itself, without what it counts: "1.5", "two dozen", "half", "tens of thousands", "twice"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.figures.numerals import VULGAR, alternation, digits, longest_first, part, spelled
from onrecord.lang.quantities import quantities

Sort = Literal["digits", "spelled", "vague", "part", "multiple", "ordinal", "more", "past"]
_SORTS: dict[str, Sort] = {
    "digits": "digits",
    "spelled": "spelled",
    "halves": "spelled",
    "vague": "vague",
    "part": "part",
    "multiple": "multiple",
    "ordinal": "ordinal",
    "more": "more",
    "past": "past",
}
CODE = 3  # letters of the code of a currency: "SGD"
_OTHER_WORDS = ("past", "last", "tens", "handful", "many", "far")
_FIRST, _LAST = re.compile(r"^[a-z]+"), re.compile(r"[a-z]+$")
_PART = f"[{''.join(VULGAR)}]"
DIGITS = rf"\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?!\d)|\d+(?:[.,'’]\d+)*{_PART}?|{_PART}"


@dataclass(frozen=True, slots=True)
class Core:
    """A number as it stands in the text: where, what it says at least and at most, and what sort it is."""

    start: int
    end: int
    low: float | None
    high: float | None
    sort: Sort
    words: str


@cache
def pattern() -> re.Pattern[str]:
    """Everything that can begin a figure, tried in this order."""
    tens, small, scales = longest_first("tens"), longest_first("numbers"), longest_first("scales")
    vague, parts, ordinals = longest_first("vague"), longest_first("parts"), longest_first("ordinals")
    simple = rf"(?:(?:{tens})(?:[\s-](?:{small})\b)?|{small})"
    more = rf"(?:[\s-]+(?:{scales})\b(?:\s+and\s+{simple}\b|[\s-]{simple}\b)?)*"
    spoken = rf"{simple}(?:\s+and\s+a\s+(?:half|quarter)\b)?{more}"
    bare = rf"(?:{scales})(?:[\s-]+(?:{scales})\b)*"
    halves = rf"(?i:half|quarter)(?:[\s-]+of)?(?:[\s-]+an?)?[\s-]+(?:{scales})"
    alone = rf"(?<=\b[Aa]\s)(?:{parts})(?=\s(?:of|to|or|less|more|the|from|in|by|since|over)\b|[.,;)])"
    fraction = rf"[Hh]al(?:f|ves)|{simple}[\s-](?:{parts})s?|{alone}"
    place = rf"(?<!\w)(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{ordinals}|(?:{tens})-(?:{ordinals}|first)))\b"
    return re.compile(
        rf"\b(?:(?P<halves>{halves})|(?P<part>{fraction}))\b|(?P<ordinal>{place})"
        rf"|(?P<digits>(?<!\.)(?:{DIGITS}))"
        rf"|\b(?:(?P<past>(?i:past|last)(?=\s+\w))"
        rf"|(?P<vague>(?:(?:{vague}|[Tt]ens)\s+of\s+)?(?:{vague})|[Hh]andful(?=\s+of\b))"
        rf"|(?P<spelled>{spoken}|{bare})"
        rf"|(?P<multiple>{longest_first('multiples')}|(?:{small}|{tens})fold)"
        rf"|(?P<more>(?:[Mm]any|[Ff]ar)\s+(?:more|fewer)))\b"
    )


@cache
def triggers() -> re.Pattern[str]:
    """What a number can begin with, so that the grammar is tried at few places."""
    known = quantities()
    words = {*known.numbers, *known.tens, *known.scales, *known.vague, *known.parts, *known.ordinals}
    words |= {*known.multiples, *_OTHER_WORDS, *(f"{word}fold" for word in (*known.numbers, *known.tens))}
    codes = "|".join(sign for sign in known.signs if sign.isalpha() and len(sign) == CODE)
    return re.compile(rf"(?<!\w)(?:\d|{_PART}|(?:{alternation(words)})\b)|(?<=\b(?:{codes}))\d")


def cores(text: str, start: int, end: int) -> Iterator[Core]:
    """The numbers of a stretch in order, whatever they turn out to be."""
    number, done = pattern(), start
    for place in triggers().finditer(text, start, end):
        if place.start() < done:
            continue
        match = number.match(text, place.start(), end)
        core = match and _read(match)
        if match and core:
            done = match.end()
            yield core


def read_at(text: str, before: re.Match[str] | None, end: int) -> Core | None:
    """The number that begins where a match ends, or None."""
    match = pattern().match(text, before.end(), end) if before else None
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Core | None:
    sort, words = match.lastgroup, match[0]
    low, high = _bounds(sort or "", words.lower())
    if low is None and high is None and sort not in ("more", "vague", "digits"):
        return None
    return Core(match.start(), match.end(), low, high, _SORTS[sort or ""], words)


def _bounds(sort: str, words: str) -> tuple[float | None, float | None]:
    """What the words say at least and at most; vague ones leave open how many more."""
    value = _value(sort, words)
    return value, None if sort == "vague" else value


def _value(sort: str, words: str) -> float | None:
    known = quantities()
    if sort == "digits":
        return digits(words)
    if sort == "ordinal":
        return digits(words[:-2]) if words[0].isdecimal() else _place(words)
    if sort == "vague":
        times, _, of = words.partition(" of ")
        factor = 20.0 if times == "tens" else float(known.vague.get(times, 0.0)) or None
        return float(known.vague[of.strip()] / 2 * (factor or 1.0)) if of else factor
    if sort == "halves":
        return (spelled(_LAST.findall(words)[0]) or 0.0) / known.parts[_FIRST.findall(words)[0]]
    if sort == "part":
        return part(words)
    if sort == "multiple":
        return float(known.multiples.get(words, 0.0)) or spelled(words.removesuffix("fold"))
    return 1.0 if sort == "past" else spelled(words) if sort == "spelled" else None


def _place(words: str) -> float | None:
    tens, _, small = words.rpartition("-")
    known = quantities()
    return known.tens.get(tens, 0.0) + known.ordinals.get(small, 1.0)
