"""Dates and weekdays by name; the anchor gives the year or month nobody says."""

from dataclasses import replace
from datetime import date

from onrecord.dates.calendar import edtf, exact, fields, moved, real, shifted
from onrecord.dates.expression import Calendar, Tense, Weekday
from onrecord.dates.nearest import nearest
from onrecord.dates.resolved import Grain, Reading, Resolved

SUNDAY = 6
LATELY = 45  # days around the anchor in which a date without a year is of that year, whatever its weekday
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve_calendar(says: Calendar, anchor: str | None, tense: Tense | None) -> Resolved:
    """The date as the words give it; a year or month nobody says is taken from the anchor."""
    read = _one(says, anchor, tense)
    if says.week is not None:
        return _week(says.week, read)
    if says.other is not None:
        other = _one(says.other, anchor, tense)
        why = "day and month may stand in the other order"
        more = Reading("alternative", other.value, other.range, why)
        return Resolved(
            read.value, read.range, read.basis, read.grain, read.anchored, (more,), "either order"
        )
    return read


def _week(which: str, read: Resolved) -> Resolved:
    """The seven days around, from or up to a day."""
    day = exact(read.value)
    if day is None:
        return Resolved()
    first, last = {"from": (0, 6), "to": (-6, 0), "around": (-day.weekday(), SUNDAY - day.weekday())}[which]
    between = moved(day, first), moved(day, last)
    return Resolved(None, between, read.basis, "week", read.anchored, rule="week of a day")


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
    return _in_some_year(says, anchor, tense)


def _in_some_year(says: Calendar, anchor: str | None, tense: Tense | None) -> Resolved:
    """ "October 17", "last September": of the year of the anchor, or of the one before or after."""
    year = fields(anchor)[0] or 1
    written = [edtf(y, says.month, says.day) for y in (year - 1, year, year + 1) if _is_real(y, says)]
    lately = nearest(written, anchor, tense, says.which)
    if lately is None:
        return Resolved(edtf(None, says.month, says.day), None, "explicit", _grain(says), rule="year open")
    if says.weekday is None or says.day is None:
        others = _year_before(lately, anchor) if says.which < 0 and says.day is None else ()
        return Resolved(lately, None, "explicit", _grain(says), True, others, "year of the anchor")
    fitting = [value for value in written if (day := exact(value)) and day.weekday() == says.weekday]
    value = nearest(fitting, anchor, tense, says.which)
    if value is None or value != lately and _is_lately(lately, anchor):
        return replace(_checked(says, lately), anchored=True)
    return Resolved(value, None, "explicit", "day", True, rule="year of the weekday")


def _is_real(year: int, says: Calendar) -> bool:
    return year > 0 and (says.day is None or real(year, says.month or 1, says.day) is not None)


def _is_lately(value: str, anchor: str | None) -> bool:
    """Whether a day is so near that a weekday which does not go with it is rather a slip."""
    day, today = exact(value), exact(anchor)
    return day is not None and today is not None and abs((day - today).days) <= LATELY


def _year_before(value: str, anchor: str | None) -> tuple[Reading, ...]:
    """ "Last September" in October: of this year, or of the last."""
    other = shifted(value, -1, "year") if fields(value)[0] == fields(anchor)[0] else None
    return (Reading("alternative", other, None, "last may mean the year before"),) if other else ()


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
        return _away(today, 7 * says.week + says.day - today.weekday(), "weekday of a week")
    back = (today.weekday() - says.day) % 7
    if says.of == "then" and says.which == "this":
        return _away(today, -back if back < 4 else says.day - today.weekday(), "weekday told of")
    if says.which == "last":
        more = -7 if 0 < back <= today.weekday() else 0  # "last Monday" on a Thursday
        return _away(today, -(back or 7), "last weekday", more)
    ahead = (7 - back) % 7
    if says.which == "next":
        more = 7 if 0 < ahead <= SUNDAY - today.weekday() else 0  # "next Friday" on a Tuesday
        return _away(today, ahead or 7, "next weekday", more)
    if says.which == "this" and tense != "past" or tense == "future":
        return _away(today, ahead, "weekday ahead")
    return _away(today, -back, "weekday behind" if back else "same weekday", 0 if back else -7)


def _away(today: date, days: int, rule: str, more: int = 0) -> Resolved:
    """A day so many days away; `more`: it may as well be a week further."""
    value, other = moved(today, days), moved(today, days + more)
    if value is None:
        return Resolved()
    others = (Reading("alternative", other, None, "or a week further away"),) if more and other else ()
    return Resolved(value, None, "relative", "day", True, others, rule)
