"""What a date expression comes to: a value in EDTF, or an interval, or nothing; and other readings."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Grain = Literal[
    "day", "weekend", "week", "fortnight", "month", "quarter", "half", "season", "year", "decade", "century"
]
Basis = Literal["explicit", "relative", "none"]
Range = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A second reading: one that is possible too, or one that the words themselves contradict."""

    kind: Literal["conflict", "alternative"]
    value: str | None
    range: Range | None
    why: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date as far as words and anchor allow; `range` where it is an interval or narrower than the value."""

    value: str | None = None
    range: Range | None = None
    basis: Basis = "none"
    grain: Grain | None = None
    anchored: bool = False  # whether the anchor was needed for it
    others: tuple[Reading, ...] = ()
    rule: str = "open"  # the name of what decided


def interval(first: date | None, last: date | None) -> Range:
    """Two days as a range, either of them open."""
    return (first.isoformat() if first else None, last.isoformat() if last else None)
