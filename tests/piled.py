"""Invented articles for tests of what many articles tell: a text, its outlet and day, who says what."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.across.statement import Statement, statements
from onrecord.record import Attribution, DateExpression, DateReport, Figure, Named, Party, Record, Span
from tests import stored


def report(outlet: str, date: str | None, text: str, *said: Attribution) -> Record:
    """The record of one article; a statement's speaker is known by the name its words give."""
    named = (replace(one, speakers=tuple(_named(p) for p in one.speakers)) for one in said)
    return stored.record(text, *named, outlet=outlet, date=date, title=None)


def _named(party: Party) -> Party:
    return replace(party, name=" ".join(span.text for span in party.mention))


def first(*records: Record) -> list[Statement]:
    """The first statement of each article: reports of one utterance."""
    return [next(statements([record], {})) for record in records]


def with_figure(record: Record, words: str, low: float, counts: str, **fields: object) -> Record:
    """One more figure, by its literal words; its giver is the first statement that holds it, else nobody."""
    span = _span(record, words)
    givers = [a.id for a in record.attributions if any(_holds(s, span) for s in a.content)]
    number = len(record.figures) + 1
    figure = Figure(
        f"{record.article.id}:f{number}",
        span,
        "count",
        low,
        low,
        "exactly",
        "people",
        Named(counts),
        None,
        DateReport(),
        givers[0] if givers else None,
    )
    return replace(record, figures=(*record.figures, replace(figure, **fields)))  # type: ignore[arg-type]


def with_date(record: Record, words: str, value: str | None = None) -> Record:
    """A date expression, by its literal words, by which all statements of the article are dated."""
    on = DateReport(value, basis="explicit" if value else "relative")
    span = _span(record, words)
    expression = DateExpression(f"{record.article.id}:d{len(record.dates) + 1}", span, on)
    dated = replace(on, evidence=(record.article.evidence(span.start, span.end),))
    said = tuple(replace(a, said_on=dated) for a in record.attributions)
    return replace(record, dates=(*record.dates, expression), attributions=said)


def utterance(*records: Record) -> Sequence[str]:
    """The ids of the first statements."""
    return [record.attributions[0].id for record in records]


def _span(record: Record, words: str) -> Span:
    start = record.article.text.index(words)
    return record.article.span(start, start + len(words))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
