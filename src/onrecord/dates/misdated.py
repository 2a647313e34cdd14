"""Publication dates that the text speaks against: a dateline, what is still to come, what is past already."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter

from onrecord.dates.anchors import Stamp
from onrecord.dates.calendar import exact
from onrecord.dates.conflict import Conflict, nearest, shown, written
from onrecord.dates.expression import Calendar, Expression
from onrecord.dates.find import find
from onrecord.dates.telling import Telling
from onrecord.dates.told_as import is_coming, is_now, is_past, is_surely
from onrecord.lang.acts import act_words
from onrecord.readers.timestamps import moment
from onrecord.record import Article, Evidence
from onrecord.text.layout import Layout

DATELINE = 2  # days between a dateline and the publication that need no explanation
HEADING = 3  # the same of a line that says whose report it is
AHEAD = 2  # days before the publication from which on nothing can be told of as to come
LONG_AGO = 200  # days beyond which a date without a year may be of another one
FIRST_LINES = 4  # in which a report of somebody else's report says of when that is
LINE = 200  # characters of a line that can be a heading
CLOCKS = timedelta(minutes=30)  # by which the clocks of two machines may differ
_REPORT = re.compile(
    r"\W*(?:full |excerpts? |transcripts? |translations? )*"
    r"(?:text|excerpt|transcript|report|translation"
    r"|(?:rolling|live) (?:coverage|update|report|blog))s?\b",
    re.IGNORECASE,
)


def misdated(
    telling: Telling, article: Article, stamped: Sequence[Stamp], acts: frozenset[int]
) -> Iterator[Conflict]:
    """What in an article speaks against its date of publication, or against that of its update."""
    published, updated = exact(article.published_on.value), exact(article.updated_on.value)
    if published is None:
        return
    if updated is not None and _earlier(article.updated_on.value, article.published_on.value):
        yield _updated(telling.layout, published, updated)
    yield from _datelines(article, stamped, published)
    for whole in telling.found:
        for e in whole.parts if not telling.quoted(whole) else ():
            day = nearest(e.says, published) if isinstance(e.says, Calendar) and e.says.month else None
            if day is not None and (e.says.year or abs((day - published).days) <= LONG_AGO):  # type: ignore[union-attr]
                late = (published - day).days
                sure = isinstance(e.says, Calendar) and is_surely(e.says, day, published)
                if late < -1 and e.start in acts and sure:  # the day of a saying, which is past
                    said = f"it tells of what was said on {written(day)}"
                    evidence = article.evidence(e.start, e.end)
                    yield _metadata(article, evidence, said, published, day)
                else:
                    yield from _against(telling, e, day, published, alone=e is whole)


def _updated(layout: Layout, published: date, updated: date) -> Conflict:
    """The evidence is what the text says of either day; most often it is a line above or below it."""
    article, days = layout.article, (published, updated)
    found = (e for zone in article.zones for e in find(article.text, zone.start, zone.end))
    told = [e for e in found if isinstance(e.says, Calendar) and nearest(e.says, published) in days]
    machine = (*article.updated_on.evidence[:1], *article.published_on.evidence[:1])
    why = (
        f"The article was last changed on {written(updated)}, before its publication on {written(published)}."
    )
    return Conflict("metadata-vs-content", (*shown(article, *told), *machine), why, updated.isoformat())


def _earlier(one: str | None, other: str | None) -> bool:
    """Whether a point in time lies before another, as far as both are given."""
    if one is None or other is None:
        return False
    moments = moment(one), moment(other)
    if moments[0] and moments[1]:
        return moments[0] < moments[1] - CLOCKS
    days = exact(one), exact(other)
    return bool(days[0] and days[1] and days[0] < days[1])


def _datelines(article: Article, stamped: Sequence[Stamp], published: date) -> Iterator[Conflict]:
    for stamp in stamped:
        day = exact(stamp.value)
        if stamp.kind == "dateline" and day is not None and abs((published - day).days) > DATELINE:
            yield _metadata(article, stamp.evidence, f"its dateline is of {written(day)}", published, day)


def _against(
    telling: Telling, e: Expression, day: date, published: date, *, alone: bool
) -> Iterator[Conflict]:
    """A date that an article of that day cannot tell of in this way."""
    layout, late = telling.layout, (published - day).days
    heading = _heading(telling, e)
    if heading and (late < -1 or late > HEADING and heading == "report"):
        said = f"the line {layout.text[e.start : e.end]!r} above it is of {written(day)}"
    elif abs(late) > AHEAD and is_now(telling, e):
        said = f"it calls {written(day)} today"
    elif AHEAD < late <= LONG_AGO and alone and is_coming(telling, e):
        said = f"it tells of {written(day)} as still to come"
    elif late < -1 and (is_past(telling, e, day, published) or _is_pictured(telling, e)):
        said = f"it tells of {written(day)} as past"
    else:
        return
    yield _metadata(layout.article, layout.article.evidence(e.start, e.end), said, published, day)


def _is_pictured(telling: Telling, e: Expression) -> bool:
    """Whether a caption dates its picture, in whatever tense: "Kell speaks in Ardeh on March 3"."""
    article = telling.layout.article
    before = bisect_right(article.zones, e.start, key=attrgetter("start")) - 1
    zone = article.zones[before] if before >= 0 else None
    if zone is None or zone.kind != "caption" or zone.end <= e.start:
        return False
    return not act_words().to_come & set(article.text[zone.start : e.start].lower().split())


def _metadata(article: Article, evidence: Evidence, said: str, published: date, day: date) -> Conflict:
    why = f"The article is dated {written(published)}, but {said}."
    shown_ = (evidence, *article.published_on.evidence[:1])
    return Conflict("metadata-vs-content", shown_, why, day.isoformat())


def _heading(telling: Telling, e: Expression) -> str | None:
    """Whether a date stands in a line above the text: of whose report it is, or of what it tells."""
    layout = telling.layout
    number = layout.index(e.start)
    if number is None or number >= FIRST_LINES:
        return None
    block = layout.blocks[number]
    line = layout.text[block.start : block.end]
    if len(line) > LINE or line.rstrip().endswith((".", "!", "?", "”", '"')):
        return None
    if _REPORT.match(line):
        return "report"
    return "heading" if not layout.text[e.end : block.end].strip(" ,.)|–—-") else None
