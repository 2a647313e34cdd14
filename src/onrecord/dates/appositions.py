"""Two words for one day: "today (23 December)", "yesterday, the 14th", "3 May, a Tuesday"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.dates.expression import Calendar, Expression, Holiday, Shift, Weekday, Whole
from onrecord.lang.dates import english_dates
from onrecord.text.layout import Layout

_JOINT = re.compile(r"\s*[,(–—-]?\s*(?:on\s+)?(?:the\s+)?", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\s*[,(]\s*(?:on\s+)?the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\s|[a-z-]+\s+of\b))"
)
_A_WEEKDAY = re.compile(
    r"\s*,?\s*(?:\d{4})?\s*[,(]?\s*(?:which\s+)?(?:is\s+|was\s+|falls on\s+|fell on\s+)?"
    r"an?\s+(?P<weekday>[A-Z][a-z]+day)\b"
)


def appositions(layout: Layout, found: Sequence[Expression]) -> Iterator[tuple[Expression, Expression]]:
    """Pairs of a relative date and the one of the calendar that stands beside it for the same day."""
    for one, other in pairwise(found):
        if one.bound or other.bound or other.start - one.end > len(" (on the "):
            continue
        if not _JOINT.fullmatch(layout.text, one.end, other.start):
            continue
        if _is_relative(one) and _is_day(other):
            yield one, other
        elif _is_day(one) and _is_relative(other) and "(" in layout.text[one.end : other.start]:
            yield other, one
    for e in found:
        yield from _with_ordinal(layout, e)
        yield from _with_weekday(layout, e)


def _with_ordinal(layout: Layout, e: Expression) -> Iterator[tuple[Expression, Expression]]:
    """ "Yesterday, the 14th"."""
    ordinal = _ORDINAL.match(layout.text, e.end) if _is_relative(e) else None
    if ordinal is not None:
        says = Calendar(day=int(ordinal["day"]))
        yield e, Expression(ordinal.start("day") - len("the "), ordinal.end(), says)


def _with_weekday(layout: Layout, e: Expression) -> Iterator[tuple[Expression, Expression]]:
    """ "On 3 May, a Tuesday"."""
    named = _A_WEEKDAY.match(layout.text, e.end) if _is_day(e) else None
    number = english_dates().weekdays.get(named["weekday"].lower()) if named is not None else None
    if named is not None and number is not None:
        yield Expression(*named.span("weekday"), Weekday(number)), e


def _is_relative(e: Expression) -> bool:
    if e.edge or e.bound:
        return False
    return (
        isinstance(e.says, Weekday)
        or isinstance(e.says, Shift | Whole)
        and e.says.unit != "hour"
        and not e.of_event
    )


def _is_day(e: Expression) -> bool:
    if isinstance(e.says, Calendar):
        return e.says.day is not None
    return isinstance(e.says, Holiday)
