"""Of several dates the one that is meant: the nearest, and which of two that are far, by the tense."""

from datetime import date

from onrecord.dates.calendar import bounds, exact
from onrecord.dates.expression import Tense

# A coming date is meant where it is this many times nearer than the last one; chosen on TimeBank and AQUAINT.
AHEAD: dict[Tense | None, float] = {"past": 3, "present": 2, None: 2, "future": 0.5}
COARSE = 2  # and twice that for a month or quarter: its tense is seldom that of another clause


def nearest(values: list[str], anchor: str | None, tense: Tense | None, which: int) -> str | None:
    """Of several values the one that lies nearest to the anchor; the tense decides if both are far."""
    around = bounds(anchor[:10]) if anchor else None
    spans = [(value, between) for value in values if (between := bounds(value))]
    if around is None or not spans:
        return None
    if around[0] != around[1]:  # the anchor is no day: its own year, if it is in doubt, is all there is
        inside = [value for value, (first, last) in spans if first >= around[0] and last <= around[1]]
        return inside[0] if len(inside) == 1 else None
    today = around[0]
    past = [value for value, (first, last) in spans if (last if which < 0 else first) <= today]
    future = [value for value, (first, last) in spans if (first if which > 0 else last) >= today]
    if which < 0 and past:
        return past[-1]
    if which > 0 and future:
        return future[0]
    if not past or not future:
        return (past or future)[0]
    away = dict(spans)
    behind, ahead = _distance(away[past[-1]], today), _distance(away[future[0]], today)
    times = AHEAD[tense] * (1 if _are_days(values) else COARSE)
    return future[0] if ahead * times < behind else past[-1]


def _are_days(values: list[str]) -> bool:
    return exact(values[0]) is not None


def _distance(between: tuple[date, date], today: date) -> int:
    first, last = between
    return max((first - today).days, (today - last).days, 0)
