"""Numbers as dates print them: 17, 17th, 2023, 1990s, 17.10.2023, 2023-10-17, 10/11/2023, 2010-14, 5pm."""

import re
from typing import Any

from onrecord.dates.calendar import real
from onrecord.dates.expression import Calendar

EARLIEST, LATEST = 1000, 2100  # four figures between these may be a year
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{2}|\d{4})s")
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm|h|gmt)|\d{1,2}:\d\d(?::\d\d)?")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t\d*)?")
_COMPACT = re.compile(r"(19|20)(\d\d)(\d\d)(\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PAIR = re.compile(r"(\d{1,4})[-–](\d{1,4})")
_PIVOT = 69  # two figures: 68 is 2068, 69 is 1969

Kind = tuple[str, Any]


def read_number(printed: str) -> Kind:
    """Kind and value of a number with all that is glued to it; X where it is no part of a date."""
    if printed == "9/11":
        return "NUMDATE", Calendar(None, 9, 11, event=2001)
    if printed.isdecimal():
        return _plain(printed)
    for pattern, make in _MAKERS:
        match = pattern.fullmatch(printed)
        if match:
            return make(match)
    thousands = printed.replace(",", "")
    return ("NUM", int(thousands)) if thousands.isdecimal() and len(thousands) < 8 else ("X", None)


def _plain(printed: str) -> Kind:
    number = int(printed) if len(printed) < 9 else 0
    if len(printed) == 4 and EARLIEST <= number <= LATEST:
        return "YEAR", number
    if len(printed) <= 2 and 1 <= number <= 31:
        return "DAY", number
    match = _COMPACT.fullmatch(printed)
    if match and real(int(printed[:4]), int(match[3]), int(match[4])):
        return "NUMDATE", Calendar(int(printed[:4]), int(match[3]), int(match[4]))
    return "NUM", number


def _ordinal(match: re.Match[str]) -> Kind:
    return "ORD", int(match[1])


def _decade(match: re.Match[str]) -> Kind:
    number = int(match[1])
    if number % 10:
        return "X", None
    return "YEARS", number if number > 99 else 1900 + number if number >= 20 else 2000 + number


def _clock(match: re.Match[str]) -> Kind:
    return "CLOCK", match[0]


def _iso(match: re.Match[str]) -> Kind:
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    return ("NUMDATE", Calendar(year, month, day)) if real(year, month, day) else ("X", None)


def _numeric(match: re.Match[str]) -> Kind:
    """Day and month in either order; with full stops the day stands first."""
    first, sign, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if len(match[4]) == 2:
        if sign != "/":  # "3-2-11" is a score, "1.2.10" a section
            return "X", None
        year += 2000 if year < _PIVOT else 1900
    if real(year, 1, 1) is None or not EARLIEST <= year <= LATEST:
        return "X", None
    month_first = Calendar(year, first, second) if real(year, first, second) else None
    day_first = Calendar(year, second, first) if real(year, second, first) else None
    if sign == "." or month_first is None:
        return ("NUMDATE", day_first) if day_first else ("X", None)
    if day_first is None or first == second:
        return "NUMDATE", month_first
    return "NUMDATE", Calendar(year, first, second, other=day_first)


def _year_month(match: re.Match[str]) -> Kind:
    """ "2023-10" is a month, "2010-14" years: the second figure tells, if the first does not end below it."""
    year, second = int(match[1]), int(match[2])
    if not EARLIEST <= year <= LATEST:
        return "X", None
    if year % 100 < second:
        return "PAIR", (year, year // 100 * 100 + second)
    return ("NUMDATE", Calendar(year, second)) if 1 <= second <= 12 and match[2][0] in "01" else ("X", None)


def _pair(match: re.Match[str]) -> Kind:
    """Days ("3-5") or years ("2010-2014"), upwards."""
    first, second = int(match[1]), int(match[2])
    years = EARLIEST <= first < second <= LATEST and len(match[1]) == len(match[2]) == 4
    days = 1 <= first < second <= 31 and len(match[2]) <= 2
    return ("PAIR", (first, second)) if years or days else ("X", None)


_MAKERS = (
    (_ORDINAL, _ordinal),
    (_DECADE, _decade),
    (_CLOCK, _clock),
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_YEAR_MONTH, _year_month),
    (_PAIR, _pair),
)
