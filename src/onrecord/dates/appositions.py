"""Two words for one day: "today (23 December)", "yesterday, the 14th", "a week ago, on November 10"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.dates.expression import Calendar, Expression, Shift, Weekday, Whole
from onrecord.text.layout import Layout

_JOINT = re.compile(r"\s*[,(–—-]?\s*(?:on\s+)?(?:the\s+)?", re.IGNORECASE)


def appositions(layout: Layout, found: Sequence[Expression]) -> Iterator[tuple[Expression, Expression]]:
    """Pairs of a relative date and the one of the calendar that stands beside it for the same day."""
    for one, other in pairwise(found):
        if other.start - one.end > len(" (on the "):
            continue
        if one.bound or other.bound or not _JOINT.fullmatch(layout.text, one.end, other.start):
            continue
        if _is_relative(one) and _is_day(other):
            yield one, other
        elif _is_day(one) and _is_relative(other) and "(" in layout.text[one.end : other.start]:
            yield other, one


def _is_relative(e: Expression) -> bool:
    if isinstance(e.says, Weekday):
        return True
    return isinstance(e.says, Shift | Whole) and e.says.unit in ("day", "week") and not e.edge


def _is_day(e: Expression) -> bool:
    return isinstance(e.says, Calendar) and e.says.day is not None
