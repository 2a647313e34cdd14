"""What a writing says is of the day it came out: "released a report on Monday. The report said …"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.dates.carried import place
from onrecord.dates.expression import Expression
from onrecord.dates.reports import contained, inherited
from onrecord.dates.saying import with_day
from onrecord.dates.telling import Telling
from onrecord.lang import words
from onrecord.lang.acts import act_words
from onrecord.record import Attribution, DateReport

REACH = 400  # characters between the day a writing came out and where it is spoken of again
FEW = 3  # dates before it that are looked at
LONGEST = 40  # characters of "the annual report"
LIKELY = 0.7  # that the writing is the one told of before
_KNOWN = re.compile(
    r"(?:the|this|that|his|her|its|their)\s+(?:[\w’'-]+\s+){0,2}?(?P<noun>[\w-]+)\Z", re.IGNORECASE
)
_BEHIND = re.compile(r"[ -](?P<word>[a-z]+)")
_BREAKS = re.compile(
    r"[;:()—–]|,(?!\s*\d)|\b(?:who|which|that|where|when|after|before|since|while|because)\b"
)


def with_paper_days(telling: Telling, said: Mapping[str, Attribution]) -> dict[str, Attribution]:
    """The attributions, and those to a writing with the day that it came out on."""
    days = {number: a.said_on for number, a in said.items()}
    return {number: _dated(telling, a, days) for number, a in said.items()}


def _dated(telling: Telling, a: Attribution, days: Mapping[str, DateReport]) -> Attribution:
    noun = _paper(a)
    if noun is None or a.said_on != DateReport() or a.nested_in is not None or a.mode == "thought":
        return a
    for e in _before(telling, place(a), noun):
        day = contained(telling.report(e, days, tense="past"))
        if day.basis != "none":
            return with_day(a, inherited(replace(day, others=())), "came-out", LIKELY)
    return a


def _paper(a: Attribution) -> str | None:
    """The writing that words are given to, where the reader knows which: "the report"."""
    named = [s.text for p in a.speakers for s in p.mention]
    found = _KNOWN.match(named[0]) if len(named) == 1 and len(named[0]) <= LONGEST else None
    noun = found["noun"].lower() if found else None
    return noun if noun in act_words().papers else None


def _before(telling: Telling, at: int, noun: str) -> Iterator[Expression]:
    """The date before a place on which that writing came out, unless another one is told of since."""
    text = telling.layout.text
    for e in reversed(telling.within(at - REACH, at)[-FEW:]):
        other = rf"\b(?:an?|another|one)\s+(?:[\w’'-]+\s+){{0,2}}{re.escape(noun)}\b"
        sentence = telling.layout.sentence(e.start)
        if re.search(other, text[sentence[1] if sentence else e.end : at], re.IGNORECASE):
            return
        if not telling.quoted(e) and not e.bound and _came_out(telling, e, at, noun):
            yield e
            return


def _came_out(telling: Telling, e: Expression, at: int, noun: str) -> bool:
    """Whether the clause of a date tells that a writing came out."""
    sentence = telling.layout.sentence(e.start)
    text = telling.layout.text
    if sentence is None or sentence[1] > at or len(telling.within(*sentence)) > 1:
        return False
    pieces = _BREAKS.split(text[sentence[0] : e.start])
    opens = words(pieces[-1]) in ([], ["on"]) and len(pieces) == 1
    if not opens and _is_which(text, e):
        return False
    behind = text[e.end : sentence[1]].lstrip(" ,") if opens else text[e.end : sentence[1]]
    clause = words(pieces[-1] + " " + _BREAKS.split(behind)[0])
    return noun in clause and not act_words().comes_out.isdisjoint(clause)


def _is_which(text: str, e: Expression) -> bool:
    """Whether a date only tells which: "the overnight test"."""
    behind = _BEHIND.match(text, e.end)
    word = behind["word"] if behind else ""
    return bool(word) and word not in act_words().around and not word.endswith("ing")
