"""An article as the later stages look at it: its paragraphs with their zones, quotations and sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Article, ZoneKind
from onrecord.text.quotemarks import Quotation, quotations
from onrecord.text.sentences import sentences

READ = ("headline", "subheading", "body")  # the zones statements are looked for in
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is read: its extent and zone. Lines that a quotation runs through are one block."""

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one article that statements are looked for in, and the quotations that stand there."""

    article: Article
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    holes: tuple[Range, ...]  # footnote markers and the like inside a block

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def outer(self) -> tuple[Quotation, ...]:
        """Quotations that are properly closed and stand in no other."""
        return tuple(q for q in self.quotations if q.closed and q.depth == 0)

    def index(self, at: int) -> int | None:
        """Number of the block that holds an offset, or None."""
        i = bisect_right([b.start for b in self.blocks], at) - 1
        return i if i >= 0 and at < self.blocks[i].end else None

    def block(self, at: int) -> Block | None:
        """The block that holds an offset, or None."""
        i = self.index(at)
        return None if i is None else self.blocks[i]

    def sentence(self, at: int) -> Range | None:
        """The sentence that holds an offset, or None outside the blocks."""
        block = self.block(at)
        if block is None:
            return None
        found = (s for s in sentences(self.text, block.start, block.end) if s[0] <= at < s[1])
        return next(found, (block.start, block.end))

    def around(self, start: int, end: int, *, depth: int = 0) -> Quotation | None:
        """The closed quotation of that depth that holds a stretch whole."""
        inside = (
            q for q in self.quotations if q.closed and q.depth == depth and q.start <= start and end <= q.end
        )
        return next(inside, None)


def layout(article: Article) -> Layout:
    """Paragraphs of the zones that are read, with datelines and markers cut away, and their quotations."""
    holes = tuple((z.start, z.end) for z in article.zones if z.kind not in READ)
    lines = list(_lines(article))
    marks = quotations(article.text, within=[(b.start, b.end) for b in lines])
    return Layout(article, tuple(_merged(lines, marks)), marks, holes)


def _lines(article: Article) -> Iterator[Block]:
    """Lines of the read zones; a marker inside a line does not break it, another zone at its edge is cut."""
    zones = [z for z in article.zones if z.kind in READ]
    for match in _LINE.finditer(article.text):
        inside = [z for z in zones if z.start < match.end() and match.start() < z.end]
        if inside:
            start, end = max(match.start(), inside[0].start), min(match.end(), inside[-1].end)
            start, end = trim(article.text, start, end)
            if start < end:
                yield Block(start, end, inside[0].kind)


def _merged(lines: Sequence[Block], marks: Sequence[Quotation]) -> Iterator[Block]:
    """Lines that one quotation runs through without a new mark become one block."""
    held: Block | None = None
    for line in lines:
        if held is not None and any(q.start < held.end and line.start < q.end for q in marks):
            held = Block(held.start, line.end, held.kind)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def trim(text: str, start: int, end: int) -> Range:
    """A stretch without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def word_count(text: str, spans: Sequence[Range]) -> int:
    """How many words stand in these stretches."""
    return sum(len(_WORD.findall(text, start, end)) for start, end in spans)
