"""When articles came out, as far as that can be trusted and compared."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onrecord.dates.calendar import bounds
from onrecord.record import Record

ZONES = timedelta(hours=14)  # two clocks of unknown time zones may differ by so much
LATE = timedelta(days=30)  # an article so much younger than the others may bear the date it was collected on


@dataclass(frozen=True, slots=True)
class Moment:
    """First and last day, and the minute where one is given, with its time zone or without."""

    first: date
    last: date
    at: datetime | None


def moment(record: Record) -> Moment | None:
    """When an article came out; None where nobody knows, or where its dates conflict."""
    on = record.article.published_on
    if on.value is None or doubted(record):
        return None
    within = bounds(on.value)
    return Moment(*within, _minute(on.value)) if within is not None else None


def doubted(record: Record) -> bool:
    """Whether something speaks against the article's date."""
    conflicts = any(other.kind == "conflict" for other in record.article.published_on.others)
    return conflicts or any(flag.kind == "metadata-vs-content" for flag in record.flags)


def _minute(value: str) -> datetime | None:
    """The time of a value; midnight without more is what pages put where they know the day only."""
    if "T" not in value:
        return None
    at = datetime.fromisoformat(value)
    return None if (at.hour, at.minute, at.second) == (0, 0, 0) else at


def before(one: Moment, two: Moment) -> bool:
    """Whether the first came out first, whatever the clocks of both were."""
    if one.at is not None and two.at is not None and (one.at.tzinfo is None) == (two.at.tzinfo is None):
        return two.at - one.at > (timedelta() if one.at.tzinfo is not None else ZONES)
    return one.last < two.first


def earlier(one: Record, two: Record) -> bool:
    """The same of two articles."""
    first, second = moment(one), moment(two)
    return first is not None and second is not None and before(first, second)
