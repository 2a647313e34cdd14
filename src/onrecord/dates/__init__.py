"""When: date expressions, the days statements were made on, the article's own date, and what conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Article, Attribution, DateExpression
from onrecord.text.layout import Layout

__all__ = ["Dated", "dates"]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article with its own date settled, its attributions dated, and every date expression of its text."""

    article: Article
    attributions: tuple[Attribution, ...]
    expressions: tuple[DateExpression, ...]


def dates(layout: Layout, attributions: Sequence[Attribution]) -> Dated:
    """Date an article and what is said in it, as far as it allows."""
    return Dated(layout.article, tuple(attributions), ())
