"""Which blocks of a page are the report: those that trafilatura keeps, found again in the page itself."""

import logging
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

import trafilatura
from lxml.etree import LxmlError, _Element, iterwalk
from lxml.html import HtmlElement

from onrecord.readers.html.blocks import Block
from onrecord.readers.html.gaps import is_paragraph
from onrecord.readers.html.keys import key

READER = f"html (trafilatura {trafilatura.__version__})"
BREAKING = frozenset(
    ("p", "head", "quote", "item", "cell", "row", "list", "table", "lb", "ab", "code", "div")
)
MOST_ELEMENTS = 30_000  # of 303 news pages none has 5,000; trafilatura's time grows with their square
STUMBLES = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    LxmlError,
)  # on trees it did not expect
MIN_INSIDE = 20  # a shorter block must be a line of its own, or "AFP" would be found in any report
MOSTLY_LINK = 0.6  # of a block's characters
SHINGLE = 4  # words
MIN_SHARED = 0.7  # of a block's shingles; below it a teaser that quotes the first sentence gets in
WORD = re.compile(r"\w+")
Shingle = tuple[str, ...]


def kept(
    tree: HtmlElement, found: Sequence[Block], *, url: str | None
) -> tuple[frozenset[int], tuple[str, ...]]:
    """Positions of the blocks that trafilatura keeps, and its lines that stand nowhere in the page."""
    lines = _lines(tree, url) if tree.xpath("count(//*)") <= MOST_ELEMENTS else ()
    if not lines:
        return _paragraphs(found), ()
    keys = [key(line) for line in lines]
    places = _once(_matches(lines, keys, found), "".join(keys))
    missing = _missing(lines, keys, [found[place] for place in sorted(places)])
    if all(found[place].linked > MOSTLY_LINK for place in places):
        places = frozenset()  # a page that only leads to others
    return places, missing


def _lines(tree: HtmlElement, url: str | None) -> tuple[str, ...]:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    except STUMBLES:
        return ()
    body = getattr(document, "body", None)
    if body is None:
        return ()
    return tuple(line.strip() for line in "".join(_pieces(body)).split("\n") if line.strip())


def _paragraphs(found: Sequence[Block]) -> frozenset[int]:
    """Paragraphs that are no links or furniture, for where trafilatura finds nothing or cannot be asked."""
    return frozenset(
        place for place, block in enumerate(found) if block.furniture is None and is_paragraph(block)
    )


def _pieces(body: _Element) -> Iterator[str]:
    """The text of trafilatura's tree, with a line end at either end of what is set apart."""
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in BREAKING:
            yield "\n"
        text = element.text if event == "start" else element.tail
        if text:
            yield text.replace("\n", " ")


def _matches(lines: Sequence[str], keys: Sequence[str], found: Sequence[Block]) -> dict[str, list[int]]:
    """For every text that trafilatura keeps, the blocks with that text."""
    whole = set(keys)
    running = "".join(keys)
    shingles = _shingles("\n".join(lines))  # across lines: it breaks paragraphs at a quotation
    places: dict[str, list[int]] = defaultdict(list)
    for place, block in enumerate(found):
        own = key(block.text)
        if own in whole or _is_in(block.text, own, shingles, running):
            places[own].append(place)
    return places


def _once(places: dict[str, list[int]], running: str) -> frozenset[int]:
    """One block for each time trafilatura has a text: of several the ones nearest to blocks that are sure."""
    sure = sorted(p[0] for own, p in places.items() if len(p) == 1 and len(own) >= MIN_INSIDE)
    chosen: set[int] = set()
    for own, candidates in places.items():
        room = len(candidates) if len(candidates) == 1 else max(1, running.count(own))
        if len(candidates) > room:
            candidates = sorted(candidates, key=lambda place: _distance(place, sure))[:room]
        chosen.update(candidates)
    return frozenset(chosen)


def _distance(place: int, sure: Sequence[int]) -> int:
    """To the nearest of these places, which are in order."""
    at = bisect_left(sure, place)
    return min((abs(place - other) for other in sure[max(0, at - 1) : at + 1]), default=0)


def _missing(lines: Sequence[str], keys: Sequence[str], blocks: Sequence[Block]) -> tuple[str, ...]:
    whole = {key(block.text) for block in blocks}
    running = "".join(key(block.text) for block in blocks)
    shingles = {shingle for block in blocks for shingle in _shingles(block.text)}
    return tuple(
        line
        for line, own in zip(lines, keys, strict=True)
        if own not in whole and not _is_in(line, own, shingles, running)
    )


def _is_in(text: str, own: str, shingles: set[Shingle], running: str) -> bool:
    """Whether a text stands in another: by its runs of words, or letter by letter where it has too few."""
    mine = _shingles(text)
    if mine:
        return len(mine & shingles) >= MIN_SHARED * len(mine)
    return len(own) >= MIN_INSIDE and own in running


def _shingles(text: str) -> set[Shingle]:
    words = WORD.findall(text)
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
