"""Which day an expression means, given the day it is counted from."""

from dataclasses import replace
from datetime import timedelta

from onrecord.dates.calendar import bounds, exact
from onrecord.dates.expression import (
    Calendar,
    Expression,
    Holiday,
    Part,
    Shift,
    Span,
    Stretch,
    Tense,
    Weekday,
    Whole,
)
from onrecord.dates.named import resolve_calendar, resolve_weekday
from onrecord.dates.parts import resolve_holiday, resolve_part
from onrecord.dates.relative import resolve_shift, resolve_stretch, resolve_whole
from onrecord.dates.resolved import Basis, Range, Resolved, interval

LEAST_DAYS = 3  # what can be parted into early, middle and late
THIRDS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3), "start": (0, 1), "end": (2, 3)}


def resolve(expression: Expression, *, anchor: str | None, tense: Tense | None = None) -> Resolved:
    """The date an expression means; `anchor` is the day it is told on, for anaphoric ones the date before it.

    An anchor may be partial ("2023"): what needs more than it gives stays open. Without one only
    what is explicit has a value.
    """
    if tense is None and expression.bound in ("by", "until"):
        tense = "future"
    return _bounded(expression, _edged(expression, _named(expression, anchor, tense), anchor))


def _named(expression: Expression, anchor: str | None, tense: Tense | None) -> Resolved:
    match expression.says:
        case Calendar() as says:
            return resolve_calendar(says, anchor, tense)
        case Weekday() as says:
            return resolve_weekday(says, anchor, tense)
        case Part() as says:
            return resolve_part(says, anchor, tense)
        case Holiday() as says:
            return resolve_holiday(says, anchor, tense)
        case Shift() as says:
            return resolve_shift(says, anchor)
        case Whole() as says:
            return resolve_whole(says, anchor, tense)
        case Stretch() as says:
            return resolve_stretch(says, anchor)
        case Span() as says:
            return _span(says, anchor, tense)
    return Resolved()


def _span(says: Span, anchor: str | None, tense: Tense | None) -> Resolved:
    """From the first day of the one to the last of the other."""
    last = resolve(says.last, anchor=anchor, tense=tense)
    first = resolve(says.first, anchor=last.value if exact(last.value) else anchor, tense="past")
    if first.value and last.value and first.value.startswith("XXXX") and last.value.startswith("XXXX"):
        return Resolved(None, (first.value, last.value), "explicit", rule="span")
    begin, end = ends(first), ends(last)
    if begin is None or end is None or begin[0] is None or end[1] is None or begin[0] > end[1]:
        return Resolved()
    basis: Basis = "relative" if "relative" in (first.basis, last.basis) else "explicit"
    return Resolved(None, (begin[0], end[1]), basis, None, first.anchored or last.anchored, rule="span")


def ends(resolved: Resolved) -> Range | None:
    """First and last day of what was resolved, as far as they are known."""
    if resolved.range is not None:
        return resolved.range
    days = bounds(resolved.value) if resolved.value else None
    return interval(*days) if days else None


def _edged(expression: Expression, resolved: Resolved, anchor: str | None) -> Resolved:
    """Only the early, middle or late part of it, or what of it lies before or behind the anchor."""
    between = ends(resolved)
    if expression.edge is None or between is None or None in between or between[0] == between[1]:
        return resolved
    first, last = exact(between[0]), exact(between[1])
    today = exact(anchor)
    if first is None or last is None:
        return resolved
    if expression.edge in ("earlier", "later"):
        if today is None or not first <= today <= last:
            return resolved
        narrowed = interval(first, today) if expression.edge == "earlier" else interval(today, last)
        return replace(resolved, range=narrowed)
    low, high = THIRDS[expression.edge]
    days = (last - first).days + 1
    if days < LEAST_DAYS:
        return resolved
    narrowed = interval(first + timedelta(days=days * low // 3), first + timedelta(days=days * high // 3 - 1))
    return replace(resolved, range=narrowed)


def _bounded(expression: Expression, resolved: Resolved) -> Resolved:
    """An open interval: since, until, by, before, after."""
    if expression.bound is None or resolved.basis == "none":
        return resolved
    between = ends(resolved)
    if between is None:
        return Resolved(rule="open bound") if resolved.value is None else replace(resolved, range=None)
    first, last = between
    if expression.bound in ("since", "after"):
        return replace(resolved, value=None, range=(first if expression.bound == "since" else last, None))
    return replace(resolved, value=None, range=(None, first if expression.bound == "before" else last))
