"""How many: quantities, what they count, and who gave them; `figures` is the way in."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.figures.as_of import as_of
from onrecord.figures.event import event
from onrecord.figures.giver import givers
from onrecord.figures.quantity import Quantity, quantities_in
from onrecord.record import Article, Attribution, DateExpression, Figure, Named
from onrecord.text.layout import Layout

__all__ = ["figures"]

DECIMALS = 3  # as a record writes them, so that what is read back is the same
_POINT = re.compile(r"\b(?:ago|later|earlier|after|before|now|since|day|anniversary)\b", re.IGNORECASE)

Range = tuple[int, int]


def figures(
    layout: Layout, attributions: Sequence[Attribution], dates: Sequence[DateExpression]
) -> tuple[Figure, ...]:
    """The figures of an article in text order."""
    found = list(_found(layout, dates))
    places = [layout.article.span(*quantity.size.number) for quantity in found]
    by = givers(places, attributions)
    return tuple(
        _figure(layout, i, q, dates, giver) for i, (q, giver) in enumerate(zip(found, by, strict=True), 1)
    )


def _found(layout: Layout, dates: Sequence[DateExpression]) -> Iterator[Quantity]:
    """The quantities of every block that stand in no footnote marker and no date."""
    holes = layout.holes
    spans = [(d.span.start, d.span.end) for d in dates]
    for block in layout.blocks:
        for quantity in quantities_in(layout.text, block.start, block.end):
            at = quantity.size.number
            dated = _around(spans, at)
            if _around(holes, at) is None and (dated is None or _lasts(layout.text, quantity, dated)):
                yield quantity


def _around(ranges: Sequence[Range], at: Range) -> Range | None:
    """The last of these stretches that begins before the end of another, if they touch."""
    i = bisect_right(ranges, (at[1] - 1, len(ranges) + at[1])) - 1
    return ranges[i] if i >= 0 and ranges[i][1] > at[0] else None


def _lasts(text: str, quantity: Quantity, dated: Range) -> bool:
    """ "The past two weeks" is a date expression and a duration; "two weeks later" is a date alone."""
    return quantity.size.kind == "duration" and not _POINT.search(text, *dated)


def _figure(
    layout: Layout, number: int, quantity: Quantity, dates: Sequence[DateExpression], giver: str | None
) -> Figure:
    size, at = quantity.size, (quantity.start, quantity.end)
    article = layout.article
    return Figure(
        id=f"{article.id}:f{number}",
        span=article.span(*at),
        kind=size.kind,
        low=_rounded(size.low),
        high=_rounded(size.high),
        comparator=size.comparator,
        unit=size.unit,
        counts=_named(article, quantity.counts, quantity.evidence),
        event=_event(layout, quantity),
        as_of=as_of(layout, at, dates),
        according_to=giver,
    )


def _rounded(bound: float | None) -> float | None:
    return None if bound is None else round(bound, DECIMALS)


def _event(layout: Layout, quantity: Quantity) -> Named | None:
    sentence = layout.sentence(quantity.start) if quantity.harm else None
    place = event(layout.text, (quantity.start, quantity.end), sentence) if sentence else None
    return _named(layout.article, layout.text[slice(*place)], (place,)) if place else None


def _named(article: Article, name: str | None, places: Sequence[Range]) -> Named | None:
    return None if name is None else Named(name, tuple(article.evidence(*place) for place in places))
