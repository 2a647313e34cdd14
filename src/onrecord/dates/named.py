"""Dates and weekdays by name; the anchor gives the year or month nobody says."""

from datetime import date, timedelta

from onrecord.dates.calendar import edtf, exact, fields, moved, real, week_of
from onrecord.dates.expression import Calendar, Tense, Weekday
from onrecord.dates.nearest import nearest
from onrecord.dates.resolved import Grain, Reading, Resolved

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve_calendar(says: Calendar, anchor: str | None, tense: Tense | None) -> Resolved:
    """The date as the words give it; a year or month nobody says is taken from the anchor."""
    read = _one(says, anchor, tense)
    if says.other is not None:
        other = _one(says.other, anchor, tense)
        why = "day and month may stand in the other order"
        more = Reading("alternative", other.value, other.range, why)
        return Resolved(
            read.value, read.range, read.basis, read.grain, read.anchored, (more,), "either order"
        )
    return read


def _one(says: Calendar, anchor: str | None, tense: Tense | None) -> Resolved:
    year, month, day = says.year, says.month, says.day
    anchor_year = fields(anchor)[0]
    if says.event is not None and (anchor_year is None or anchor_year >= says.event):
        return Resolved(edtf(says.event, month, day), None, "explicit", "day", rule="known by its day")
    if says.years is not None:
        if anchor_year is None:
            return Resolved(edtf(None, month, day), None, "explicit", _grain(says), rule="year open")
        year = anchor_year + says.years
        return Resolved(edtf(year, month, day), None, "relative", _grain(says), True, rule="year counted")
    if year is not None:
        return _checked(says, edtf(year, month, day))
    if anchor_year is None:
        return Resolved(edtf(None, month, day), None, "explicit", _grain(says), rule="year open")
    if month is None:
        return _in_some_month(says, anchor, tense)
    options = [y for y in (anchor_year - 1, anchor_year, anchor_year + 1) if _fits(y, says)]
    value = nearest([edtf(y, month, day) for y in options], anchor, tense, says.which)
    if value is None:
        return Resolved(edtf(None, month, day), None, "explicit", _grain(says), rule="year open")
    return Resolved(value, None, "explicit", _grain(says), True, rule="year of the anchor")


def _fits(year: int, says: Calendar) -> bool:
    if says.day is None or says.month is None:
        return year > 0
    day = real(year, says.month, says.day)
    return day is not None and says.weekday in (None, day.weekday())


def _grain(says: Calendar) -> Grain:
    return "day" if says.day else "month" if says.month else "year"


def _checked(says: Calendar, value: str) -> Resolved:
    """A date with its year; a weekday that does not go with it is a conflict, and both stay."""
    day = exact(value)
    if day is None or says.weekday in (None, day.weekday()):
        return Resolved(value, None, "explicit", _grain(says), rule="as written")
    assert says.weekday is not None
    away = (says.weekday - day.weekday() + 3) % 7 - 3
    why = f"{value} was a {WEEKDAYS[day.weekday()]}, the text says {WEEKDAYS[says.weekday]}"
    meant = Reading("conflict", moved(day, away), None, why)
    return Resolved(value, None, "explicit", "day", False, (meant,), "weekday disagrees")


def _in_some_month(says: Calendar, anchor: str | None, tense: Tense | None) -> Resolved:
    """ "The 17th": of the month around the anchor, or the one before or after."""
    year, month, _ = fields(anchor)
    if year is None or month is None:
        return Resolved(edtf(None, None, says.day), None, "explicit", "day", rule="month open")
    months = [divmod(year * 12 + month - 1 + step, 12) for step in (-1, 0, 1)]
    days = [real(y, m + 1, says.day or 1) for y, m in months if y > 0]
    fitting = [d.isoformat() for d in days if d and says.weekday in (None, d.weekday())]
    value = nearest(fitting, anchor, tense, says.which)
    if value is None:
        return Resolved(edtf(None, None, says.day), None, "explicit", "day", rule="month open")
    return Resolved(value, None, "relative", "day", True, rule="month of the anchor")


def resolve_weekday(says: Weekday, anchor: str | None, tense: Tense | None) -> Resolved:
    """The nearest such day behind the anchor, or before it where the clause looks ahead."""
    today = exact(anchor)
    if today is None:
        return Resolved(rule="weekday open")
    if says.week is not None:
        monday = week_of(today)[0]
        return _day(monday + timedelta(days=7 * says.week + says.day), "weekday of a week")
    back = (today.weekday() - says.day) % 7
    if says.of == "then" and says.which == "this":
        return _day(today - timedelta(days=back), "weekday told of") if back < 4 else _open_week(today, says)
    if says.which == "last":
        return _day(today - timedelta(days=back or 7), "last weekday")
    if says.which == "next" or (says.which == "this" and tense != "past") or tense == "future":
        ahead = (7 - back) % 7
        return _day(today + timedelta(days=ahead or (7 if says.which == "next" else 0)), "weekday ahead")
    if back:
        return _day(today - timedelta(days=back), "weekday behind")
    before = Reading("alternative", moved(today, -7), None, "the same day of the week before")
    return Resolved(today.isoformat(), None, "relative", "day", True, (before,), "same weekday")


def _open_week(today: date, says: Weekday) -> Resolved:
    return _day(week_of(today)[0] + timedelta(days=says.day), "weekday told of")


def _day(day: date, rule: str) -> Resolved:
    return Resolved(day.isoformat(), None, "relative", "day", True, rule=rule)
