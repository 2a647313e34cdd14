"""Days carried on: to words that run on, and to what else is said at an event, never past it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.attribution.setting import runs
from onrecord.dates.events import LIVE, Event, event_in, may_tell
from onrecord.dates.expression import Expression
from onrecord.dates.frame import REACH, Frames
from onrecord.dates.reports import bounded, contained, inherited
from onrecord.dates.saying import with_day
from onrecord.dates.telling import Telling
from onrecord.lang import english, words
from onrecord.lang.acts import act_words
from onrecord.record import Attribution, DateReport
from onrecord.text.layout import Range

RUNS_ON, AT_EVENT = 0.8, 0.7  # how sure it is that words which run on, or come from one event, are of one day
PERSONS = frozenset(("he", "she", "his", "her"))
MANY = ("post", "state-media", "other", None)  # kinds of which there may be several on several days
LONGEST = 20  # characters of a first word
GAP = 8  # paragraphs without a word from an event behind which nothing is taken to come from it
NEAR = 2  # paragraphs behind an event in which "he" is whoever took part


@dataclass(frozen=True, slots=True)
class _Day:
    """The day of a run, where it was last seen, and whether all of the run is of it."""

    report: DateReport
    block: int
    live: bool


@dataclass(slots=True)
class _Known:
    """What is known at some place of an article of the days things were said on."""

    by_run: dict[int, _Day] = field(default_factory=dict)
    by_name: dict[str, _Day] = field(default_factory=dict)
    by_setting: dict[int, _Day] = field(default_factory=dict)  # by where the speech, statement … is named
    first: dict[int, _Day] = field(default_factory=dict)  # the first day of each run
    last: tuple[_Day, frozenset[str]] | None = None  # the last day that is stated, and of whose words
    latest: _Day | None = None
    told: tuple[_Day, frozenset[str]] | None = None  # a statement or letter just told of, and by whom


def carry(telling: Telling, frames: Frames, said: Mapping[str, Attribution]) -> dict[str, Attribution]:
    """The attributions with the days they take over from others."""
    carrying = _Carrying(telling, frames, said)
    order = sorted(said.values(), key=place)
    for a in order:
        if not _is_heading(a):
            carrying.take(a)
    for a in order:
        if _is_heading(a):
            carrying.head(a)
    return {number: _bounded(a, carrying.done) for number, a in carrying.done.items()}


class _Carrying:
    """One walk through an article, from attribution to attribution."""

    def __init__(self, telling: Telling, frames: Frames, said: Mapping[str, Attribution]) -> None:
        self.layout = telling.layout
        self.done = dict(said)
        self._said = said
        self._known = _Known()
        self._events = list(_events(telling, frames, {n: a.said_on for n, a in said.items()}))
        self._passed = 0
        self._event_days = {e.day.start for e, _ in self._events}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The run of each attribution, asked for where there is a day to carry on."""
        return dict(zip(self._said, runs(self.layout, tuple(self._said.values())), strict=True))

    def take(self, a: Attribution) -> None:
        """Date an attribution from what stands before it, or learn from its own date."""
        self._pass_events(place(a))
        if a.said_on != DateReport():
            self._learn(a)
        elif a.nested_in is None and a.mode != "thought":
            found = self._from_before(a)
            if found is not None:
                day, rule, score = found
                self.done[a.id] = with_day(a, inherited(day.report), rule, score)
                self._seen(a, day)
            elif _surnames(a):
                self._known.latest = None  # somebody else speaks: "he" may be him

    def head(self, a: Attribution) -> None:
        """Date a headline's statement like the one in the body that it sums up."""
        day = self._known.first.get(self._numbers[a.id]) if self._known.first else None
        if day is None:
            named = [(e, r) for e, r in self._events if _surnames(a) & e.names]
            days = {r.value for _, r in named}
            day = _Day(named[0][1], 0, True) if len(days) == 1 else None
        if day is not None and a.said_on == DateReport() and a.nested_in is None:
            self.done[a.id] = with_day(a, inherited(day.report), "sums-up", AT_EVENT)

    def _pass_events(self, until: int) -> None:
        while self._passed < len(self._events) and self._events[self._passed][0].at <= until:
            event, report = self._events[self._passed]
            day = _Day(report, self._block(event.at), live=event.live)
            self._known.told = day, event.names
            if event.live:
                self._known.latest = day
                self._known.by_name.update(dict.fromkeys(event.names, day))
            self._passed += 1

    def _learn(self, a: Attribution) -> None:
        """A day that is stated: of these words, and of all the run where it is that of an event."""
        if a.said_on.basis in ("bounded", "repeated"):
            return
        live = any(e.start in self._event_days for e in a.said_on.evidence)
        live = live or self._is_live(a) or self._at_latest(a.said_on) or self._speaks_there(a)
        day = _Day(a.said_on, self._block(place(a)), live)
        self._known.last = day, _surnames(a)
        if live:
            self._known.by_run[self._numbers[a.id]] = day
            self._known.first.setdefault(self._numbers[a.id], day)
        self._known.by_setting.update(dict.fromkeys(_settings(a, "stated"), day))
        for name in _surnames(a):
            if live:
                self._known.by_name[name] = day
            elif name in self._known.by_name and self._known.by_name[name].report.value != day.report.value:
                del self._known.by_name[name]

    def _from_before(self, a: Attribution) -> tuple[_Day, str, float] | None:
        before = self.done.get(a.continues or "")
        if before is not None and before.said_on.basis not in ("none", "bounded", "repeated"):
            return _Day(before.said_on, self._block(place(a)), False), "runs-on", RUNS_ON
        if _is_cited(a) or not any(p.mention or p.antecedent for p in a.speakers):
            return None
        if _is_pronoun(a) and self._told_in(self._block(place(a))):
            return self._of_event(a, self._block(place(a)))
        shared = [
            self._known.by_setting[at] for at in _settings(a, "inherited") if at in self._known.by_setting
        ]
        if shared:
            return shared[0], "same-setting", AT_EVENT
        return self._of_event(a, self._block(place(a)))

    def _of_event(self, a: Attribution, block: int) -> tuple[_Day, str, float] | None:
        """The day of the event that words come from: the one just told of, the run's, the speaker's."""
        latest, names = self._known.latest, _surnames(a)
        by_pronoun = _is_pronoun(a)
        if by_pronoun and latest is not None and self._told_in(block):
            return latest, "same-event", AT_EVENT
        told = self._known.told
        if told is not None and told[0].block == block and (names & told[1] or by_pronoun):
            return told[0], "told-before", AT_EVENT
        last = self._known.last
        if last is not None and last[1] == names and self._same_sentence(a, last[0]):
            return last[0], "same-sentence", RUNS_ON
        day = self._known.by_run.get(self._numbers[a.id]) if self._known.by_run else None
        if day is not None and (names or by_pronoun):
            return day, "same-event", AT_EVENT
        near = [d for n in names if (d := self._known.by_name.get(n)) and block - d.block <= GAP]
        if near:
            return near[-1], "same-event", AT_EVENT
        if by_pronoun and not names and latest is not None and block - latest.block <= NEAR:
            return latest, "same-event", AT_EVENT
        return None

    def _told_in(self, block: int) -> bool:
        """Whether this paragraph tells of the latest event."""
        return self._known.latest is not None and self._known.latest.block == block

    def _is_live(self, a: Attribution) -> bool:
        """Whether the words were said at an event, which their sentence names beside the day."""
        sentence = self.layout.sentence(place(a)) or (0, 0)
        stated = (
            s for s in (a.channel, a.occasion) if s is not None and s.basis == "stated" and s.kind in LIVE
        )
        return any(sentence[0] <= (e.start or -1) < sentence[1] for s in stated for e in s.evidence)

    def _speaks_there(self, a: Attribution) -> bool:
        """Whether a sentence begins with "Speaking in …", which what follows belongs to as well."""
        sentence = self.layout.sentence(place(a))
        first = words(self.layout.text[sentence[0] : sentence[0] + LONGEST]) if sentence else []
        return bool(first) and first[0] in act_words().opening

    def _at_latest(self, report: DateReport) -> bool:
        """Whether a day is that of the event that is being told of."""
        latest = self._known.latest
        return latest is not None and report.value is not None and report.value == latest.report.value

    def _seen(self, a: Attribution, day: _Day) -> None:
        """Remember where the words of a day were last met with."""
        if _is_pronoun(a):
            return
        again = replace(day, block=self._block(place(a)))
        if day.live:
            self._known.latest = again
            self._known.by_run[self._numbers[a.id]] = again
            self._known.by_name.update(dict.fromkeys(_surnames(a), again))

    def _same_sentence(self, a: Attribution, day: _Day) -> bool:
        sentence = self.layout.sentence(place(a))
        return sentence is not None and any(
            e.start is not None and sentence[0] <= e.start < min(place(a), sentence[1])
            for e in day.report.evidence
        )

    def _block(self, at: int) -> int:
        return self.layout.index(at) or 0


