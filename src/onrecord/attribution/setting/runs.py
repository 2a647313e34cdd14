"""Runs: stretches of an article about one event; what is known of one statement there holds for all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.attribution.setting.headings import Summaries
from onrecord.attribution.setting.narration import NOBODY, Narration, anchor, narration
from onrecord.attribution.setting.scenes import Scene, scenes
from onrecord.attribution.setting.speakers import capitals
from onrecord.attribution.setting.stated import Stated
from onrecord.lang.settings import english_settings
from onrecord.record import Attribution
from onrecord.text.layout import Layout

GAP = 6  # paragraphs without a word of the speaker behind which nothing runs on
KEPT = 3  # runs of one speaker that can be taken up again
RESUME = 3  # … and where somebody else spoke in between


@dataclass(slots=True)
class _Run:
    """A run while it is being followed."""

    number: int
    last: int = 0  # the block it was last seen in
    nouns: set[str] = field(default_factory=set)  # of its channels and occasions
    kinds: set[str | None] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)  # names of those the speaker met


def runs(layout: Layout, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    """For every attribution the number of the run it belongs to, counted from 0."""
    told = narration(layout, attributions)
    return runs_in(told, scenes(told))


def runs_in(told: Narration, shown: Sequence[Scene]) -> tuple[int, ...]:
    """The same where it is known who tells what."""
    following = _Following(told, shown)
    for i in told.order:
        if not told.is_heading(i):
            following.take(i)
    body = [i for i in told.order if not told.is_heading(i) and told.around[i] == NOBODY]
    sums_up = Summaries(told, body)
    for i in told.order:
        if told.is_heading(i):
            following.place(i, sums_up.statement(i))
    return tuple(following.numbers[i] for i in range(len(told.order)))


class _Following:
    """One walk through an article, from attribution to attribution as they are made."""

    def __init__(self, told: Narration, shown: Sequence[Scene]) -> None:
        self.told, self.shown = told, shown
        self.numbers: dict[int, int] = {}
        self.spoken_in = _headings(told)
        self.ids = {a.id: i for i, a in enumerate(told.attributions)}
        self.runs: list[_Run] = []
        self.latest: dict[str, tuple[_Run, ...]] = {}  # by speaker, the last ones
        self.current: _Run | None = None
        self.meeting: _Run | None = None  # the last one of a meeting

    def take(self, i: int) -> None:
        """Put an attribution in the run it carries on, or in one of its own."""
        a = self.told.attributions[i]
        before = self.ids.get(a.continues or "")
        if before is not None and before in self.numbers:
            self._keep(i, self.runs[self.numbers[before]], None)
        elif self._quoted_inside(i):
            self.numbers[i] = self._new().number
        else:
            shown = self.shown[i]
            self._keep(i, self._carried_on(shown) or self._new(), shown)

    def place(self, i: int, like: int | None) -> None:
        """Put a heading's statement in the run of the one it sums up."""
        self.numbers[i] = self._new().number if like is None else self.numbers[like]

    def _quoted_inside(self, i: int) -> bool:
        """Words that somebody quotes in their own: said on another occasion."""
        around = self.told.around[i]
        return around != NOBODY and self.told.attributions[around].form != "indirect"

    def _new(self) -> _Run:
        self.runs.append(_Run(len(self.runs)))
        return self.runs[-1]

    def _keep(self, i: int, run: _Run, shown: Scene | None) -> None:
        a = self.told.attributions[i]
        self.numbers[i] = run.number
        run.last = max(run.last, self.told.layout.index(a.content[-1].start) or 0)
        if shown is not None:
            bound = [s for s in (*shown.before, *shown.settings) if s.binding]
            run.nouns |= {s.noun for s in bound}
            run.kinds |= {s.kind for s in bound}
            run.days |= shown.days
            run.past |= shown.past
            run.met |= shown.met
            self.meeting = run if shown.met else self.meeting
            for name in shown.speaker:
                others = (r for r in self.latest.get(name, ()) if r is not run)
                self.latest[name] = (run, *others)[:KEPT]
        if a.mode != "thought":
            self.current = run

    def _carried_on(self, shown: Scene) -> _Run | None:
        """The run that a scene carries on, if nothing begins anew with it."""
        if shown.nobody:
            return None
        known = self._of(shown.speaker) if shown.speaker else [self.current] if self.current else []
        if not known and self.meeting is not None and shown.names & self.meeting.met:
            known = [self.meeting]  # "The envoy met Ali … Ali replied"
        older = (run for run in known[1:] if _taken_up(run, shown))
        return next((run for run in (*known[:1], *older) if not self._breaks(run, shown)), None)

    def _of(self, who: frozenset[str]) -> list[_Run]:
        """The runs of a speaker, the last one first."""
        known = {run.number: run for name in who for run in self.latest.get(name, ())}
        return sorted(known.values(), key=lambda run: run.last, reverse=True)

    def _breaks(self, run: _Run, shown: Scene) -> bool:
        if run.days and shown.days and not run.days & shown.days:
            return True
        if any(_anew(run, s) for s in (*shown.before, *shown.settings)) or _at_another_time(run, shown):
            return True
        if shown.runs_on or any(not s.fresh and _same(run, s) for s in shown.settings):
            return False
        gap = shown.block - run.last
        return gap > (GAP if run is self.current else RESUME) or self._headed(run.last, shown)

    def _headed(self, last: int, shown: Scene) -> bool:
        """Whether a heading between two blocks turns to something else."""
        between = range(last + 1, shown.block)
        headings = [n for n in between if self.told.layout.blocks[n].kind != "body"]
        if not headings:
            return False
        if headings[-1] in self.spoken_in:
            return not shown.speaker & self.spoken_in[headings[-1]]
        block = self.told.layout.blocks[headings[-1]]
        return not shown.names & capitals(self.told.layout.text[block.start : block.end])


def _headings(told: Narration) -> dict[int, frozenset[str]]:
    """Who speaks in each heading that holds a statement, by block."""
    found = ((told.layout.index(anchor(told.attributions[i])), i) for i in told.order if told.is_heading(i))
    return {block: told.speakers[i] for block, i in found if block is not None}


def _anew(run: _Run, s: Stated) -> bool:
    """Whether a setting is not the one the run is about."""
    if not s.binding or not s.fresh and not s.apart:
        return False
    if not run.nouns:
        return s.apart
    return s.apart or not _same(run, s)


def _at_another_time(run: _Run, shown: Scene) -> bool:
    """Whether one of them is told of as earlier or later, and the other is not."""
    if shown.past:
        return not shown.past & run.past
    return bool(run.past) and (bool(shown.days) or shown.block > run.last and not shown.runs_on)


def _taken_up(run: _Run, shown: Scene) -> bool:
    """Whether a scene is told to be that of an earlier run: the same day, the setting known already."""
    return bool(run.days & shown.days) or any(not s.fresh and _same(run, s) for s in shown.settings)


def _same(run: _Run, s: Stated) -> bool:
    related = (family for family in english_settings().families if s.kind in family)
    return s.noun in run.nouns or any(run.kinds & family for family in related)
