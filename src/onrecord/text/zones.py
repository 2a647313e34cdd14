"""Zones: which parts of an article are headline, body, caption, credit, dateline, footnote, furniture …"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.record import Article, Zone, ZoneKind
from onrecord.text.captions import is_caption, says_picture
from onrecord.text.datelines import dateline_end, is_day_line
from onrecord.text.footnotes import markers, notes
from onrecord.text.furniture import around
from onrecord.text.headings import is_headline, is_subheading, merged_headline
from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotemarks import quotations

READ = ("headline", "subheading", "body")
EARLY = 2  # paragraphs of the body in which a bare place with a dash is a dateline


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or what given zones leave of one; `given` is what the reader says it is."""

    start: int
    end: int
    given: ZoneKind | None = None


def zones(article: Article) -> tuple[Zone, ...]:
    """Every non-blank character in one zone: given zones are kept, the rest is judged by its words."""
    lines = tuple(_lines(article.text, article.zones))
    kinds = tuple(_kinds(article, lines))
    return tuple(_cut(article.text, _parted(article, lines, kinds)))


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
    for a, b in paragraphs(text[start:end]):
        yield Line(start + a, start + b, given)


def _behind_stray_mark(text: str, at: int) -> int:
    """Behind a quotation mark that follows a metadata line and never closes; `at` where there is none."""
    behind = text[at:]
    start = at + len(behind) - len(behind.lstrip())
    lines = [(at + a, at + b) for a, b in paragraphs(behind)]
    stray = (q for q in quotations(text, within=lines) if not q.closed and q.opener)
    return next((q.start for q in stray if q.start - len(q.opener) == start), at)


def _kinds(article: Article, lines: Sequence[Line]) -> Iterator[ZoneKind]:
    """What each line is: what the reader says, unless a body line plainly is none; else by its words."""
    words = [article.text[line.start : line.end] for line in lines]
    numbered, quoted = notes(words), _inside_quotations(article.text, lines)
    read_before = False
    for i, line in enumerate(lines):
        kind: ZoneKind | None = line.given
        if kind is None or kind == "body":
            first = kind is None and not read_before and i + 1 < len(lines)
            outside = (
                "footnote"
                if i in numbered
                else None
                if i in quoted
                else _outside(words[i], first, article.title)
            )
            kind = outside or kind or ("body" if i in quoted else _read_as(words, i, first, article.title))
        read_before = read_before or kind in READ
        yield kind


def _outside(line: str, first: bool, title: str | None) -> ZoneKind | None:
    """What a line is that does not belong to the report's text."""
    if is_day_line(line):
        return "dateline"
    kind = around(line)
    if kind is not None:
        return kind
    could_be_headline = first and is_headline(line, title=title)
    return "caption" if says_picture(line) or not could_be_headline and is_caption(line) else None


def _read_as(words: Sequence[str], i: int, first: bool, title: str | None) -> ZoneKind:
    if first and is_headline(words[i], title=title):
        return "headline"
    return "subheading" if 0 < i < len(words) - 1 and is_subheading(words[i]) else "body"


def _inside_quotations(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that carry on a quotation begun before them: somebody's words, whatever they look like."""
    found = quotations(
        text, within=[(line.start, line.end) for line in lines if line.given in (None, "body")]
    )
    runs = [q for q in found if q.closed and not q.depth]
    starts = {q.start - len(q.opener) for q in runs if q.continues} | {q.start for q in runs if q.continues}
    spread = [q for q in runs if "\n" in text[q.start : q.end] or "\r" in text[q.start : q.end]]
    inside = (i for i, line in enumerate(lines) if any(q.start < line.start < q.end for q in spread))
    return frozenset(inside) | {i for i, line in enumerate(lines) if line.start in starts}


def _parted(
    article: Article, lines: Sequence[Line], kinds: Sequence[ZoneKind]
) -> Iterator[tuple[Line, ZoneKind]]:
    """The lines with their kinds; a headline that is run into the first paragraph becomes its own."""
    may_hold = "headline" not in kinds
    for line, kind in zip(lines, kinds, strict=True):
        if may_hold and kind == "body":
            may_hold = False
            end = (
                line.start
                if line.given
                else merged_headline(article.text, line.start, line.end, title=article.title)
            )
            if end > line.start:
                yield replace(line, end=end), "headline"
                line = replace(line, start=end)
        yield line, kind


def _cut(text: str, lines: Iterator[tuple[Line, ZoneKind]]) -> Iterator[Zone]:
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
