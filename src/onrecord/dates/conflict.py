"""One conflict between dates: what kind it is, the words that show it, one plain sentence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.dates.calendar import real
from onrecord.dates.expression import Calendar, Expression
from onrecord.record import Article, Evidence, Flag

Kind = Literal["metadata-vs-content", "weekday-vs-date", "date-differs"]
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What does not go together; `other` is the day that speaks against what is reported."""

    kind: Kind
    evidence: tuple[Evidence, ...]
    why: str
    other: str | None = None

    def flag(self, attributions: tuple[str, ...]) -> Flag:
        """The same as a flag; `attributions` are dated by the words in question."""
        return Flag(self.kind, attributions, self.evidence, self.why)


def shown(article: Article, *found: Expression) -> tuple[Evidence, ...]:
    """The words of some expressions as evidence."""
    return tuple(article.evidence(e.start, e.end) for e in found)


def written(day: date) -> str:
    """A day as people write it: "3 May 2031"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def nearest(says: Calendar, to: date) -> date | None:
    """The day a calendar date names; without a year, the nearest one to a day."""
    if says.month is None or says.day is None:
        return _in_a_month(says, to)
    if says.year is not None:
        return real(says.year, says.month, says.day)
    days = (real(to.year + step, says.month, says.day) for step in (-1, 0, 1))
    return min((d for d in days if d is not None), key=lambda d: abs((d - to).days), default=None)


def _in_a_month(says: Calendar, to: date) -> date | None:
    """ "The 14th": of the nearest month."""
    if says.day is None or says.year is not None:
        return None
    months = (divmod(to.year * 12 + to.month - 1 + step, 12) for step in (-1, 0, 1))
    days = (real(year, month + 1, says.day) for year, month in months)
    return min((d for d in days if d is not None), key=lambda d: abs((d - to).days), default=None)
