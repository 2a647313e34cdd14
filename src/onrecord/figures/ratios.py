"""How one quantity stands to another: "three times as many", "doubled", "one in five", "two-thirds"."""

import re
from dataclasses import replace

from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities

LEAST_ROUND = 1000  # of so many: larger numbers are round, or years
_DETERMINERS = ("the", "its", "their", "his", "her", "that", "what")
_TIMES = re.compile(r"[\s-](?P<times>times?)\b(?:\s+([a-z]+))?")
_IN = re.compile(
    r"\s+(?:(?:in|out\s+of)(?:\s+every)?|of(?=\s+(?:10|100|ten)\b))\s+(\d{1,3}(?:,\d{3})*|[a-z]+)\b(?!\s*(?:%|per\s?cent))"
)
_WORD_BEHIND = re.compile(r"\s([a-z]+)\b")


def multiple(text: str, found: Size, end: int) -> Size | None:
    """ "Twice as many", "doubled"; but "twice" alone counts times, and a double bed is none."""
    word, behind = found.core.words.lower(), _WORD_BEHIND.match(text, found.end, end)
    known, after = quantities().context, behind[1] if behind else ""
    if word in known["adjectives"] and after not in known["multiplied"]:
        return None
    joined = "-" in (text[found.end : found.end + 1], text[found.start - 1 : found.start])
    if joined or after in ("down", "back"):
        return None
    if word == "twice" and after not in known["multiplied"]:
        return replace(found, unit="times")
    return replace(found, kind="ratio", unit="times")


def share(found: Size) -> Size:
    """A part of a whole in per cent: "two-thirds"."""
    low, high = (None if v is None else round(v * 100, 3) for v in (found.low, found.high))
    return replace(found, kind="share", unit="%", low=low, high=high)


def times(text: str, found: Size, end: int) -> Size | None:
    """ "Three times as many", "hundred times more" are ratios; "three times" is a count of them."""
    match = _TIMES.match(text, found.end, end)
    if match is None:
        return None
    if match[2] in quantities().context["than"]:
        upto = match.end("times") if match[2] in _DETERMINERS else match.end()
        return replace(found, end=upto, kind="ratio", unit="times")
    return replace(found, end=match.end("times"), unit="times")


def in_so_many(text: str, found: Size, end: int) -> Size | None:
    """ "One in five", "nine out of ten"."""
    match = _IN.match(text, found.end, end)
    known = quantities()
    if match is None or not found.plain or found.low is None or found.kind == "money":
        return None
    whole = known.numbers.get(match[1]) or known.scales.get(match[1]) or known.tens.get(match[1])
    if match[1][0].isdecimal():
        whole = float(match[1].replace(",", ""))
    if (
        not whole
        or found.low >= whole
        or whole >= LEAST_ROUND
        and "," not in match[1]
        and whole % LEAST_ROUND
    ):
        return None  # "three in 2019"
    high = (found.high or found.low) / whole
    return replace(found, end=match.end(), kind="ratio", unit=None, low=found.low / whole, high=high)
