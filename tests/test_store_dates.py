"""Dates: the days an EDTF value can mean, and the days a user asks for."""

import pytest

from onrecord.errors import UsageError
from onrecord.record import DateReport
from onrecord.store import dates

DAYS = [
    ("2031", "2031-01-01", "2031-12-31"),
    ("2032-02", "2032-02-01", "2032-02-29"),
    ("2031-05-09", "2031-05-09", "2031-05-09"),
    ("2031-05-09T23:30:00-05:00", "2031-05-09", "2031-05-09"),
    ("2031-05~", "2031-05-01", "2031-05-31"),
    ("2031-05-09/2031-06", "2031-05-09", "2031-06-30"),
    ("../2031-05-09", None, "2031-05-09"),
    ("2031-05-09/..", "2031-05-09", None),
    ("203X", "2030-01-01", "2039-12-31"),
    ("2031-XX-09", "2031-01-09", "2031-12-09"),
    ("2031-05-XX", "2031-05-01", "2031-05-31"),
    ("XXXX-10-26", None, None),
    ("2031-02-30", None, None),
    ("yesterday", None, None),
    ("", None, None),
    (None, None, None),
]


@pytest.mark.parametrize("value, first, last", DAYS)
def test_the_days_a_date_can_mean(value: str | None, first: str | None, last: str | None) -> None:
    """A partial date runs from its first day to its last; an open end, or nonsense, is unknown."""
    assert dates.days(value) == (first, last)


ASKED = [
    ("2031-05", "2031-05-01", "2031-05-31"),
    (" 2031-05-09 ", "2031-05-09", "2031-05-09"),
    ("2031-05-01/2031-05-31", "2031-05-01", "2031-05-31"),
    ("../2031-05", None, "2031-05-31"),
    ("/2031-05", None, "2031-05-31"),
    ("2031-05/..", "2031-05-01", None),
    ("2031-05-01/", "2031-05-01", None),
]


@pytest.mark.parametrize("value, first, last", ASKED)
def test_dates_that_can_be_asked_for(value: str, first: str | None, last: str | None) -> None:
    """A year, a month, a day, or from one to another."""
    assert dates.asked(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "..", "../..", "/", "May 2031", "2031-13", "2031-02-30", "31.05.2031", "a/b/c", "a/2031"],
)
def test_nonsense_is_no_date(value: str) -> None:
    """What is no date is an error that shows how to write one."""
    with pytest.raises(UsageError, match="is no date to search for; write it as 2031, 2031-05"):
        dates.asked(value)


def test_an_end_before_its_beginning() -> None:
    """The wrong way round is said, not searched for."""
    with pytest.raises(UsageError, match="ends before it begins"):
        dates.asked("2031-06/2031-05")


def test_a_range_is_written_as_an_interval() -> None:
    """A report with a range and no value is an interval; with neither it is unknown."""
    assert dates.written(DateReport(range=("2031-05-01", None))) == "2031-05-01/.."
    assert dates.written(DateReport(value="2031-05", range=("2031-05-02", "2031-05-03"))) == "2031-05"
    assert dates.written(DateReport(range=(None, None))) is None
    assert dates.written(DateReport()) is None
