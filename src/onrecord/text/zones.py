"""Zones: which parts of an article are headline, body, caption, credit, dateline, footnote, furniture …"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Article, Zone, ZoneKind
from onrecord.text.captions import caption_end
from onrecord.text.datelines import dateline_end
from onrecord.text.footnotes import markers
from onrecord.text.headings import merged_headline
from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotemarks import LINES_AHEAD, quotations
from onrecord.text.zone_rules import READ, kinds

EARLY = 2  # paragraphs of the body in which a bare place with a dash is a dateline


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or what given zones leave of one, and what the reader says it is."""

    start: int
    end: int
    given: ZoneKind | None


def zones(article: Article) -> tuple[Zone, ...]:
    """Every non-blank character in one zone: given zones are kept, the rest is judged by its words."""
    text = article.text
    lines = list(_lines(text, article.zones))
    found = kinds(
        [text[line.start : line.end] for line in lines],
        [line.given for line in lines],
        _quoted(text, lines),
        title=article.title,
    )
    named = list(zip(lines, found, strict=True))
    return tuple(_cut(text, _with_headline(text, named, article.title)))


def _lines(text: str, given: Sequence[Zone]) -> Iterator[Line]:
    """The paragraphs between given zones and inside those that are read; other given zones stay whole."""
    at = 0
    for zone in sorted(given, key=lambda z: z.start):
        start = max(zone.start, at)
        yield from _within(text, at, start, None)
        at = max(at, zone.end)
        if zone.kind == "metadata":
            at = _behind_stray_mark(text, at)
        if zone.kind in READ:
            yield from _within(text, start, at, zone.kind)
        elif text[start:at].strip():
            yield Line(start, at, zone.kind)
    yield from _within(text, at, len(text), None)


def _within(text: str, start: int, end: int, given: ZoneKind | None) -> Iterator[Line]:
    """The paragraphs of a stretch; a caption that runs into one is parted from it."""
    for a, b in paragraphs(text[start:end]):
        at = start + a + (caption_end(text[start + a : start + b]) if given in (None, "body") else 0)
        if at > start + a:
            yield Line(start + a, at, given)
        yield Line(at, start + b, given)


def _behind_stray_mark(text: str, at: int) -> int:
    """Behind a quotation mark that follows a metadata line and never closes; `at` where there is none."""
    lines = [(at + a, at + b) for a, b in paragraphs(text[at:])[: LINES_AHEAD + 2]]
    stray = (q for q in quotations(text, within=lines) if not q.closed and q.opener)
    return next((q.start for q in stray if q.start - len(q.opener) == lines[0][0]), at)


def _quoted(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that carry on a quotation begun in a line before."""
    ranges = [(line.start, line.end) for line in lines if line.given in (None, "body")]
    if len(ranges) < 2:
        return frozenset()
    found = [q for q in quotations(text, within=ranges) if q.closed and q.depth == 0]
    carried = {q.start - len(q.opener) for q in found if q.continues} | {
        q.start for q in found if q.continues
    }
    inside, upto = set(), 0
    ends = iter([*found, None])
    nearest = next(ends)
    for i, line in enumerate(lines):
        while nearest is not None and nearest.start < line.start:
            upto, nearest = max(upto, nearest.end), next(ends)
        if line.start < upto or line.start in carried:
            inside.add(i)
    return frozenset(inside)


def _with_headline(
    text: str, named: Sequence[tuple[Line, ZoneKind]], title: str | None
) -> Iterator[tuple[Line, ZoneKind]]:
    """The lines; a headline that is run into the first paragraph becomes a line of its own."""
    seek = all(kind != "headline" for _, kind in named)
    for line, kind in named:
        if seek and kind == "body":
            seek = False
            end = line.start if line.given else merged_headline(text, line.start, line.end, title=title)
            if end > line.start:
                yield Line(line.start, end, None), "headline"
            yield Line(end, line.end, line.given), kind
        else:
            yield line, kind


def _cut(text: str, lines: Iterable[tuple[Line, ZoneKind]]) -> Iterator[Zone]:
    """Zones of the lines, with datelines and footnote markers cut out of what is read."""
    bodies = 0
    for line, kind in lines:
        at = line.start
        if kind == "body":
            at = dateline_end(text, _forward(text, at), line.end, early=bodies < EARLY)
            bodies += 1
            yield from _zone(text, line.start, at, "dateline")
        if kind in READ:
            for start, end in markers(text, at, line.end):
                yield from _zone(text, at, start, kind)
                yield Zone(start, end, "footnote")
                at = end
        yield from _zone(text, at, line.end, kind)


def _zone(text: str, start: int, end: int, kind: ZoneKind) -> Iterator[Zone]:
    """A zone without the blanks at its ends, if anything is left."""
    start = min(_forward(text, start), end)
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Zone(start, end, kind)


def _forward(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
