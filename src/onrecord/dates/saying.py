"""The day each statement was made, where its sentence says so; the day it was passed on is another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.dates.acts import act_dates, is_modifier
from onrecord.dates.calendar import exact
from onrecord.dates.expression import Expression
from onrecord.dates.frame import Frame, Frames
from onrecord.dates.planned import behind_plans
from onrecord.dates.reports import bounded, contained
from onrecord.dates.telling import Telling
from onrecord.lang import english
from onrecord.lang.acts import act_words
from onrecord.record import Attribution, ChainLink, DateReport, Reason, Span

SURE = 0.9  # that a date beside a cue is that of the saying
NEAR = 600  # characters on either side of a cue in which its date stands
AHEAD = 3  # words before a cue among which "will" makes it one to come
BY_LINE = 90  # characters behind words in which the line that signs and dates them stands
_SIGNED = re.compile(r"\s*(?:[^\w\n]{0,4}\s*[\w .'’&-]{0,60}\(@\w{1,40}\))(?:\s+on)?\s*\Z")
_PASSED_ON = frozenset(
    ("quote", "cite", "quoted", "cited", "reported", "carried", "relayed", "report", "citing", "quoting")
)
_OFTEN = re.compile(
    r"\b(?:(?:many|several|countless|numerous) (?:times|occasions)|repeatedly|time and again|over and over"
    r"|regularly|often)\b",
    re.IGNORECASE,
)


def days_said(
    telling: Telling, frames: Frames, attributions: Sequence[Attribution]
) -> dict[str, Attribution]:
    """The attributions with the days that their own sentences give, by id; outer ones first."""
    said: dict[str, DateReport] = {}
    done: dict[str, Attribution] = {}
    for a in _outer_first(attributions):
        frame = frames.of(a) if _may_say_when(telling, a) else None
        dated = _dated(telling, frame, a, said) if frame else a
        dated = dated if dated.said_on != DateReport() else _signed(telling, dated, said)
        said[a.id] = dated.said_on
        done[a.id] = dated
    return done


def _may_say_when(telling: Telling, a: Attribution) -> bool:
    """Whether a date stands in the sentence of a cue, or that something was said often."""
    sentence = telling.layout.sentence(a.cue[0].start) if a.cue else None
    if sentence is None:
        return False
    return bool(telling.within(*sentence)) or _OFTEN.search(telling.layout.text, *sentence) is not None


def _outer_first(attributions: Sequence[Attribution]) -> list[Attribution]:
    by_id = {a.id: a for a in attributions}
    depths: dict[str, int] = {}

    def depth(a: Attribution) -> int:
        steps, at = 0, a
        while at.nested_in in by_id and steps < len(by_id):
            steps, at = steps + 1, by_id[at.nested_in]
        return steps

    for a in attributions:
        depths[a.id] = depth(a)
    return sorted(attributions, key=lambda a: depths[a.id])


def _dated(telling: Telling, frame: Frame, a: Attribution, said: dict[str, DateReport]) -> Attribution:
    if _is_to_come(frame, a):
        return a
    near = max(frame.start, a.cue[0].start - NEAR), min(frame.end, a.cue[-1].end + NEAR)
    found = telling.within(*near)
    passed = _passed_on(frame, a, found)
    if passed is not None:
        link, e = passed
        relayed = contained(telling.report(e, said, tense="past"))
        chain = tuple(replace(one, on=relayed) if one is link else one for one in a.chain)
        return replace(a, chain=chain, said_on=bounded(relayed))
    closest = (*act_dates(a, frame, found), *behind_plans(a, telling.layout.text, found))
    reports = (telling.report(e, said, tense="past") for e in closest)
    day = next((r for r in reports if not _lies_ahead(telling, r)), None)
    if day is None:
        return replace(a, said_on=DateReport(basis="repeated")) if _is_repeated(frame, a) else a
    return with_day(a, contained(day), "beside-the-cue", SURE)


def _lies_ahead(telling: Telling, day: DateReport) -> bool:
    """Whether a day is still to come when the article is written: "plans tomorrow to"."""
    today, value = exact(telling.anchor.value), exact(day.value)
    return today is not None and value is not None and value > today and day.basis == "relative"


def with_day(a: Attribution, day: DateReport, rule: str, score: float) -> Attribution:
    """An attribution with its day, and why."""
    reason = Reason("said_on", "rule", rule, day.evidence, score)
    return replace(a, said_on=day, reasons=(*a.reasons, reason))


def _is_to_come(frame: Frame, a: Attribution) -> bool:
    """Whether nothing has been said yet: "will announce on Friday"."""
    if not a.cue:
        return True
    known = act_words()
    before = [w.lower() for w in frame.words(max(frame.start, a.cue[0].start - 60), a.cue[0].start)]
    own = a.cue[0].text.lower().split()[:-1]
    if known.to_come.intersection((*before[-AHEAD:], *own)):
        return True
    return before[-1:] == ["to"] and bool(known.wants.intersection(before[-2 * AHEAD :]))


def _is_repeated(frame: Frame, a: Attribution) -> bool:
    near = frame.between(a.cue[0].start - 40, a.cue[-1].end + 40)
    return _OFTEN.search(near) is not None


def _passed_on(
    frame: Frame, a: Attribution, found: Sequence[Expression]
) -> tuple[ChainLink, Expression] | None:
    """The link whose day a date is: "was quoted by state radio on Tuesday as saying"."""
    links = [link for link in a.chain if link.attribution is None and link.role != "spokesperson"]
    told = {s for p in a.addressees for s in p.mention}
    for link in links:
        places = [s for s in (*link.party.mention, *link.cue) if s not in told]
        if not any(_passes_on(s.text) for s in (*link.cue, *a.cue)):
            continue
        for e in found:
            if any(_beside(frame, place, e) for place in places) and not is_modifier(frame, e):
                return link, e
    return None


def _passes_on(cue: str) -> bool:
    return any(w in _PASSED_ON or english().lemma(w) in _PASSED_ON for w in cue.lower().split())


def _beside(frame: Frame, place: Span, e: Expression) -> bool:
    """Whether a date stands right behind or before some words, with nothing but "on" or "late" between."""
    gap = (place.end, e.start) if place.end <= e.start else (e.end, place.start)
    if gap[0] > gap[1] or gap[1] - gap[0] > BY_LINE:
        return False
    return all(w.lower() in act_words().light for w in frame.words(*gap))


def _signed(telling: Telling, a: Attribution, said: dict[str, DateReport]) -> Attribution:
    """A post that is signed and dated behind its words: "— Ada Bell (@adabell) February 5, 2018"."""
    end = a.content[-1].end
    for e in telling.within(end, end + BY_LINE):
        if _SIGNED.fullmatch(telling.layout.text, end, e.start):
            return with_day(a, telling.report(e, said, tense="past"), "signed-and-dated", SURE)
    return a
