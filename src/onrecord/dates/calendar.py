"""Arithmetic with dates that may be partial: their first and last day, and what lies some units away."""

import calendar
import re
from datetime import date, timedelta

from onrecord.dates.expression import Unit

# EDTF: a year, month or day; XXXX for an open year; 21-24 seasons, 33-36 quarters, 40-41 halves; 199X, 19XX.
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DECADE, _CENTURY = re.compile(r"\d{3}X"), re.compile(r"\d{2}XX")
SEASON, QUARTER, HALF = 20, 32, 39  # what is added to the number of a season, quarter, half
STARTS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}  # the month each begins in
MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS: dict[Unit, int] = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}

Fields = tuple[int | None, int | None, int | None]


def fields(value: str | None) -> Fields:
    """Year, month and day of a value, as far as it gives them; the time is left out."""
    match = _EDTF.match(value or "")
    if match is None:
        return None, None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    return year, month if month and month <= 12 else None, day


def exact(value: str | None) -> date | None:
    """The day a value names, if it names one."""
    year, month, day = fields(value)
    return real(year, month, day) if year and month and day else None


def real(year: int, month: int, day: int) -> date | None:
    """The day with these numbers, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A value of these numbers: "2023-10", "XXXX-10-17", "XXXX-XX-17"."""
    parts = ["XXXX" if year is None else f"{year:04}"]
    if month or day:
        parts.append(f"{month:02}" if month else "XX")
    if day:
        parts.append(f"{day:02}")
    return "-".join(parts)


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of what a value names; None where the year is open."""
    if _DECADE.fullmatch(value):
        return date(max(int(value[:3] + "0"), 1), 1, 1), date(int(value[:3] + "9"), 12, 31)
    if _CENTURY.fullmatch(value):
        return date(max(int(value[:2] + "00"), 1), 1, 1), date(int(value[:2] + "99"), 12, 31)
    match = _EDTF.match(value)
    if match is None or int(match[1]) < 1:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day:
        whole = real(year, month or 0, day)
        return (whole, whole) if whole else None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return _months(year, month)


def _months(year: int, month: int) -> tuple[date, date] | None:
    length = 1 if month <= 12 else 6 if month > HALF else 3
    begin = STARTS.get(month, month)
    if not 1 <= begin <= 12:
        return None
    first = date(year, begin, 1)
    after = month_after(year, begin, length)
    if after[0] > date.max.year:
        return None
    return first, date(*after, calendar.monthrange(*after)[1])


def month_after(year: int, month: int, length: int) -> tuple[int, int]:
    """Year and number of the last of `length` months that begin with this one."""
    index = year * 12 + month - 1 + length - 1
    return index // 12, index % 12 + 1


def shifted(value: str, count: int, unit: Unit) -> str | None:
    """A value some units away: its own kind is kept where it can be; None where it is too coarse for that."""
    if unit in MONTHS:
        return _by_months(value, count * MONTHS[unit])
    day = exact(value)
    return moved(day, count * DAYS[unit]) if day and unit in DAYS else None


def moved(day: date, days: int) -> str | None:
    """The day that many days away, as far as there is a calendar."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _by_months(value: str, months: int) -> str | None:
    match = _EDTF.match(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None or month > 12:
        whole, rest = divmod(months, 12)
        if not 0 < year + whole < 10_000 or (rest and (month is None or not QUARTER < month <= HALF)):
            return None
        return _by_quarters(year + whole, month, rest // 3) if rest else edtf(year + whole, month)
    index = year * 12 + month - 1 + months
    if not 12 <= index < 120_000:
        return None
    year, month = index // 12, index % 12 + 1
    return edtf(year, month, min(day, calendar.monthrange(year, month)[1]) if day else None)


def _by_quarters(year: int, month: int | None, quarters: int) -> str:
    assert month is not None
    index = year * 4 + month - QUARTER - 1 + quarters
    return edtf(index // 4, QUARTER + index % 4 + 1)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of its week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + min(timedelta(days=6), date.max - monday)
