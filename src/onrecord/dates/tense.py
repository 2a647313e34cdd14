"""Whether a sentence tells of a date as past or to come, by the verbs nearest to the date."""

import re

from onrecord.dates.expression import Expression, Tense
from onrecord.lang import english
from onrecord.lang.acts import act_words
from onrecord.text.layout import Layout

REACH = 120  # characters on either side of a date in which its verb stands
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[;:.—–“”\"]")
_FUTURE = frozenset(
    (
        "will",
        "shall",
        "'ll",
        "due",
        "scheduled",
        "expected",
        "planned",
        "plans",
        "plan",
        "upcoming",
        "slated",
        "hopes",
    )
)
_LEADING_TO = frozenset(("is", "are", "set", "going", "expects", "intends", "aims", "about"))
# What somebody undertakes with "to" lies ahead of it: "agreed to meet on Monday".
_UNDERTAKEN = frozenset(
    (
        *(
            "plan",
            "plans",
            "planned",
            "planning",
            "hope",
            "hopes",
            "hoped",
            "hoping",
            "agree",
            "agrees",
            "agreed",
        ),
        *(
            "vow",
            "vows",
            "vowed",
            "pledge",
            "pledges",
            "pledged",
            "promise",
            "promises",
            "promised",
            "prepare",
        ),
        *(
            "prepares",
            "prepared",
            "preparing",
            "ready",
            "threaten",
            "threatens",
            "threatened",
            "intend",
            "intended",
        ),
        *(
            "decided",
            "want",
            "wants",
            "wanted",
            "due",
            "expected",
            "scheduled",
            "set",
            "going",
            "about",
            "invited",
        ),
    )
)
_AHEAD = frozenset(
    ("will", "shall", "ahead", "upcoming", "expected", "before", "await", "awaits", "prepare", "preparing")
)
# What is put off is put off to a day ahead: "postponed until Monday".
_PUT_OFF = frozenset(
    ("postponed", "delayed", "extended", "adjourned", "deferred", "suspended", "rescheduled", "moved")
)
_STOPS = frozenset((";", ":", ".", "—", "–", "“", "”", '"'))


def tense_of(layout: Layout, e: Expression) -> Tense | None:
    """Past, future, or None where no verb tells."""
    low, high = layout.sentence(e.start) or (e.start, e.end)
    text = layout.text
    before = _WORD.findall(text, max(low, e.start - REACH), e.start)
    if e.bound == "until" and not _PUT_OFF.isdisjoint(word.lower() for word in before):
        return "future"
    if text[e.end : e.end + 2] in ("'s", "’s"):  # "they would get around Monday's ruling"
        return "future" if _AHEAD & {word.lower() for word in before} else "past"
    behind = _WORD.findall(text, e.end, min(high, e.end + REACH))
    return _nearest(before, backward=True) or _nearest(behind, backward=False)


def _nearest(words: list[str], *, backward: bool) -> Tense | None:
    """The tense of the verb nearest to the date on one side, inside its clause."""
    low = [w.lower() for w in words]
    order = range(len(low) - 1, -1, -1) if backward else range(len(low))
    for i in order:
        if low[i] in _STOPS:
            return None
        found = _tense(low, words[i], i)
        if found is not None:
            return found
    return None


def _tense(low: list[str], written: str, i: int) -> Tense | None:
    word, following = low[i], low[i + 1] if i + 1 < len(low) else ""
    if word in _FUTURE or word in _LEADING_TO and following == "to" or word.endswith(("'ll", "’ll")):
        return "future"
    if i > 1 and low[i - 1] == "to" and low[i - 2] in _UNDERTAKEN:
        return "future"
    if i and low[i - 1] in ("will", "to", "would", "shall", "may", "could", "should", "must"):
        return "future" if low[i - 1] in ("will", "shall", "may", "must", "would") else None
    if word in ("was", "were", "had", "did"):
        return "past"
    known = act_words()
    irregular = english().irregular
    if word in known.finite and word.islower() and word not in _AUXILIARIES:
        return "past"
    if word in irregular and not word.endswith(("s", "ing")) or word in known.past and word.islower():
        return "past"
    return "past" if word.endswith("ed") and len(word) > 3 and written.islower() else None


_AUXILIARIES = frozenset(
    (
        "is",
        "are",
        "be",
        "been",
        "has",
        "have",
        "does",
        "do",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
    )
)
