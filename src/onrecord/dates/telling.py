"""Every date expression of an article, read by who tells of it: the narrator, or somebody quoted."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from onrecord.dates.anchors import Anchor
from onrecord.dates.appositions import appositions
from onrecord.dates.before import Before
from onrecord.dates.calendar import exact
from onrecord.dates.expression import (
    Calendar,
    Expression,
    Holiday,
    Part,
    Shift,
    Stretch,
    Tense,
    Weekday,
    Whole,
)
from onrecord.dates.find import find
from onrecord.dates.frame import Frames
from onrecord.dates.reports import report
from onrecord.dates.resolve import resolve
from onrecord.dates.resolved import Range, Resolved
from onrecord.dates.tense import tense_of
from onrecord.record import Attribution, DateReport
from onrecord.text.layout import Layout

BESIDE = ("dateline", "byline", "metadata", "caption")  # zones that are not read, but whose dates are listed


def expressions(layout: Layout) -> tuple[Expression, ...]:
    """The date expressions of an article in text order, those of datelines and captions too."""
    text = layout.text
    read = [(b.start, b.end) for b in layout.blocks]
    beside = [(z.start, z.end) for z in layout.article.zones if z.kind in BESIDE]
    return tuple(e for start, end in sorted((*read, *beside)) for e in find(text, start, end))


class Telling:
    """The reports of one article's expressions, as far as it is known who said what on which day."""

    def __init__(
        self,
        layout: Layout,
        found: Sequence[Expression],
        anchor: Anchor,
        holders: Mapping[int, Attribution | None],
    ) -> None:
        self.layout, self.found, self.anchor = layout, found, anchor
        self._starts = [e.start for e in found]
        self._holders = holders  # for every quoted expression, by its start, whose words it stands in
        self._beside = {one.start: other for one, other in appositions(layout, found)}
        self._tenses = {e.start: tense_of(layout, e) for e in found}
        self._counted: dict[int, str | None] = dict(self._narrated())

    def within(self, start: int, end: int) -> Sequence[Expression]:
        """The expressions that begin in a stretch."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def quoted(self, e: Expression) -> bool:
        """Whether an expression stands in somebody's own words."""
        return e.start in self._holders

    def tense(self, e: Expression) -> Tense | None:
        """Whether an expression is told of as past or to come."""
        return self._tenses[e.start] if e.start in self._tenses else tense_of(self.layout, e)

    def resolved(
        self, e: Expression, said: Mapping[str, DateReport], *, tense: Tense | None = None
    ) -> Resolved:
        """What an expression comes to; `said` holds the days that are known of attributions, by id."""
        return resolve(e, anchor=self._counted_from(e, said), tense=tense or self.tense(e))

    def report(
        self, e: Expression, said: Mapping[str, DateReport], *, tense: Tense | None = None
    ) -> DateReport:
        """The same as a report."""
        resolved = self.resolved(e, said, tense=tense)
        if resolved.value is None and e.start in self._beside:
            e = self._beside[e.start]
            resolved = self.resolved(e, said, tense=tense)
        made = report(self.layout.article, resolved, e, self._counted_from(e, said))
        if made.basis == "none" and _is_relative(e):
            return DateReport(None, self._allowed(e), "relative", None, made.evidence)
        return made

    def _counted_from(self, e: Expression, said: Mapping[str, DateReport]) -> str | None:
        if not self.quoted(e):
            return self._counted[e.start] if e.start in self._counted else self._own(e)
        holder = self._holders[e.start]
        day = said.get(holder.id, DateReport()).value if holder else None
        return day if exact(day) else self._own(e) if _needs_year_only(e) else None

    def _own(self, e: Expression) -> str | None:
        """The article's own day, where it may be counted from."""
        return self.anchor.value if self.anchor.firm or _needs_year_only(e) else None

    def _narrated(self) -> Iterator[tuple[int, str | None]]:
        """For every expression of the narrator the day it is counted from: the article's or one before."""
        before = Before()
        for e in self.found:
            if not self.quoted(e):
                anchor = before.anchor(e, self._own(e))
                yield e.start, anchor
                if self.layout.block(e.start):
                    before.take(e, resolve(e, anchor=anchor, tense=self.tense(e)))

    def _allowed(self, e: Expression) -> Range | None:
        """A day the article does not settle was not later than it, where it tells of it as past."""
        if self.anchor.value and self.tense(e) == "past" and not self.quoted(e):
            return (None, self.anchor.value)
        return None


def quoted_by(
    layout: Layout, found: Sequence[Expression], frames: Frames, attributions: Sequence[Attribution]
) -> dict[int, Attribution | None]:
    """For every expression in somebody's own words, by its start, whose words these are."""
    by_id = {a.id: a for a in attributions}
    quoted: dict[int, Attribution | None] = {}
    for e in found:
        holders = [by_id[number] for number in frames.holders(e.start, e.end)]
        own = next((a for a in holders if a.form == "direct"), None)
        if own is None and layout.around(e.start, e.end) is None:
            continue
        quoted[e.start] = own or next((a for a in holders if a.form == "mixed"), None)
    return quoted


def _needs_year_only(e: Expression) -> bool:
    """Whether nothing but the year of an expression is counted: "October 7", "Christmas", "in spring"."""
    return isinstance(e.says, Calendar | Holiday | Part)


def _is_relative(e: Expression) -> bool:
    """Whether an expression is counted from the day it is told on."""
    return isinstance(e.says, Weekday | Shift | Whole | Stretch) and not e.anaphoric and not e.of_event
