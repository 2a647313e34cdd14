"""The day a figure was true, where its sentence says so: "as of Tuesday", "by Friday, 40 had died"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from onrecord.record import DateExpression, DateReport
from onrecord.text.layout import Layout

REACH = 200  # code points to either side of a figure
_AS_OF = re.compile(r"\b(?:as\s(?:of|at))\s(?:the\s|late\s|early\s)?\Z", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|up\sto)\s(?:the\s|late\s|early\s)?\Z", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|stood|reached|risen|rose)\b")

Range = tuple[int, int]


def as_of(layout: Layout, figure: Range, dates: Sequence[DateExpression]) -> DateReport:
    """The date of the sentence that is said to be the figure's; unknown where none is."""
    start, end = figure[0] - REACH, figure[1] + REACH
    at = bisect_left(dates, start, key=attrgetter("span.start"))
    while at < len(dates) and dates[at].span.start < end:
        if _belongs(layout, dates[at].span.start, figure):
            return dates[at].on
        at += 1
    return DateReport()


def _belongs(layout: Layout, date: int, figure: Range) -> bool:
    before = layout.text[max(0, date - 24) : date]
    by = _BY.search(before)
    sentence = layout.sentence(figure[0]) if by or _AS_OF.search(before) else None
    if sentence is None or not sentence[0] <= date < sentence[1]:
        return False
    return not by or _HAD.search(layout.text, *sentence) is not None
