"""Dates in EDTF, and the first and last day that each can mean."""

import re
from calendar import monthrange
from datetime import date

from onrecord.errors import UsageError
from onrecord.record import DateReport

Days = tuple[str | None, str | None]  # first and last, ISO; None is open

POINT = re.compile(r"([\dX]{4})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T.*)?)?)?")
QUALIFIED = str.maketrans("", "", "~?%")  # about, perhaps: the days stay the same
OPEN = ("", "..")
FORMS = "2031, 2031-05, 2031-05-09 or 2031-05-01/2031-05-31 (with .. for an open end)"


def written(report: DateReport) -> str | None:
    """A date report as one EDTF value; a range becomes an interval."""
    if report.value or not report.range:
        return report.value
    first, last = report.range
    return f"{first or '..'}/{last or '..'}" if first or last else None


def days(value: str | None) -> Days:
    """The first and last day an EDTF value can mean; open where it does not say."""
    if value is None:
        return None, None
    first, slash, last = value.partition("/")
    return _end(first, 0), _end(last if slash else first, 1)


def asked(value: str) -> Days:
    """The first and last day of a date that a user asks for."""
    value = value.strip()
    first, last = days(value)
    ends = value.split("/")
    understood = all(_end(end, 0) is not None or (end in OPEN and len(ends) == 2) for end in ends)
    if len(ends) > 2 or not understood or not (first or last):
        raise UsageError(f"{value!r} is no date to search for; write it as {FORMS}")
    if first and last and first > last:
        raise UsageError(f"{value!r} ends before it begins; write it as FROM/TO, as in 2031-05-01/2031-05-31")
    return first, last


def _end(point: str, which: int) -> str | None:
    """The first (0) or last (1) day of a year, month or day."""
    found = POINT.fullmatch(point.translate(QUALIFIED))
    if not found or found[1].startswith("X"):
        return None
    year = int(found[1].replace("X", "09"[which]))
    month = _number(found[2], (1, 12)[which])
    try:
        day = _number(found[3], (1, monthrange(year, month)[1])[which])
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(digits: str | None, unknown: int) -> int:
    return int(digits) if digits and digits != "XX" else unknown
