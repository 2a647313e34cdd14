"""Parts and runs of years, and holidays: which quarter, summer or Christmas is meant."""

from onrecord.dates.calendar import HALF, QUARTER, SEASON, edtf, fields
from onrecord.dates.expression import Holiday, Part, Tense
from onrecord.dates.holidays import day_of
from onrecord.dates.nearest import nearest
from onrecord.dates.resolved import Grain, Resolved


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
        value = nearest(values, anchor, tense, says.which or 0)
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
    value = nearest([day.isoformat() for day in days], anchor, tense, says.which)
    return Resolved(value, None, "relative", "day", True, rule="holiday") if value else Resolved()
