"""What an analyst must look at in one article: quotation marks that never find their partner."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from onrecord.record import Attribution, Flag
from onrecord.text.layout import Layout
from onrecord.text.quotemarks import Quotation


class _Contents:
    """The contents of all attributions, to be asked which ones a mark stands in or beside."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._ids = [a.id for a in attributions]
        self._spans = sorted((s.start, s.end, n) for n, a in enumerate(attributions) for s in a.content)
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))

    def touched(self, start: int, end: int) -> tuple[str, ...]:
        near = self._spans[bisect_left(self._reach, start) : bisect_right(self._starts, end)]
        return tuple(self._ids[n] for n in sorted({n for _, until, n in near if start <= until}))


def flags(layout: Layout, attributions: Sequence[Attribution]) -> tuple[Flag, ...]:
    """A flag for every unbalanced mark, with the attributions it stands in or beside."""
    contents = _Contents(attributions)
    return tuple(_flag(layout, q, contents) for q in layout.quotations if not q.closed)


def _flag(layout: Layout, q: Quotation, contents: _Contents) -> Flag:
    start, end = (q.start - len(q.opener), q.start) if q.opener else (q.start, q.start + 1)
    mark = layout.article.evidence(start, end)
    opening = f"The quotation mark {mark.text} opens and never closes; where its words end is not known."
    closing = (
        f"The quotation mark {mark.text} closes what was never opened; where its words begin is not known."
    )
    return Flag("unbalanced-quote", contents.touched(start, end), (mark,), opening if q.opener else closing)
