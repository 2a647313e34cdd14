"""An article as the later stages look at it: its paragraphs with their zones, quotations and sentences."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from onrecord.record import Article, ZoneKind
from onrecord.text.markchars import DOUBLE, SINGLE
from onrecord.text.quotemarks import Quotation, quotations
from onrecord.text.sentences import sentences
from onrecord.text.wrapped import broken_before

READ = ("headline", "subheading", "body")  # the zones statements are looked for in
_LINE = re.compile(r"[^\r\n]+")
LONGEST_BLOCK = 10_000  # code points; no paragraph of prose is longer, a file in one line is
# English prose has 78-82 % letters in words of two and more, 15-19 % blanks, and even a dialogue no more than
# 4 % quotation marks; packed data and rows of signs have not, and would keep the tagger busy for minutes.
LEAST_LETTERS, LEAST_GAPS, MOST_MARKS = 0.5, 0.03, 0.08
QUOTES = (DOUBLE + SINGLE).translate({ord(apostrophe): None for apostrophe in "'’"})
_LETTERS = re.compile(r"[^\W\d_](?=[^\W\d_])|(?<=[^\W\d_])[^\W\d_]")
SECTION = 20_000  # code points worked on at a time; nearly every article is one section
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is read: its extent and zone. Lines that a sentence runs through are one block."""

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Starts:
    """Where the blocks, the quotations and the outer ones begin, to be looked up."""

    blocks: tuple[int, ...]
    quotations: tuple[int, ...]
    outer: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one article that statements are looked for in, and the quotations that stand there."""

    article: Article
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    outer: tuple[Quotation, ...]  # those whose words are known and that stand in no other
    holes: tuple[Range, ...]  # footnote markers and the like inside a block
    starts: Starts
    reach: tuple[int, ...]  # for every quotation, how far it and those before it go
    _sentences: dict[int, tuple[Range, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        return self.article.text

    def index(self, at: int) -> int | None:
        """Number of the block that holds an offset, or None."""
        i = bisect_right(self.starts.blocks, at) - 1
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
        if block.start not in self._sentences:
            self._sentences[block.start] = sentences(self.text, block.start, block.end)
        found = self._sentences[block.start]
        i = bisect_right(found, (at, sys.maxsize)) - 1
        return found[i] if i >= 0 and at < found[i][1] else (block.start, block.end)

    def outer_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outermost quotations that begin in a stretch."""
        starts = self.starts.outer
        return self.outer[bisect_left(starts, start) : bisect_left(starts, end)]

    def around(self, start: int, end: int, *, depth: int = 0) -> Quotation | None:
        """The quotation of that depth that holds a stretch whole."""
        near = self.near(start, end)
        inside = (q for q in near if q.whole and q.depth == depth and q.start <= start and end <= q.end)
        return next(inside, None)

    def near(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations that can touch a stretch, in order, and perhaps some before it."""
        low, high = sorted((start, end))
        first = bisect_left(self.reach, low)
        return self.quotations[first : bisect_right(self.starts.quotations, high, lo=first)]

    def sections(self) -> Iterator["Layout"]:
        """The article in parts of whole blocks, so that even a huge one is worked through in even steps."""
        group: list[Block] = []
        for block in self.blocks:
            if group and block.end - group[0].start > SECTION:
                yield self._only(group)
                group = []
            group.append(block)
        if group:
            yield self._only(group)

    def _only(self, blocks: Sequence[Block]) -> "Layout":
        low, high = blocks[0].start, blocks[-1].end
        starts = self.starts.quotations
        marks = self.quotations[bisect_left(starts, low) : bisect_left(starts, high)]
        holes = self.holes[bisect_left(self.holes, (low,)) : bisect_left(self.holes, (high,))]
        return replace(_laid(self.article, tuple(blocks), marks, holes), _sentences=self._sentences)


def layout(article: Article) -> Layout:
    """Paragraphs of the zones that are read, with datelines and markers cut away, and their quotations."""
    holes = tuple((z.start, z.end) for z in article.zones if z.kind not in READ)
    lines = [line for line in _lines(article) if next(_parts(article.text, line), None) is not None]
    marks = quotations(article.text, within=[(b.start, b.end) for b in lines])
    blocks = tuple(
        part for block in _merged(article.text, lines, marks) for part in _parts(article.text, block)
    )
    return _laid(article, blocks, marks, holes)


def _laid(
    article: Article, blocks: tuple[Block, ...], marks: tuple[Quotation, ...], holes: tuple[Range, ...]
) -> Layout:
    outer = tuple(q for q in marks if q.whole and q.depth == 0)
    reach = tuple(accumulate((q.end for q in marks), max))
    starts = Starts(*(tuple(one.start for one in some) for some in (blocks, marks, outer)))
    return Layout(article, blocks, marks, outer, holes, starts, reach)


def _parts(text: str, block: Block) -> Iterator[Block]:
    """A block too long to be a paragraph of prose, cut after a blank; of such a one, what has words."""
    start = block.start
    while block.end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK) + 1 or start + LONGEST_BLOCK
        if _is_prose(text[start:cut]):
            yield Block(start, cut, block.kind)
        start = cut
    if start == block.start or _is_prose(text[start : block.end]):
        yield Block(start, block.end, block.kind)


def _is_prose(part: str) -> bool:
    """Whether a part of such a block has words: letters, parted by blanks and not by marks."""
    letters, gaps, quotes = len(_LETTERS.findall(part)), part.count(" "), sum(map(part.count, QUOTES))
    least, most = LEAST_LETTERS * len(part), MOST_MARKS * len(part)
    return letters >= least and gaps >= LEAST_GAPS * len(part) and quotes <= most


def _lines(article: Article) -> Iterator[Block]:
    """Lines of the read zones; a marker inside a line does not break it, another zone at its edge is cut."""
    zones = [z for z in article.zones if z.kind in READ]
    starts, ends = [z.start for z in zones], [z.end for z in zones]
    for match in _LINE.finditer(article.text):
        inside = zones[bisect_right(ends, match.start()) : bisect_left(starts, match.end())]
        if inside:
            start, end = max(match.start(), inside[0].start), min(match.end(), inside[-1].end)
            start, end = trim(article.text, start, end)
            if start < end:
                yield Block(start, end, inside[0].kind)


def _merged(text: str, lines: Sequence[Block], marks: Sequence[Quotation]) -> Iterator[Block]:
    """Lines that one quotation or one sentence runs through become one block."""
    starts = [line.start for line in lines]
    reach = [(bisect_right(starts, q.start) - 1, bisect_left(starts, q.end) - 1) for q in marks]
    joined = {i for first, last in reach for i in range(first + 1, last + 1)}
    broken = broken_before(text, [(line.start, line.end) for line in lines])
    held: Block | None = None
    for i, line in enumerate(lines):
        if held is not None and (i in broken or i in joined and held.kind == line.kind):
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
