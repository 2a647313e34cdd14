"""Relative dates that stand beside another day than they come to: "yesterday, the 14th" on a 13th."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from onrecord.dates.appositions import appositions
from onrecord.dates.calendar import bounds, exact
from onrecord.dates.conflict import WEEKDAYS, Conflict, nearest, shown, written
from onrecord.dates.expression import Calendar, Expression, Holiday, Shift, Weekday, Whole
from onrecord.dates.resolve import resolve
from onrecord.dates.resolved import Resolved
from onrecord.dates.telling import Telling
from onrecord.text.layout import Layout

FEW = 7  # days within which a slip of the pen is likelier than a wrong date of publication
SLACK = {"week": 3, "fortnight": 4, "weekend": 1}  # days by which "a week ago" may be off
STEM = 4  # letters that "vote" and "voting" share
MANY = 500  # dates of an article among which no event is looked for by its noun
NEAR = 30  # days around a date in which an event it is counted from lies
_EXACTLY = re.compile(r"\b(?:exactly|to the day)\s+\W*$", re.IGNORECASE)
_EVENT = re.compile(r"\W*the\s+(?P<noun>[a-z]{4,})\s*,\s*(?:on\s+)?", re.IGNORECASE)
_TOWARDS = re.compile(
    r"\W*(?:(?:the|a|an|two|three|four|five|six|days?|week|weekend|one|just|shortly|last|eve|of|before|after|ahead"
    r"|in time for)\W+){0,6}",
    re.IGNORECASE,
)


def disagreeing(telling: Telling, today: date | None, *, dateline: bool) -> Iterator[Conflict]:
    """Pairs that cannot both be right, given the day an article is written on, and events with two days."""
    layout = telling.layout
    for one, other in appositions(layout, telling.found):
        day = _day(other, today)
        if day is None:
            continue
        if isinstance(one.says, Weekday):
            yield from _weekday(layout, one, other, day)
            if one.says.which in ("next", "this") and today is not None and (today - day).days > FEW:
                yield _long_past(layout, one, other, today, day)
        elif not telling.quoted(one) or one.anaphoric:
            yield from _counted(telling, one, other, day, today=today, dateline=dateline)
    if today is not None and len(telling.found) <= MANY:
        yield from _counted_from_events(telling, today)
        yield from _beside_holidays(telling, today)


def _day(e: Expression, today: date | None) -> date | None:
    """The day a date of the calendar, or a holiday, names; without a year the one nearest to an article."""
    says = e.says
    if isinstance(says, Holiday):
        return exact(resolve(e, anchor=today.isoformat()).value) if today else None
    if not isinstance(says, Calendar):
        return None
    at = today or (date(says.year, 1, 1) if says.year else None)
    return nearest(says, at) if at else None


def _long_past(layout: Layout, one: Expression, other: Expression, today: date, day: date) -> Conflict:
    words = layout.text[one.start : other.end]
    why = f"The article is dated {written(today)}, but speaks of {words!r}, {written(day)}, as still to come."
    return Conflict("metadata-vs-content", shown(layout.article, one, other), why, day.isoformat())


def _weekday(layout: Layout, one: Expression, other: Expression, day: date) -> Iterator[Conflict]:
    assert isinstance(one.says, Weekday)
    if one.says.day != day.weekday():
        why = f"{written(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[one.says.day]}."
        yield Conflict("weekday-vs-date", shown(layout.article, one, other), why, day.isoformat())


def _counted(
    telling: Telling, one: Expression, other: Expression, day: date, *, today: date | None, dateline: bool
) -> Iterator[Conflict]:
    """Whether a relative date comes to the day beside it."""
    layout = telling.layout
    start, end = min(one.start, other.start), max(one.end, other.end)
    evidence = shown(layout.article, one, other, one.moved(start, end))
    if one.anaphoric:
        if not (isinstance(one.says, Shift | Whole) and one.says.unit == "day"):
            return
        come_to = telling.resolved(one, {})
        if come_to.value is not None and not _holds(layout, one, come_to, day):
            words = layout.text[start:end]
            why = f"The text says {words!r}; counted from the date before, that is {come_to.value}."
            yield Conflict("date-differs", evidence, why, come_to.value)
    elif today is not None:
        come_to = resolve(one, anchor=today.isoformat(), tense="past")
        if (come_to.value or come_to.range) and not _holds(layout, one, come_to, day):
            off = abs((_first(come_to, today) - day).days)
            slip = dateline or off <= (1 if _is_today(one) else FEW)
            words, then = layout.text[start:end], come_to.value or _first(come_to, today).isoformat()
            why = f"The text says {words!r}; by the date of the article, {written(today)}, that is {then}."
            yield Conflict("date-differs" if slip else "metadata-vs-content", evidence, why, day.isoformat())


def _is_today(e: Expression) -> bool:
    """Whether it is the day itself, about which nobody is mistaken."""
    return isinstance(e.says, Whole) and e.says.unit == "day" and e.says.shift == 0


def _holds(layout: Layout, e: Expression, come_to: Resolved, day: date) -> bool:
    """Whether a day is what a relative date comes to; "a week ago" may be off, "exactly" may not."""
    says = e.says
    unit = says.unit if isinstance(says, Shift | Whole) else "day"
    exactly = _EXACTLY.search(layout.text, max(0, e.start - 20), e.start) is not None
    if exactly and come_to.others:
        return exact(come_to.others[0].value) == day
    first, last = _ends(come_to)
    slack = timedelta(0 if exactly else SLACK.get(unit, 0))
    if isinstance(says, Shift) and unit in ("month", "year"):
        slack = timedelta({"month": 15, "year": 183}[unit])
    return first is None or last is None or first - slack <= day <= last + slack


def _ends(come_to: Resolved) -> tuple[date | None, date | None]:
    if come_to.range is not None:
        return exact(come_to.range[0]), exact(come_to.range[1])
    between = bounds(come_to.value) if come_to.value else None
    return between or (None, None)


def _first(come_to: Resolved, today: date) -> date:
    return _ends(come_to)[0] or today


def _counted_from_events(telling: Telling, today: date) -> Iterator[Conflict]:
    """ "Two days before the vote, on 9 October", where the vote was on the 12th."""
    layout = telling.layout
    for e, other in pairwise(telling.found):
        says = e.says
        if not (isinstance(says, Shift) and e.of_event and says.count and says.unit == "day"):
            continue
        noun = _EVENT.fullmatch(layout.text, e.end, other.start)
        day = nearest(other.says, today) if noun and isinstance(other.says, Calendar) else None
        if noun is None or day is None:
            continue
        event = _day_of(telling, noun["noun"].lower()[:STEM], other, today)
        if event is not None and event + timedelta(says.count) != day and abs((event - day).days) <= NEAR:
            words, name = layout.text[e.start : other.end], noun["noun"]
            expected = written(event + timedelta(says.count))
            why = f"The text says {words!r}; the {name} was on {written(event)}, so that day was {expected}."
            evidence = shown(layout.article, e.moved(e.start, other.end), other)
            yield Conflict("date-differs", evidence, why, event.isoformat())


def _beside_holidays(telling: Telling, today: date) -> Iterator[Conflict]:
    """ "Next Thursday, two days before Christmas", in an article of January."""
    layout = telling.layout
    for e, holiday in pairwise(telling.found):
        if not isinstance(holiday.says, Holiday) or holiday.says.year or not _looks_ahead(e):
            continue
        if not _TOWARDS.fullmatch(layout.text, e.end, holiday.start):
            continue
        then = exact(resolve(e, anchor=today.isoformat(), tense="future").value)
        plain = replace(holiday, bound=None)
        feast = exact(resolve(plain, anchor=then.isoformat()).value) if then else None
        if then is not None and feast is not None and abs((feast - then).days) > 2 * FEW:
            words = layout.text[e.start : holiday.end]
            why = f"The article is dated {written(today)}, but speaks of {words!r} as still to come."
            evidence = shown(layout.article, e.moved(e.start, holiday.end))
            yield Conflict("metadata-vs-content", evidence, why, feast.isoformat())


def _looks_ahead(e: Expression) -> bool:
    if isinstance(e.says, Weekday):
        return e.says.which != "last"
    return isinstance(e.says, Whole) and e.says.unit in ("day", "week", "weekend") and e.says.shift >= 0


def _day_of(telling: Telling, stem: str, but: Expression, today: date) -> date | None:
    """The one day that sentences about an event give."""
    days = set()
    for e in telling.found:
        sentence = telling.layout.sentence(e.start)
        if e is but or sentence is None or not isinstance(e.says, Calendar):
            continue
        day = nearest(e.says, today)
        if day and re.search(rf"\b{re.escape(stem)}", telling.layout.text[slice(*sentence)].lower()):
            days.add(day)
    return days.pop() if len(days) == 1 else None
