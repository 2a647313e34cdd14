"""When: date expressions, the days statements were made on, the article's own date, and what conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.dates.anchors import anchor_of, stamps
from onrecord.dates.carried import carry
from onrecord.dates.frame import Frames
from onrecord.dates.published import published_on
from onrecord.dates.reports import full_days
from onrecord.dates.saying import days_said
from onrecord.dates.telling import Telling, expressions, quoted_by
from onrecord.record import Article, Attribution, DateExpression, Flag
from onrecord.text.layout import Layout

__all__ = ["Dated", "dates"]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article and its attributions with their dates, every date expression, and what conflicts."""

    article: Article
    attributions: tuple[Attribution, ...]
    expressions: tuple[DateExpression, ...]
    flags: tuple[Flag, ...] = ()


def dates(layout: Layout, attributions: Sequence[Attribution]) -> Dated:
    """Date an article and what is said in it, as far as it allows."""
    found = expressions(layout)
    stamped = tuple(stamps(layout.article))
    frames = Frames(layout, attributions)
    anchor = anchor_of(
        layout.article.published_on, stamped, full_days([e for e in found if layout.block(e.start)])
    )
    telling = Telling(layout, found, anchor, quoted_by(layout, found, frames, attributions))
    said = carry(telling, frames, days_said(telling, frames, attributions))
    article = replace(layout.article, published_on=published_on(layout.article, stamped))
    days = {number: a.said_on for number, a in said.items()}
    reports = [telling.report(e, days) for e in found]
    named = tuple(
        DateExpression(f"{article.id}:d{n}", article.span(e.start, e.end), on)
        for n, (e, on) in enumerate(zip(found, reports, strict=True), 1)
    )
    return Dated(article, tuple(said[a.id] for a in attributions), named)
