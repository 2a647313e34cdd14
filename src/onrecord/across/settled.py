"""Dates that only a sister report of the same utterance settles, and the articles' own dates in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from onrecord.across.comparison import SettledDate
from onrecord.across.days import fits, said_on, weekday_words
from onrecord.across.statement import Statement
from onrecord.dates.calendar import exact
from onrecord.dates.conflict import written
from onrecord.record import DateExpression, DateReport, Evidence, OtherDate, Record

LATELY = timedelta(days=6)  # a bare weekday is said of a day no longer ago

Settled = tuple[date, tuple[Evidence, ...]]


def settled_dates(
    records: Iterable[Record], utterances: Iterable[Sequence[Statement]]
) -> tuple[SettledDate, ...]:
    """By article and place; an article's own date comes before those of its text."""
    known = {record.article.id: record for record in records}
    found: dict[tuple[str, str], list[Settled]] = defaultdict(list)
    for members in utterances:
        for one, expression, settled in _of_utterance(members):
            found[one.article, expression.id].append(settled)
    dates = {key: _report(known[key[0]], settled) for key, settled in found.items()}
    days: dict[str, list[DateReport]] = defaultdict(list)
    for (article, _), on in dates.items():
        days[article].append(on)
    own = (_own_date(record, days[record.article.id]) for record in known.values())
    texts = (SettledDate(article, id_, on) for (article, id_), on in dates.items())
    order = {e.id: e.span.start for record in known.values() for e in record.dates}
    made = [*filter(None, own), *texts]
    return tuple(sorted(made, key=lambda one: (one.article, order.get(one.date or "", -1), one.date or "")))


def _of_utterance(members: Sequence[Statement]) -> Iterator[tuple[Statement, DateExpression, Settled]]:
    """Open dates of the text by which a report is dated, where the utterance has a day that fits them."""
    on = said_on(members)
    day = exact(on.value)
    if day is None or on.basis != "other-article":
        return
    sisters = tuple(e for one in members for e in one.attribution.said_on.evidence if _knows(one, day))
    for one in members:
        if exact(one.attribution.said_on.value) is None and fits(one, day):
            for expression in _expressions(one):
                yield one, expression, (day, (one.record.article.evidence(*_at(expression)), *sisters))


def _knows(one: Statement, day: date) -> bool:
    return exact(one.attribution.said_on.value) == day


def _expressions(one: Statement) -> Iterator[DateExpression]:
    """The dates of the text that a report's day was read from, as far as they are open."""
    words = weekday_words(one) or one.attribution.said_on.evidence
    for expression in one.record.dates:
        start, end = _at(expression)
        inside = any(e.start is not None and e.start < end and start < (e.end or 0) for e in words)
        if inside and exact(expression.on.value) is None:
            yield expression


def _at(expression: DateExpression) -> tuple[int, int]:
    return expression.span.start, expression.span.end


def _report(record: Record, found: Sequence[Settled]) -> DateReport:
    """The day of all that settle it; where they disagree, none, and each of them beside it."""
    days = sorted({day for day, _ in found})
    evidence = tuple(sorted({e for _, some in found for e in some}, key=lambda e: _order(record, e)))
    if len(days) == 1:
        return DateReport(days[0].isoformat(), None, "other-article", evidence=evidence)
    others = tuple(_other(day, found) for day in days)
    return DateReport(None, (days[0].isoformat(), days[-1].isoformat()), "none", evidence=(), others=others)


def _other(day: date, found: Sequence[Settled]) -> OtherDate:
    evidence = tuple(dict.fromkeys(e for own, some in found if own == day for e in some))
    why = f"One report of what was said has it on {written(day)}."
    return OtherDate("alternative", day.isoformat(), None, "other-article", evidence, why)


def _order(record: Record, evidence: Evidence) -> tuple[bool, str, int, str]:
    """The article's own words first."""
    own = evidence.article == record.article.id
    return not own, evidence.article or "", evidence.start or 0, evidence.text


def _own_date(record: Record, dates: Sequence[DateReport]) -> SettledDate | None:
    """An article's own date where it conflicts, or where a settled weekday of its text bounds it."""
    article = record.article
    if any(other.kind == "conflict" for other in article.published_on.others):
        return SettledDate(article.id, None, article.published_on)
    settled = [on for on in dates if on.value is not None]
    if article.published_on.value is not None or not settled:
        return None
    latest = max(settled, key=lambda on: on.value or "")
    day = exact(latest.value)
    assert day is not None
    bounds = (day.isoformat(), (day + LATELY).isoformat())
    return SettledDate(article.id, None, DateReport(None, bounds, "other-article", evidence=latest.evidence))
