"""What each paragraph is, judged by its words and by what stands before and behind it."""

from collections.abc import Iterator, Sequence

from onrecord.record import ZoneKind
from onrecord.text.captions import is_caption, says_picture
from onrecord.text.datelines import dateline_end, is_day_line
from onrecord.text.footnotes import notes
from onrecord.text.furniture import around, is_byline
from onrecord.text.headings import LONGEST_PLAIN, is_headline, is_subheading

READ: tuple[ZoneKind, ...] = ("headline", "subheading", "body")


def kinds(
    lines: Sequence[str], given: Sequence[ZoneKind | None], quoted: frozenset[int], *, title: str | None
) -> Iterator[ZoneKind]:
    """The kind of every line: what the reader says, unless a body line plainly is none.

    `quoted` are the lines inside a running quotation: somebody's words, whatever they look like.
    """
    numbered = notes(lines)
    read_before = False
    for i, (line, kind) in enumerate(zip(lines, given, strict=True)):
        if kind is None or kind == "body":
            headline = kind is None and not read_before and _opens(lines, i, title)
            outside = _outside(line, i in numbered, headline) if i not in quoted else None
            kind = outside or kind or _read(lines, i, headline, i in quoted)
        read_before = read_before or kind in READ
        yield kind


def _outside(line: str, is_note: bool, headline: bool) -> ZoneKind | None:
    """What a line is that does not belong to the report's text."""
    if is_note:
        return "footnote"
    if is_day_line(line):
        return "dateline"
    pictured = says_picture(line) or not headline and is_caption(line)
    return around(line) or ("caption" if pictured else None)


def _read(lines: Sequence[str], i: int, headline: bool, quoted: bool) -> ZoneKind:
    if headline:
        return "headline"
    inner = 0 < i < len(lines) - 1 and not quoted
    return "subheading" if inner and is_subheading(lines[i]) else "body"


def _opens(lines: Sequence[str], i: int, title: str | None) -> bool:
    """Whether a line is the headline: it looks like one, or a dateline, a day or a byline comes next."""
    if i + 1 == len(lines) or dateline_end(lines[i], 0, len(lines[i]), early=True):
        return False
    behind = lines[i + 1]
    begins = dateline_end(behind, 0, len(behind), early=True) > 0 or is_day_line(behind) or is_byline(behind)
    return is_headline(lines[i], title=title) or begins and len(lines[i]) <= LONGEST_PLAIN
