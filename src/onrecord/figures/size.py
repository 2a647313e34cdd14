"""A quantity on its way from a number to a figure: its words, bounds, kind and unit."""

import re
from dataclasses import dataclass, replace
from functools import cache
from math import prod

from onrecord.figures.core import Core
from onrecord.lang.quantities import quantities
from onrecord.record import Comparator, FigureKind

_SCALE = re.compile(r"([\s\u00a0-]?)([A-Za-z]+)\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLURAL = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")


@dataclass(frozen=True, slots=True)
class Size:
    """A quantity as far as it is known; `core` is the number alone, `start` to `end` what measures it too."""

    core: Core
    start: int
    end: int
    low: float | None
    high: float | None
    comparator: Comparator | None = None
    kind: FigureKind = "count"
    unit: str | None = None
    factor: float = 1.0  # 1e6 in "5 million"
    upper: int = 0  # where the second number of a range ends

    @property
    def number(self) -> tuple[int, int]:
        """Where the number stands, both of a range."""
        return self.core.start, max(self.core.end, self.upper)

    @property
    def plain(self) -> bool:
        """Whether it is a number in digits or words, and no share, multiple or place."""
        return self.core.sort in ("digits", "spelled")


def scaled(text: str, core: Core, start: int, end: int) -> Size:
    """The number with the sign of money before it and the scale behind: "$1.5bn", "Rs 5 crore"."""
    found = _money(text, Size(core, core.start, core.end, core.low, core.high), start)
    if not found.plain or core.low is None:
        return found
    known, at, factor = quantities(), found.end, 1.0
    while (match := _SCALE.match(text, at, end)) is not None:
        step = known.scales.get(match[2].lower()) or (_short(text, found, match) if factor == 1 else 0.0)
        if not step:
            break
        at, factor = match.end(), factor * step
    value = round(core.low * factor, 6)
    spelled_out = (known.scales.get(word.lower(), 1.0) for word in _LETTERS.findall(core.words))
    return replace(found, end=at, low=value, high=value, factor=factor * prod(spelled_out))


@cache
def signs() -> str:
    """An alternation of the signs and codes of money, the longest first."""
    return "|".join(map(re.escape, sorted(quantities().signs, key=len, reverse=True)))


@cache
def _sign_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])({signs()})[\s\u00a0]?\Z")


def _money(text: str, found: Size, start: int) -> Size:
    """ "US$ 7", "Rs 5", "€3"."""
    if found.core.sort != "digits" or found.start == start or text[found.start - 1].islower():
        return found
    near = max(start, found.start - 6)
    match = _sign_before().search(text[near : found.start])
    if match is None:
        return found
    return replace(found, start=near + match.start(), kind="money", unit=quantities().signs[match[1]])


def _short(text: str, found: Size, match: re.Match[str]) -> float:
    """What "bn", "m" or "k" behind digits multiplies by; "5m" is a length unless money or things follow."""
    if (
        found.core.sort != "digits"
        or match[2] in ("B", "K", "Cr", "Mil", "cr")
        and match[1]
        and found.kind != "money"
    ):
        return 0.0
    if match[2] in ("m", "mil", "b", "k") and found.kind != "money" and not _PLURAL.match(text, match.end()):
        return 0.0 if match[2] == "m" or match[1] else quantities().short_scales[match[2]]
    return quantities().short_scales.get(match[2].lower(), 0.0)
