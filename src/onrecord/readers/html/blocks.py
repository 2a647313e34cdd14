"""The visible text of a page, cut into blocks as a browser sets them, in document order."""

import re
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element, iterwalk

from onrecord.readers.html.context import LEVELS, Open, opened
from onrecord.readers.html.roles import Role, credits_picture, role
from onrecord.readers.html.words import WORDS

BLOCK_TAGS = frozenset(WORDS["tags"]["blocks"])
BLANK = re.compile(r"[ \t\n\r\f]+")  # what HTML calls white space; a no-break space is not
BREAKS = re.compile(r"\x02[ \x02]*\x02")  # two line breaks or more end a paragraph
BREAK = "\x02"  # cannot stand in a tree, so it can stand for <br> until the block is complete
OPENERS = tuple("\"'“”„«»‹›‘’‚「『")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of visible text, the element it stands in, and what the elements around it say it is."""

    text: str
    element: _Element
    role: Role | None
    in_figure: bool
    furniture: _Element | None  # the innermost element around it that calls itself furniture
    level: int  # of the heading it is; 0 for none
    linked: float  # share of its characters inside links


def blocks(tree: _Element) -> tuple[Block, ...]:
    """Every visible block of the page."""
    collector = _Collector()
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if not collector.start(element):
                walk.skip_subtree()
        else:
            collector.end(element)
    collector.flush()
    return tuple(collector.found)


class _Collector:
    def __init__(self) -> None:
        self.found: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.quotes = 0
        self.open: list[Open] = []
        self.hidden: _Element | None = None

    def start(self, element: _Element) -> bool:
        """Enter an element; false when nothing in it is seen."""
        around = self.open[-1] if self.open else None
        own = role(element)
        if own == "hidden":
            self.hidden = element
            return False
        if self._opens(element, own, around):
            self.flush()
            self.open.append(opened(element, own, around))
        self._inline(element, entering=True)
        self.add(element.text)
        return True

    def end(self, element: _Element) -> None:
        """Leave an element; what follows it belongs to the one around."""
        if element is self.hidden:
            self.hidden = None
        else:
            self._inline(element, entering=False)
            if self.open and self.open[-1].element is element:
                self.flush()
                self.open.pop()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        """Take up text as it stands in the tree."""
        if not text:
            return
        if self.open and self.open[-1].pre:
            text = text.replace("\r\n", "\n").replace("\n", BREAK)
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())

    def flush(self) -> None:
        """Close the block at hand."""
        text = BLANK.sub(" ", "".join(self.pieces))
        linked, self.linked = self.linked, 0
        self.pieces.clear()
        if not text.strip(" \x02\xa0"):
            return
        here = self.open[-1]
        for part in BREAKS.split(text):
            lines = "\n".join(line.strip(" ") for line in part.split(BREAK)).strip(" \n")
            if lines.strip():
                share = min(1.0, linked / len(text))
                self.found.append(
                    Block(lines, here.element, here.role, here.figure, here.furniture, here.level, share)
                )

    def _opens(self, element: _Element, own: Role | None, around: Open | None) -> bool:
        """Whether a block begins: a block element, or a credit inside the frame of a picture."""
        if element.tag in BLOCK_TAGS or around is None or _holds_blocks(element):
            return True
        framed = around.figure or around.role in ("caption", "credit")
        return framed and (own in ("credit", "caption") or credits_picture(element))

    def _inline(self, element: _Element, *, entering: bool) -> None:
        if entering and (element.tag == "br" or _is_next_part(element)):
            self.pieces.append(BREAK)
        elif element.tag == "a":
            self.links += 1 if entering else -1
        elif element.tag == "q":
            self.pieces.append(self._mark(element, entering=entering))

    def _mark(self, element: _Element, *, entering: bool) -> str:
        """The quotation mark a browser sets around <q>; none where the words bring their own."""
        if "".join(map(str, islice(element.itertext(), 3))).lstrip()[:1] in OPENERS:
            return ""
        if entering:
            self.quotes += 1
            return "“" if self.quotes % 2 else "‘"
        self.quotes -= 1
        return "’" if self.quotes % 2 else "”"


def _is_next_part(element: _Element) -> bool:
    """Whether it follows another <span> of a heading without a blank: set on lines of their own."""
    parent, before = element.getparent(), element.getprevious()
    if element.tag != "span" or parent is None or parent.tag not in LEVELS:
        return False
    if before is None or before.tag != "span" or before.tail:
        return False
    return all(any(map(str.isalpha, "".join(map(str, part.itertext())))) for part in (before, element))


def _holds_blocks(element: _Element) -> bool:
    """Whether an inline or made-up element is set like a block, because blocks stand in it."""
    return (
        len(element) > 0
        and next(element.iter("div", "p", "figure", "ul", "h1", "h2", "h3"), None) is not None
    )
