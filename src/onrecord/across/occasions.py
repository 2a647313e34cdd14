"""Whether two statements can have been made on one day, as far as their articles tell."""

from datetime import date, timedelta

from onrecord.across.statement import Statement
from onrecord.dates.calendar import bounds, exact

SLIP = timedelta(
    days=1
)  # reports of one statement differ by a day: time zones, "Tuesday" for the day printed

Bounds = tuple[date, date]


def same_day_possible(one: Statement, two: Statement) -> bool:
    """False where both days are known, or bounded, and lie apart; words said again are another utterance."""
    a, b = _bounds(one), _bounds(two)
    slip = SLIP if a[0] == a[1] and b[0] == b[1] else timedelta()
    return max(a[0], b[0]) - min(a[1], b[1]) <= slip


def _bounds(one: Statement) -> Bounds:
    """The first and the last day that are possible."""
    said = one.attribution.said_on
    known = bounds(said.value) if said.value else None
    if known is not None:
        return known
    low, high = said.range or (None, None)
    return exact(low) or date.min, exact(high) or date.max
