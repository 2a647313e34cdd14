"""One date out of several statements of it: the best is the value, the rest is kept beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onrecord.readers.timestamps import day, moment
from onrecord.record import DateReport, Evidence, OtherDate

SAME_MOMENT = timedelta(minutes=1)
ZONES_APART = timedelta(hours=26)  # the furthest two clocks on earth are apart


@dataclass(frozen=True, slots=True)
class Dated:
    """One statement of a date, with the place it stands in; a firm one says what it is the date of."""

    value: str
    place: str
    written: str
    firm: bool


def report(stated: Sequence[Dated], changed: Sequence[Dated]) -> DateReport:
    """The best of these statements, with those that agree as evidence and the rest as other readings."""
    stated = _unique(stated)
    if not stated:
        return DateReport()
    best = _best(stated)
    agreeing = [dated for dated in stated if _agree(dated.value, best.value)]
    agreeing.sort(key=lambda dated: dated is not best)
    others: dict[str, OtherDate] = {}
    for dated in stated:
        if dated not in agreeing:
            other = _other(dated, best, changed)
            others.setdefault(other.why, other)
    return DateReport(
        best.value, None, "metadata", None, tuple(map(_evidence, agreeing)), tuple(others.values())
    )


def latest(stated: Iterable[Dated]) -> date | None:
    """The last day that any of these statements names."""
    return max((found for found in (day(dated.value) for dated in stated) if found), default=None)


def _unique(stated: Iterable[Dated]) -> tuple[Dated, ...]:
    return tuple({(dated.place, dated.value): dated for dated in stated}.values())


def _best(stated: Sequence[Dated]) -> Dated:
    """Firm before soft; of several firm days the one most places name; then in the order of `stated`."""
    pool = [dated for dated in stated if dated.firm] or stated
    return max(
        pool, key=lambda dated: (sum(_agree(dated.value, other.value) for other in stated), len(dated.value))
    )


def _agree(one: str, other: str) -> bool:
    """Whether two values can mean the same day: as written, or as the same moment in two zones."""
    if one[:10] == other[:10] or one.startswith(other) or other.startswith(one):
        return True
    moments = moment(one), moment(other)
    if moments[0] and moments[1]:
        return abs(moments[0] - moments[1]) <= SAME_MOMENT
    return False


def _other(dated: Dated, best: Dated, changed: Sequence[Dated]) -> OtherDate:
    says = f"{dated.place} says {dated.value[:10]}, {best.place} says {best.value[:10]}"
    if any(_agree(dated.value, late.value) for late in changed):
        kind, why = "alternative", f"{says}; the page gives {dated.value[:10]} as the date of its last change"
    elif _zone_apart(dated.value, best.value):
        kind, why = "alternative", f"{says}; the clocks of two time zones would explain it"
    else:
        kind, why = "conflict", says
    return OtherDate(kind, dated.value, None, "metadata", (_evidence(dated),), why)  # type: ignore[arg-type]


def _zone_apart(one: str, other: str) -> bool:
    """Whether one value lacks the zone (or the time) that could make them the same moment."""
    if moment(one) and moment(other):
        return False
    first, second = _start(one), _start(other)
    return first is not None and second is not None and abs(first - second) <= ZONES_APART


def _start(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def _evidence(dated: Dated) -> Evidence:
    return Evidence(None, dated.place, None, None, dated.written)
