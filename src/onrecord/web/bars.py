"""A small bar chart as numbers for an SVG: how many a month, each bar a link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 72
MOST = 120  # bars; ten years of months; of more the last are shown
WIDEST = 36


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The whole drawing; `left_out` is how many bars did not fit."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    left_out: int


def months(counted: Sequence[tuple[str, int]], href: Callable[[str], str]) -> Bars:
    """A bar for every month from the first to the last, those without anything too."""
    numbers = dict(counted)
    every = _between(min(numbers), max(numbers)) if numbers else []
    return drawn([(month, numbers.get(month, 0)) for month in every], href)


def drawn(counted: Sequence[tuple[str, int]], href: Callable[[str], str]) -> Bars:
    """The bars as they are given, in this order."""
    shown = counted[-MOST:]
    step = min(WIDTH / max(len(shown), 1), WIDEST)
    most = max((count for _, count in shown), default=1) or 1
    bars = []
    for i, (label, count) in enumerate(shown):
        height = round(count / most * (HEIGHT - 2), 1)
        height = max(height, 2.0) if count else 0.0
        bars.append(
            Bar(round(i * step, 1), HEIGHT - height, round(step * 0.8, 1), height, label, count, href(label))
        )
    return Bars(WIDTH, HEIGHT, tuple(bars), len(counted) - len(shown))


def _between(first: str, last: str) -> list[str]:
    year, month = int(first[:4]), int(first[5:7])
    found = []
    while (one := f"{year:04}-{month:02}") <= last:
        found.append(one)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found[-MOST * 2 :]
