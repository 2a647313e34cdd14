"""What an analyst must look at in one article: quotation marks that never find their partner."""

from collections.abc import Sequence

from onrecord.record import Attribution, Flag
from onrecord.text.layout import Layout
from onrecord.text.quotemarks import Quotation


def flags(layout: Layout, attributions: Sequence[Attribution]) -> tuple[Flag, ...]:
    """A flag for every unbalanced mark, with the attributions it stands in or beside."""
    return tuple(_flag(layout, q, attributions) for q in layout.quotations if not q.closed)


def _flag(layout: Layout, q: Quotation, attributions: Sequence[Attribution]) -> Flag:
    start, end = (q.start - len(q.opener), q.start) if q.opener else (q.start, q.start + 1)
    mark = layout.article.evidence(start, end)
    touched = tuple(a.id for a in attributions if any(s.start <= end and start <= s.end for s in a.content))
    opening = f"The quotation mark {mark.text} opens and never closes; where its words end is not known."
    closing = (
        f"The quotation mark {mark.text} closes what was never opened; where its words begin is not known."
    )
    return Flag("unbalanced-quote", touched, (mark,), opening if q.opener else closing)
