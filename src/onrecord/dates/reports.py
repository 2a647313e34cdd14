"""Date reports: what an expression comes to, with the words it was read from and what else it may mean."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.dates.calendar import edtf, fields
from onrecord.dates.expression import Calendar, Expression
from onrecord.dates.resolved import Reading, Resolved
from onrecord.record import Article, DateReport, Evidence, OtherDate

DAY, MONTH, YEAR = len("2023-10-17"), len("2023-10"), len("2023")


def report(
    article: Article, resolved: Resolved, expression: Expression, anchor: str | None = None
) -> DateReport:
    """The report of one expression; `anchor` is what it was counted from, if it was."""
    evidence = (article.evidence(expression.start, expression.end),)
    others = tuple(other(reading, resolved, evidence) for reading in resolved.others)
    counted_from = anchor if resolved.anchored else None
    return DateReport(resolved.value, resolved.range, resolved.basis, counted_from, evidence, others)


def other(reading: Reading, resolved: Resolved, evidence: tuple[Evidence, ...]) -> OtherDate:
    """A second reading of an expression, as the record keeps it."""
    return OtherDate(reading.kind, reading.value, reading.range, resolved.basis, evidence, reading.why)


def contained(found: DateReport) -> DateReport:
    """The same with the month or year that a range lies in as its value: "last week" was in January 2018."""
    if found.value is not None or found.range is None:
        return found
    first, last = found.range
    if first is None or last is None or not fields(first)[0]:
        return found
    value = next((first[:n] for n in (DAY, MONTH, YEAR) if first[:n] == last[:n]), None)
    return replace(found, value=value)


def inherited(found: DateReport) -> DateReport:
    """The same date, taken over from a statement before."""
    return replace(found, basis="inherited" if found.basis != "none" else "none", others=())


def bounded(found: DateReport) -> DateReport:
    """Not later than the last day of a report: words that were passed on then, or spoken of then."""
    until = latest(found)
    if until is None:
        return DateReport()
    return DateReport(None, (None, until), "bounded", None, found.evidence)


def latest(found: DateReport) -> str | None:
    """The last day, month or year a report allows."""
    if found.range is not None and found.range[1] is not None:
        return found.range[1]
    value = found.value
    return value[:10] if value and fields(value)[0] else None


def full_days(found: Sequence[Expression]) -> tuple[str, ...]:
    """The days that a text gives in full: "October 17, 2023"."""
    given = (e.says for e in found if isinstance(e.says, Calendar) and e.bound is None)
    return tuple(edtf(c.year, c.month, c.day) for c in given if c.year and c.month and c.day)
