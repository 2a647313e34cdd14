"""Two dates that are the ends of one stretch of time: "from Monday to Thursday"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.dates.expression import Calendar, Expression, Holiday, Part, Span, Weekday
from onrecord.dates.grammar.cut import Cut
from onrecord.dates.words import Words

ENDS = (Calendar, Weekday, Part, Holiday)

Found = tuple[Cut, Expression]


def joined(laid: Words, found: Sequence[Found]) -> tuple[Expression, ...]:
    """The expressions, those that are the two ends of one stretch put together."""
    whole: list[Expression] = []
    i = 0
    while i < len(found):
        if i + 1 < len(found) and _are_ends(laid, found[i], found[i + 1]):
            whole.append(_span(found[i][1], found[i + 1][1]))
            i += 2
        else:
            whole.append(found[i][1])
            i += 1
    return tuple(whole)


def _are_ends(laid: Words, first: Found, last: Found) -> bool:
    (left, one), (right, other) = first, last
    if not isinstance(one.says, ENDS) or not isinstance(other.says, ENDS) or right.first - left.last > 2:
        return False
    between = [laid.kind(i) for i in range(left.last, right.first)]
    if between[1:] not in ([], ["THE"]) or not between:
        return False
    before = laid.kind(left.first - 1)
    if between[0] == "AND":
        return before == "BETWEEN"
    return between[0] in ("TO", "UNTIL", "HYPHEN") and (
        before == "FROM" or type(one.says) is type(other.says)
    )


def _span(first: Expression, last: Expression) -> Expression:
    """A year said at the end holds for the beginning, too."""
    start, end = first.says, last.says
    if (
        isinstance(start, Calendar)
        and isinstance(end, Calendar)
        and start.year is None
        and end.year
        and start.month
    ):
        year = end.year - (start.month > (end.month or 12))
        first = replace(first, says=replace(start, year=year))
    return Expression(first.start, last.end, Span(first, replace(last, bound=None)))
