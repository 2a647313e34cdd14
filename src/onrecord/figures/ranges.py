"""Two numbers that are one quantity: "20-30", "$20m to $30m", "between five and ten million"."""

import re
from dataclasses import replace
from functools import cache

from onrecord.figures.core import read_at
from onrecord.figures.size import Size, scaled, signs
from onrecord.lang.quantities import quantities

ETWEEN = "etween"  # "Between" or "between"
REACH = 16  # code points before a number: "between €"
WIDEST = 20  # times the lower number; "fell 1.7 to 123" is no range
_JOIN = re.compile(r"(?P<percent>\s?%|\s(?:per\s?cent))?(?:\s?[–—-]\s?|\s+(?:to|and|or)\s+)")
_BETWEEN = frozenset(("between", "Between"))
_PERCENT = re.compile(r"\s?%|\sper\s?cent")


def ranged(text: str, found: Size, start: int, end: int) -> Size:
    """The quantity with its upper bound, where another number follows that is one."""
    join = _JOIN.match(text, found.end, end)
    if join is None or not found.plain or found.low is None:
        return found
    opened = text[max(start, found.start - REACH) : found.start].split()
    word = join[0].split()[-1]
    between = not _BETWEEN.isdisjoint(opened[-1:])
    if word == "and" and not between or word == "to" and ("from" in opened[-2:] or _moves(opened)):
        return found
    core = read_at(text, _sign().match(text, join.end(), end), end)
    if core is None or core.sort not in ("digits", "spelled"):
        return found
    other = scaled(text, core, join.end(), end)
    if join["percent"] and _PERCENT.match(text, other.end, end) is None:
        return found
    return _joined(text, found, other, between=between)


def _moves(opened: list[str]) -> bool:
    """ "Rose 3 to 15" tells how far and where to."""
    return not quantities().context["moved"].isdisjoint(opened[-1:])


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{signs()})[\s\u00a0]?)?")


def _joined(text: str, found: Size, other: Size, *, between: bool) -> Size:
    """ "2 to 3 billion" are billions both; what does not rise is no range but a score or a change."""
    low, high = found.low, other.high
    if low is None or high is None:
        return found
    if found.factor == 1 < other.factor and low < high / other.factor:
        low *= other.factor
    if not low < high or low and high > WIDEST * low and not between:
        return found
    money = other if other.kind == "money" else found
    start = text.rfind(ETWEEN, 0, found.start) - 1 if between else found.start
    return replace(
        found,
        start=start,
        end=other.end,
        low=low,
        high=high,
        comparator="between",
        kind=money.kind,
        unit=money.unit,
        factor=other.factor,
        upper=other.end,
    )
