"""When: date expressions, the days statements were made on, the article's own date, and what conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.dates.anchors import anchor_of, stamps
from onrecord.dates.carried import carry
from onrecord.dates.conflicts import by_start, conflicts, disputed, flagged, with_conflicts
from onrecord.dates.frame import Frames
from onrecord.dates.links import with_link_days
from onrecord.dates.papers import with_paper_days
from onrecord.dates.published import published_on
from onrecord.dates.reports import full_days
from onrecord.dates.saying import days_said
from onrecord.dates.telling import Telling, expressions, quoted_by
from onrecord.dates.undated import undated
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
    stamped = tuple(stamps(layout))
    frames = Frames(layout, attributions)
    anchor = anchor_of(
        layout.article.published_on, stamped, full_days([e for e in found if layout.block(e.start)])
    )
    telling = Telling(layout, found, anchor, quoted_by(layout, found, frames, attributions))
    said = with_link_days(
        with_paper_days(telling, carry(telling, frames, days_said(telling, frames, attributions)))
    )
    article = replace(layout.article, published_on=published_on(layout.article, stamped))
    days = {number: a.said_on for number, a in said.items()}
    named = [
        DateExpression(f"{article.id}:d{n}", article.span(e.start, e.end), telling.report(e, days))
        for n, e in enumerate(found, 1)
    ]
    told = tuple(said[a.id] for a in attributions)
    doubts = conflicts(telling, article, stamped, told)
    table = by_start(doubts)
    return Dated(
        replace(article, published_on=disputed(article.published_on, doubts)),
        told,
        tuple(with_conflicts(e, table) for e in named),
        (*flagged(doubts, told), *undated(anchor, named, told)),
    )