def place(a: Attribution) -> int:
    """Where an attribution is made: at its cue, else at its speaker, else where its content begins."""
    named = [s for p in a.speakers for s in p.mention]
    return (a.cue or tuple(named) or a.content)[0].start


def _near(sentence: Range, e: Expression) -> Range:
    """The part of a sentence around a date."""
    return max(sentence[0], e.start - REACH), min(sentence[1], e.end + REACH)


def _events(
    telling: Telling, frames: Frames, said: Mapping[str, DateReport]
) -> Iterator[tuple[Event, DateReport]]:
    """The events that the narrator tells of with a day, in order."""
    for e in telling.found:
        sentence = None if telling.quoted(e) or e.bound else telling.layout.sentence(e.start)
        if sentence is None or not may_tell(telling.layout.text, *_near(sentence, e)):
            continue
        frame = frames.at(e.start)
        if frame is None or frames.holders(e.start, e.end):
            continue
        event = event_in(telling.layout, frame, e)
        if event is not None:
            report = contained(telling.report(e, said, tense="past"))
            if report.evidence and report.basis != "none":
                yield event, report


def _settings(a: Attribution, basis: str) -> list[int]:
    """Where the channel and occasion of some words are named, which are known in this way."""
    found = (s for s in (a.channel, a.occasion) if s is not None and s.basis == basis and s.kind not in MANY)
    return [e.start for s in found for e in s.evidence if e.start is not None]


