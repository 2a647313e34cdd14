"""What relative dates are counted from: the day an article was written on, and whether to trust it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.dates.calendar import exact
from onrecord.dates.expression import Calendar, Expression
from onrecord.dates.find import find
from onrecord.dates.resolve import resolve
from onrecord.record import Article, DateReport, Evidence
from onrecord.text.layout import Layout

NEAR = 3  # days between a dateline and the publication that need no explanation
FIRST = 4  # paragraphs among which one that a dateline opens is looked for
WITHIN = 100  # characters in which it ends
NEWS = 10  # days behind the last day a text tells of in which it may bear a metadata line of that text
# "(Ostra News Agency, 28 July) -", "STAVERN, June 2 (Inland Press) -": capitals, a day, a dash.
_OPENING = re.compile(
    r"\(?[A-ZÀ-Þ][\w.'’-]*(?:[ ,/]+(?:(?:of|de|al|el|la|the|and)[ ])?[A-ZÀ-Þ(\d][\w.'’-]*\)?)*,?"
    r" (?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+\.?(?: \d{1,2})?(?:st|nd|rd|th)?(?:, \d{4}| \d{4})?\)?"
    r"(?: ?\([^()\n]{2,40}\))?\s*(?:—|–|--?|:)\s"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day that stands in a dateline, byline or metadata line of the text."""

    value: str
    evidence: Evidence
    kind: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day an article tells on; `firm` where "on Tuesday" may be counted from it."""

    value: str | None = None
    firm: bool = False


def stamps(layout: Layout) -> Iterator[Stamp]:
    """The days that stand beside the text of an article, where no sentence tells of them."""
    article = layout.article
    above = layout.blocks[min(FIRST, len(layout.blocks)) - 1].end if layout.blocks else len(article.text)
    for zone in article.zones:
        written = article.text[zone.start : zone.end]
        whole = written.count("(") == written.count(")")
        if zone.start < above and whole and zone.kind in ("dateline", "byline", "metadata"):
            yield from _days(article, zone.start, zone.end, zone.kind)
    for block in layout.blocks[:FIRST]:
        end = min(block.end, block.start + WITHIN)
        opening = _OPENING.match(layout.text, block.start, end)
        if opening is not None and opening.group().count("(") == opening.group().count(")"):
            yield from _days(article, block.start, opening.end(), "dateline")


def _days(article: Article, start: int, end: int, kind: str) -> Iterator[Stamp]:
    published = article.published_on.value
    for e in find(article.text, start, end):
        if _is_day(e):
            value = resolve(e, anchor=published, tense="past").value
            if value is not None and len(value) >= len("XXXX-10-17"):
                yield Stamp(value[:10], article.evidence(e.start, e.end), kind)


def anchor_of(published: DateReport, stamped: Sequence[Stamp], told: Sequence[str]) -> Anchor:
    """The dateline's day, else that of publication; `told` are the days the text itself gives in full."""
    line = next((s.value for s in stamped if s.kind == "dateline"), None)
    day = exact(published.value)
    written = exact(line)
    if written is not None and (day is None or abs((day - written).days) <= NEAR):
        return Anchor(written.isoformat(), firm=True)
    if day is None:
        return Anchor(published.value)
    firm = written is None and (not _is_weak(published) or _is_borne_out(published, told))
    return Anchor(day.isoformat(), firm=firm and not _is_disputed(published))


def _is_day(e: Expression) -> bool:
    return isinstance(e.says, Calendar) and bool(e.says.month and e.says.day) and e.bound is None


def _is_weak(published: DateReport) -> bool:
    """Whether the date comes from a line beside the text, which may be the day of collection."""
    return published.basis == "metadata" and any(e.place == "text" for e in published.evidence)


def _is_borne_out(published: DateReport, told: Sequence[str]) -> bool:
    """Whether the text tells of a day shortly before."""
    day = exact(published.value)
    days = (exact(value) for value in told)
    return day is not None and any(d is not None and 0 <= (day - d).days <= NEWS for d in days)


def _is_disputed(published: DateReport) -> bool:
    """Whether other places say another day, so that no weekday can be counted from it."""
    days = [exact(o.value) for o in published.others if o.kind == "conflict"]
    own = exact(published.value)
    return own is not None and any(d is not None and abs((d - own).days) > NEAR for d in days)
