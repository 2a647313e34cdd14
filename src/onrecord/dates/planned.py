"""Dates behind what is to come, which can only be of the saying: "said it would close last week"."""

import re
from collections.abc import Iterator, Sequence

from onrecord.dates.expression import Calendar, Expression, Shift, Weekday, Whole
from onrecord.lang import words
from onrecord.lang.acts import act_words
from onrecord.record import Attribution

LONGEST = 200  # characters of a plan
_TAKE = frozenset(
    (
        "than",
        "from",
        "of",
        "as",
        "like",
        "over",
        "to",
        "in",
        "on",
        "with",
        "for",
        "by",
        "at",
        "and",
        "or",
        "the",
    )
)
_PLAN = re.compile(r"\b(?:would|will)\s+")


def behind_plans(a: Attribution, text: str, found: Sequence[Expression]) -> Iterator[Expression]:
    """The dates of the past that close what an attribution says is to come."""
    if a.form != "indirect" or not a.content:
        return
    start, end = a.content[0].start, a.content[-1].end
    for e in found:
        if start < e.start <= end + 1 and end <= e.end + 1 and _is_past(e) and _closes(text, start, e):
            yield e


def _is_past(e: Expression) -> bool:
    """Whether a date names a time before now, whatever the verb."""
    says = e.says
    if e.bound or e.anaphoric or e.of_event:
        return False
    if isinstance(says, Shift):
        return (says.count or says.sign) < 0
    if isinstance(says, Whole):
        return says.shift < 0 or e.edge == "earlier"
    return isinstance(says, Weekday) and says.which == "last" or isinstance(says, Calendar) and says.which < 0


def _closes(text: str, start: int, e: Expression) -> bool:
    """Whether nothing between "would" and a date takes the date: no other verb, no preposition."""
    plan = _PLAN.search(text, max(start - 1, e.start - LONGEST), e.start)
    if plan is None:
        return False
    between, known = words(text[plan.end() : e.start]), act_words()
    if not between or between[-1] in _TAKE or not known.clause_starts.isdisjoint(between):
        return False
    return not any(
        w in known.finite - {"be", "have"} or w in known.past or w.endswith("ed") for w in between[1:]
    )
