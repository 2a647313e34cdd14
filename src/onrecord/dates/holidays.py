"""Holidays that fall on a fixed day or by a rule, by their names in the word lists."""

from datetime import date, timedelta

from onrecord.dates.calendar import real
from onrecord.lang.dates import english_dates


def day_of(name: str, year: int) -> date | None:
    """The day a holiday falls on in a year: "12-25", "11 3 4" or days from Easter, as the lists say."""
    rule = english_dates().holidays[name]
    if not 1 <= year <= 9999:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))
    if " " not in rule:
        month, day = rule.split("-")
        return real(year, int(month), int(day))
    in_month, weekday, count = (int(part) for part in rule.split())
    return _counted(year, in_month, weekday, count)


def _counted(year: int, month: int, weekday: int, count: int) -> date:
    """The first, second … of a weekday in a month; -1 is the last."""
    if count < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=(after.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the rule of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
