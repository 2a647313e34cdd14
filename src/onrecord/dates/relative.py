"""What is counted from a day: "yesterday", "last week", "the past two days", "a year later"."""

from dataclasses import replace
from datetime import date

from onrecord.dates.calendar import bounds, edtf, exact, fields, month_after, moved, shifted, week_of
from onrecord.dates.expression import Shift, Stretch, Tense, Whole
from onrecord.dates.resolved import Grain, Reading, Resolved, interval

SATURDAY = 5
FEW_HOURS = 6  # so many do not lead into another day, as a rule


def resolve_shift(says: Shift, anchor: str | None) -> Resolved:
    """So many units away; as fine as the unit: "three years ago" is a year, "two weeks ago" some days."""
    if says.of == "event" or anchor is None:
        return Resolved()
    if says.count is None:
        return _some(says.sign, anchor)
    if says.unit == "hour":
        return _hours(says.count, anchor)
    value = shifted(anchor[:10], says.count, says.unit)
    if value is None:
        return Resolved()
    return _grained(value, says)


def _grained(value: str, says: Shift) -> Resolved:
    """As fine as the unit; what is counted from a date that is told keeps the grain of that date."""
    year, month, day = fields(value)
    unit = says.unit
    if unit == "day" or day is None or says.of == "then" and unit in ("month", "year", "decade"):
        return Resolved(value, None, "relative", _grain(value), True, rule="shift")
    around = week_of(date(year or 1, month or 1, day))
    if unit in ("week", "fortnight", "weekend"):
        near = Reading("alternative", value, None, "counted to the day")
        return Resolved(None, interval(*around), "relative", "week", True, (near,), "shift")
    kept = edtf(year, month) if unit == "month" else edtf(year)
    grain: Grain = "month" if unit == "month" else "year"
    return Resolved(kept, None, "relative", grain, True, (), "shift")


def _hours(count: int, anchor: str) -> Resolved:
    """Hours away: that day, as many days away as they make, or one of two days."""
    day = exact(anchor)
    if day is None:
        return Resolved()
    near, far = (int(count / 24), int(count / 24) + (count > 0) - (count < 0))
    if count % 24 == 0 or abs(count) <= FEW_HOURS:
        return Resolved(moved(day, near), None, "relative", "day", True, rule="hours")
    between = sorted(value for value in (moved(day, near), moved(day, far)) if value)
    if not between:
        return Resolved()
    return Resolved(None, (between[0], between[-1]), "relative", None, True, rule="hours")


def _some(sign: int, anchor: str) -> Resolved:
    """ "Days ago": before the anchor, nobody says how long."""
    day = exact(anchor)
    if day is None or sign == 0:
        return Resolved()
    between = (None, day.isoformat()) if sign < 0 else (day.isoformat(), None)
    return Resolved(None, between, "relative", None, True, rule="some time away")


def _grain(value: str) -> Grain:
    _, month, day = fields(value)
    if day:
        return "day"
    if month:
        return "month"
    return "quarter" if len(value) == 7 and value[5:7] in ("33", "34", "35", "36") else "year"


def resolve_whole(says: Whole, anchor: str | None, tense: Tense | None) -> Resolved:
    """A unit of the calendar: the one around the anchor, or before or after that."""
    if says.of == "event" or anchor is None:
        return Resolved()
    year, month, day = fields(anchor)
    if year is None:
        return Resolved()
    if says.unit in ("decade", "century"):
        return _run(year, says)
    if says.unit == "year":
        return Resolved(edtf(year + says.shift), None, "relative", "year", True, rule="whole year")
    if says.unit == "quarter":
        return _quarter(anchor, says.shift)
    if month and says.unit == "month":
        value = shifted(edtf(year, month), says.shift, "month")
        return Resolved(value, None, "relative", "month", True, rule="whole month") if value else Resolved()
    today = exact(anchor)
    if today is None or not day:
        return Resolved()
    if says.unit == "weekend" and says.shift == 0 and today.weekday() < SATURDAY:
        passed = tense == "past" or says.the and tense != "future"
        return _days(today, replace(says, shift=-1) if passed else says)
    return _days(today, says)


def _run(year: int, says: Whole) -> Resolved:
    length = 10 if says.unit == "decade" else 100
    first = year // length + says.shift
    value = f"{first:03}X" if length == 10 else f"{first:02}XX"
    return Resolved(value, None, "relative", "decade" if length == 10 else "century", True, rule="whole run")


def _quarter(anchor: str, shift: int) -> Resolved:
    year, month, _ = fields(anchor)
    if len(anchor) == 7 and anchor[5:] in ("33", "34", "35", "36") and year:
        index = year * 4 + int(anchor[5:]) - 33 + shift
    elif year and month:
        index = year * 4 + (month - 1) // 3 + shift
    else:
        return Resolved()
    return Resolved(edtf(index // 4, 33 + index % 4), None, "relative", "quarter", True, rule="whole quarter")


def _days(today: date, says: Whole) -> Resolved:
    """A day, week, fortnight or weekend counted from a day."""
    if says.unit == "day":
        return Resolved(moved(today, says.shift), None, "relative", "day", True, rule="whole day")
    monday, sunday = week_of(today)
    shift = says.shift * (14 if says.unit == "fortnight" else 7)
    first, last = moved(monday, shift), moved(sunday, shift)
    if says.unit == "weekend" and first:
        first = moved(monday, shift + 5)
    grain: Grain = "weekend" if says.unit == "weekend" else "week"
    return Resolved(None, (first, last), "relative", grain, True, rule="whole week")


def resolve_stretch(says: Stretch, anchor: str | None) -> Resolved:
    """From so many units before the anchor up to it, or from it on."""
    day = exact(anchor)
    if day is None or anchor is None:
        return _coarse(says, anchor)
    if says.count is None:
        return _some(says.sign, anchor)
    if says.unit == "hour":
        away = moved(day, says.sign * -(-says.count // 24))
    else:
        away = shifted(anchor[:10], says.sign * says.count, says.unit)
    if away is None:
        return Resolved()
    between = (away, day.isoformat()) if says.sign < 0 else (day.isoformat(), away)
    return Resolved(None, between, "relative", None, True, rule="stretch")


def _coarse(says: Stretch, anchor: str | None) -> Resolved:
    """Years up to a year or month that is known."""
    days = bounds(anchor[:10]) if anchor else None
    if days is None or says.count is None or says.unit not in ("year", "decade", "century"):
        return Resolved()
    year = days[0].year
    away = year + says.sign * says.count * {"year": 1, "decade": 10}.get(says.unit, 100)
    first, last = sorted((year, away))
    if first < 1 or last > date.max.year:
        return Resolved()
    end = month_after(last, 1, 12)
    return Resolved(None, (edtf(first), edtf(end[0])), "relative", None, True, rule="stretch")
