"""Date expressions in a stretch of text: `find(text, start, end)`."""

import re
from dataclasses import replace

from onrecord.dates.expression import Bound, Calendar, Edge, Expression, Holiday, Says, Shift, Weekday, Whole
from onrecord.dates.grammar import matches
from onrecord.dates.grammar.around import EDGES, edge_before, part_before, part_behind
from onrecord.dates.grammar.cut import Cut
from onrecord.dates.grammar.spans import joined
from onrecord.dates.words import Words, words
from onrecord.lang.dates import english_dates

BOUNDS: dict[str, Bound] = {
    "SINCE": "since",
    "UNTIL": "until",
    "BY": "by",
    "BEFORE": "before",
    "AFTER": "after",
}
_SHOW = re.compile(r"[”\"’']?\s(?:[Pp]rogramme|[Pp]rogram|[Ss]how)\b")
PREFIXES = ("post", "pre")  # bounds only with a hyphen: "post-2015", not "in a post on Monday"


def find(text: str, start: int, end: int) -> tuple[Expression, ...]:
    """Every date expression of a stretch, in text order; none overlaps another."""
    laid = words(text, start, end)
    found: list[tuple[Cut, Expression]] = []
    for cut, says in matches(laid):
        floor = found[-1][0].last if found else 0
        if cut.first < floor:  # the last of "Monday overnight" is taken
            continue
        if _is_name(text, laid, cut):
            continue
        found.append(_widened(laid, cut, says, floor))
    return joined(laid, found)


def _is_name(text: str, laid: Words, cut: Cut) -> bool:
    """Whether it is what a programme is called: "the Today programme", "NBC's “Tonight” show"."""
    start, end = laid.places[cut.first][0], laid.places[cut.last - 1][1]
    return text[start:end] in ("Today", "Tonight") and _SHOW.match(text, end) is not None


def _widened(laid: Words, cut: Cut, says: Says, floor: int) -> tuple[Cut, Expression]:
    """With "early", "the end of", "night", "at 5 p.m." around it, and the preposition that bounds it."""
    first, last = cut.first, _without_stop(laid, cut)
    part = next((cut.words.printed(i).lower() for i in range(first, last) if laid.kind(i) == "PARTOF"), None)
    day = _is_day(says)
    if day and part is None:
        last, part = part_behind(laid, last)
    if day and part is None:
        first, part = part_before(laid, first, floor)
    edge = _edge_inside(laid, cut, says)
    if edge is None:
        first, edge = edge_before(laid, first, floor)
    bound = _bound(laid, first, floor)
    if bound is None and laid.kind(last) == "OR" and laid.kind(last + 1) == "LATER":
        bound, last = "since", last + 2
    whole = Expression(laid.places[first][0], laid.places[last - 1][1], says, edge, part, bound)
    return replace(cut, first=first, last=last), whole


def _without_stop(laid: Words, cut: Cut) -> int:
    """Where it ends without the full stop of its sentence; that of "Oct." belongs to it."""
    stops = cut.last - cut.first > 1 and laid.kind(cut.last - 1) == "DOT"
    in_full = stops and laid.printed(cut.last - 2).lower() in english_dates().in_full
    return cut.last - 1 if in_full else cut.last


def _is_day(says: Says) -> bool:
    if isinstance(says, Calendar):
        return says.day is not None
    return isinstance(says, Weekday | Holiday) or isinstance(says, Whole | Shift) and says.unit == "day"


def _edge_inside(laid: Words, cut: Cut, says: Says) -> Edge | None:
    """ "Year-end": the edge stands in the expression itself."""
    inside = [EDGES[laid.kind(i)] for i in range(cut.first, cut.last) if laid.kind(i) in EDGES]
    return inside[0] if inside and isinstance(says, Whole) else None


def _bound(laid: Words, first: int, floor: int) -> Bound | None:
    """The preposition before it; "no later than Friday" is by Friday."""
    if laid.kind(first - 1) == "THAN" and laid.kind(first - 2) == "LATER":
        return "by"
    at = first - 2 if laid.kind(first - 1) in ("HYPHEN", "ON", "ABOUT") else first - 1
    if at >= 0 and laid.printed(at).lower() in PREFIXES and laid.kind(first - 1) != "HYPHEN":
        return None  # "in a post on Monday"
    return BOUNDS.get(laid.kind(at)) if at >= floor else None
