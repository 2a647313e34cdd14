"""What has a name in the calendar: dates, weekdays, quarters, holidays; the anchor gives the year."""

from datetime import date, timedelta

from onrecord.dates.calendar import HALF, QUARTER, SEASON, bounds, edtf, exact, fields, moved, real, week_of
from onrecord.dates.expression import Calendar, Holiday, Part, Tense, Weekday
from onrecord.dates.holidays import day_of
from onrecord.dates.resolved import Grain, Reading, Resolved

# A coming date is meant where it is this many times nearer than the last one; chosen on TimeBank and AQUAINT.
AHEAD: dict[Tense | None, float] = {"past": 3, "present": 2, None: 2, "future": 0.5}
COARSE = 2  # and twice that for a month or quarter: its tense is seldom that of another clause
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
    value = _nearest([edtf(y, month, day) for y in options], anchor, tense, says.which)
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
    value = _nearest(fitting, anchor, tense, says.which)
    if value is None:
        return Resolved(edtf(None, None, says.day), None, "explicit", "day", rule="month open")
    return Resolved(value, None, "relative", "day", True, rule="month of the anchor")


def _nearest(values: list[str], anchor: str | None, tense: Tense | None, which: int) -> str | None:
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
    times = AHEAD[tense] * (1 if around_day(values) else COARSE)
    return future[0] if ahead * times < behind else past[-1]


def around_day(values: list[str]) -> bool:
    return exact(values[0]) is not None


def _distance(between: tuple[date, date], today: date) -> int:
    first, last = between
    return max((first - today).days, (today - last).days, 0)


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


def resolve_part(says: Part, anchor: str | None, tense: Tense | None) -> Resolved:
    """A quarter, half, season, decade or century; the year from the words or the anchor."""
    if says.kind == "decade" and says.number is not None:
        return Resolved(f"{says.number // 10:03}X", None, "explicit", "decade", rule="as written")
    if says.kind == "century" and says.number is not None:
        return Resolved(f"{says.number - 1:02}XX", None, "explicit", "century", rule="as written")
    if says.number is None:
        return Resolved()
    offset = {"quarter": QUARTER, "half": HALF, "season": SEASON}[says.kind]
    grain: Grain = "quarter" if says.kind == "quarter" else "half" if says.kind == "half" else "season"
    if says.year is not None:
        return Resolved(edtf(says.year, offset + says.number), None, "explicit", grain, rule="as written")
    year = fields(anchor)[0]
    if year is None:
        return Resolved()
    if says.years is not None:
        value: str | None = edtf(year + says.years, offset + says.number)
    else:
        values = [edtf(y, offset + says.number) for y in (year - 1, year, year + 1) if y > 0]
        value = _nearest(values, anchor, tense, says.which or 0)
    return Resolved(value, None, "relative", grain, True, rule="year of the anchor") if value else Resolved()


def resolve_holiday(says: Holiday, anchor: str | None, tense: Tense | None) -> Resolved:
    """A holiday of the year that is named, or of the one nearest to the anchor."""
    if says.year is not None:
        day = day_of(says.name, says.year)
        return Resolved(day.isoformat(), None, "explicit", "day", rule="holiday") if day else Resolved()
    year = fields(anchor)[0]
    if year is None:
        return Resolved(rule="holiday open")
    days = [day for y in (year - 1, year, year + 1) if (day := day_of(says.name, y))]
    value = _nearest([day.isoformat() for day in days], anchor, tense, says.which)
    return Resolved(value, None, "relative", "day", True, rule="holiday") if value else Resolved()
