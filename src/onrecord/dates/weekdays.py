"""Weekdays that do not go with their date: "Monday 23 February 2027" was a Tuesday."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.dates.calendar import real
from onrecord.dates.conflict import WEEKDAYS, Conflict, nearest, shown, written
from onrecord.dates.expression import Calendar, Expression
from onrecord.text.layout import Layout

LATELY = 45  # days around an article in which a date without a year is of the year of the article
YEARS = 2  # paragraphs behind another year in which dates without one may be of it


def wrong_weekdays(layout: Layout, found: Sequence[Expression], today: date | None) -> Iterator[Conflict]:
    """Every date whose weekday is another, in its own year or around the day of the article."""
    others = _other_years(layout, found, today)
    for e in (part for whole in found for part in whole.parts):
        says = e.says
        if not isinstance(says, Calendar) or None in (says.weekday, says.month, says.day):
            continue
        day = real(says.year, says.month or 0, says.day or 0) if says.year else None
        if says.year is None and today is not None and not _near(layout, e, others):
            day = _mistaken(says, today)
        if day is not None and day.weekday() != says.weekday:
            assert says.weekday is not None
            why = (
                f"The text says {layout.text[e.start : e.end]!r}; "
                f"{written(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[says.weekday]}."
            )
            yield Conflict("weekday-vs-date", shown(layout.article, e), why, day.isoformat())


def _mistaken(says: Calendar, today: date) -> date | None:
    """The day near an article that a date must mean, unless its weekday fits one farther away."""
    day = nearest(says, today)
    if day is None or day.weekday() == says.weekday:
        return None
    around = (real(today.year + step, says.month or 0, says.day or 0) for step in (-1, 0, 1))
    fits = any(d is not None and d.weekday() == says.weekday for d in around)
    return day if not fits or abs((day - today).days) <= LATELY else None


def _other_years(layout: Layout, found: Sequence[Expression], today: date | None) -> frozenset[int]:
    """The paragraphs in which a year is told that is not that of the article or next to it."""
    years = [(e.start, e.says.year) for e in found if isinstance(e.says, Calendar) and e.says.year]
    far = (at for at, year in years if today is None or abs(year - today.year) > 1)
    return frozenset(block for at in far if (block := layout.index(at)) is not None)


def _near(layout: Layout, e: Expression, blocks: frozenset[int]) -> bool:
    block = layout.index(e.start) or 0
    return any(block - step in blocks for step in range(YEARS))
