"""How many: quantities, what they count, and who gave them."""

from collections.abc import Sequence

from onrecord.record import Attribution, DateExpression, Figure
from onrecord.text.layout import Layout

__all__ = ["figures"]


def figures(
    layout: Layout, attributions: Sequence[Attribution], dates: Sequence[DateExpression]
) -> tuple[Figure, ...]:
    """The figures of an article in text order."""
    return ()