def _is_cited(a: Attribution) -> bool:
    """Whether somebody is only cited: "according to the company" belongs to no event."""
    return bool(a.cue) and a.cue[0].text.lower().startswith("according")


def _is_heading(a: Attribution) -> bool:
    return a.zone in ("headline", "subheading") and a.nested_in is None


def _is_pronoun(a: Attribution) -> bool:
    mentions = [w for p in a.speakers for s in p.mention for w in words(s.text)]
    return bool(mentions) and PERSONS.issuperset(mentions)


def _surnames(a: Attribution) -> frozenset[str]:
    """The last names of those who speak, as far as their words give them."""
    found: set[str] = set()
    for p in a.speakers:
        for written in [p.name] if p.name else [s.text for s in (*p.mention, *p.antecedent)]:
            capitals = [w for w in (written or "").replace("’", "'").split() if w[:1].isupper()]
            if capitals:
                found.add(capitals[-1].lower().removesuffix("'s").strip(".,"))
    return frozenset(found) - english().pronouns


def _bounded(a: Attribution, done: Mapping[str, Attribution]) -> Attribution:
    """What somebody else quotes was said no later than they spoke."""
    if a.said_on != DateReport() or a.nested_in is None or a.mode == "thought":
        return a
    outer = done.get(a.nested_in)
    until = bounded(outer.said_on) if outer is not None else DateReport()
    return replace(a, said_on=until)
