"""What a number says, in digits or in words: "1,250.5", "two and a half million", "tens of thousands"."""

import re
from collections.abc import Iterable
from functools import cache
from math import isfinite

from onrecord.lang.quantities import quantities

LONGEST = 40  # signs of a number; what is longer counts nothing that news could tell of
VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
}
_BLANKS = re.compile(r"[ \u00a0\u202f\u2009'’]")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
_COMMA = re.compile(r"\d+,\d{1,2}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_PARTS = re.compile(r"[^\W\d_]+")


def digits(words: str) -> float | None:
    """The value of a number in digits, however its groups are parted; None if it is none: 1.2.3, 5,5,5."""
    part = VULGAR.get(words[-1:], 0.0)
    words = _BLANKS.sub("", words[:-1] if part else words)
    if not words:
        return part
    if len(words) > LONGEST:
        return None
    if _COMMAS.fullmatch(words):
        words = words.replace(",", "")
    elif _DOTS.fullmatch(words):
        words = words.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(words):
        words = words.replace(",", ".")
    elif not _PLAIN.fullmatch(words):
        return None
    value = float(words) + part
    return value if isfinite(value) else None


def spelled(words: str) -> float | None:
    """The value of a number in words, "two hundred and fifty thousand"; None if they are none."""
    known = quantities()
    total, current = 0.0, 0.0
    for word in _PARTS.findall(words.lower()):
        if word in known.scales and known.scales[word] < 1000:
            current = (current or 1.0) * known.scales[word]
        elif word in known.scales:
            total, current = total + (current or 1.0) * known.scales[word], 0.0
        elif word in known.parts:  # "two and a half"
            current += 1 / known.parts[word]
        else:
            current += known.numbers.get(word, known.tens.get(word, 0.0))
    return total + current or None


def part(words: str) -> float | None:
    """The share that "two-thirds", "half" or "a quarter" is."""
    found = _PARTS.findall(words.lower())
    known = quantities()
    below = known.parts.get(found[-1]) or known.parts.get(found[-1].removesuffix("s"))
    above = next((known.numbers[word] for word in found[:-1] if word in known.numbers), 1.0)
    return above / below if below else None


@cache
def longest_first(*lists: str) -> str:
    """An alternation of the words of these lists of `quantities.toml`."""
    return alternation({word for name in lists for word in getattr(quantities(), name)})


def alternation(words: Iterable[str]) -> str:
    """The words, the longest first, grouped by their first letter so that few are tried; any case."""
    letters: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        letters.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"[{c}{c.upper()}](?i:{'|'.join(rest)})" for c, rest in sorted(letters.items()))
