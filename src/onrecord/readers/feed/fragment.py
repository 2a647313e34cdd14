"""A feed's entry: its markup is the article itself, so every block of it counts, in document order."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord import settings
from onrecord.errors import NoTextError
from onrecord.readers.credits import credits
from onrecord.readers.encoding import REPLACEMENT, SURROGATE
from onrecord.readers.html.blocks import Block, blocks
from onrecord.readers.html.decode import NOT_IN_XML
from onrecord.readers.html.gaps import is_paragraph
from onrecord.readers.html.keys import key
from onrecord.readers.html.kinds import (
    LONGEST_BYLINE,
    LONGEST_CAPTION,
    LONGEST_STANDFIRST,
    MOSTLY_LINK,
    MUCH,
    leads_on,
)
from onrecord.readers.html.text import assemble
from onrecord.readers.html.tree import parse
from onrecord.readers.html.words import WORDS, any_of
from onrecord.readers.item import Told
from onrecord.readers.page import Page
from onrecord.readers.size import check_size
from onrecord.record import DateReport, ZoneKind

Part = tuple[str, ZoneKind]
TAG = re.compile(r"<[a-zA-Z/!]")
TWICE = re.compile(
    r"&lt;/(?:p|a|div|span|em|strong|b|i|li|ul|ol|h\d|blockquote|figure)\s*&gt;", re.IGNORECASE
)
PARAGRAPHS = re.compile(r"\n\s*\n")
LONGEST_TAIL = 200  # characters; a longer line at the end is text, whatever it begins with
LEAST_TITLE = 20  # characters of a title that a text may begin with by no accident: posts without a title
TAIL = re.compile(rf"\W*(?:{any_of(WORDS['feeds']['tails'])})(?!\w)", re.IGNORECASE)
WITH_MORE = re.compile(r"\W*the (?:post|article)\b", re.IGNORECASE)
MORE = re.compile(any_of(WORDS["feeds"]["only_with"]), re.IGNORECASE)
TAIL_IN_LINE = re.compile(
    rf"(?<=[.!?…\])”\"’])\s+((?:{any_of(WORDS['feeds']['tails'])})\W{{0,5}})$", re.IGNORECASE
)
NOT_OF_THE_TEXT = ("caption", "credit", "furniture")  # who made a picture did not write the report


def read(body: str, *, told: Told, largest: int = settings.LARGEST.default) -> Page:
    """Read the text of one entry; `told` is what its feed says beside it."""
    check_size(len(body), largest)
    clean, undecodable = SURROGATE.subn(REPLACEMENT, NOT_IN_XML.sub("", body))
    parts = _lines(clean) if told.plain else _of_markup(clean)
    parts = _with_headline(parts, told.title)
    if not any(kind in ("body", "headline", "subheading", "caption") for _, kind in parts):
        raise NoTextError("it has no text; save the page it links to and give that")
    parts = [*_title(parts, told.title), *parts, *_pictures(parts, told)]
    text, zones = assemble(parts)
    lines = [(zone.start, zone.end) for zone in zones if zone.kind not in NOT_OF_THE_TEXT]
    return Page(
        text=text,
        zones=zones,
        title=told.title,
        language=None,
        url=None,
        outlet=None,
        authors=(),
        credits=credits(text, within=lines),
        published=DateReport(),
        updated=DateReport(),
        reader="fragment",
        undecodable=undecodable + body.count(REPLACEMENT),
    )


def _lines(text: str, *, between: str = "\n") -> list[Part]:
    """The paragraphs of a plain text, without the indents that its XML gave them."""
    paragraphs = (
        between.join(filter(None, (line.strip() for line in paragraph.splitlines())))
        for paragraph in PARAGRAPHS.split(text)
    )
    return [(paragraph, "body") for paragraph in paragraphs if paragraph]


def _of_markup(body: str) -> list[Part]:
    """The blocks of markup, also of markup escaped twice; text without any tag may still have paragraphs."""
    if TWICE.search(body) and "</" not in body:
        body = html.unescape(body)
    if not TAG.search(body):
        return _lines(html.unescape(body), between=" ")
    try:
        found = blocks(parse(body))
    except NoTextError:  # nothing but comments or declarations
        return []
    held = Counter(block.furniture for block in found if is_paragraph(block))
    kinds = [_kind(place, block, held[block.furniture] >= MUCH) for place, block in enumerate(found)]
    return _without_tails(found, kinds)


def _kind(place: int, block: Block, much: bool) -> ZoneKind:
    """What a block is by what its elements call themselves; `much` of the text stands in its furniture."""
    if block.role in ("caption", "credit") or (block.in_figure and not block.level):
        if len(block.text) > LONGEST_CAPTION:
            return "body"
        return "credit" if block.role == "credit" else "caption"
    if (block.furniture is not None and not much) or leads_on(block) or not any(map(str.isalnum, block.text)):
        return "furniture"
    if block.role == "byline" and len(block.text) <= LONGEST_BYLINE:
        return "byline"
    if block.role == "footnote":
        return "footnote"
    first = place == 0 and block.role == "standfirst" and len(block.text) <= LONGEST_STANDFIRST
    return "subheading" if first or block.level else "body"


def _without_tails(found: Sequence[Block], kinds: list[ZoneKind]) -> list[Part]:
    """The parts, with links and trackers at the end told as furniture."""
    read = [place for place, kind in enumerate(kinds) if kind == "body"]
    for place in reversed(range(len(found))):
        if kinds[place] not in ("body", "subheading", "furniture"):
            continue
        block = found[place]
        lone = read == [place] and not _says_tail(block.text)
        if lone or not (kinds[place] == "furniture" or _is_tail(block)):
            break
        kinds[place] = "furniture"
    return [part for block, kind in zip(found, kinds, strict=True) for part in _split(block, kind)]


def _is_tail(block: Block) -> bool:
    if len(block.text) > LONGEST_TAIL:
        return False
    return block.linked > MOSTLY_LINK or (_says_tail(block.text) and block.linked > 0)


def _says_tail(text: str) -> bool:
    return bool(TAIL.match(text)) and (not WITH_MORE.match(text) or bool(MORE.search(text)))


def _split(block: Block, kind: ZoneKind) -> Iterator[Part]:
    """A block, or the two that it is when a link to the rest ends it."""
    found = TAIL_IN_LINE.search(block.text) if kind == "body" and block.linked > 0 else None
    if found is None:
        yield block.text, kind
    else:
        yield block.text[: found.start()], kind
        yield found[1], "furniture"


def _with_headline(parts: Sequence[Part], title: str | None) -> list[Part]:
    """The parts, the first of them as headline where it is the title."""
    same = bool(parts and title) and key(parts[0][0]) == key(title or "")
    return [(parts[0][0], "headline"), *parts[1:]] if same else list(parts)


def _title(parts: Sequence[Part], title: str | None) -> list[Part]:
    """The title as headline, unless the text has one or begins with the same words."""
    if not title or any(kind == "headline" for _, kind in parts):
        return []
    start = key(title).rstrip(".…")
    begins = len(start) >= LEAST_TITLE and bool(parts) and key(parts[0][0]).startswith(start)
    return [] if begins else [(title, "headline")]


def _pictures(parts: Sequence[Part], told: Told) -> list[Part]:
    """What the feed says of the pictures, where the text does not say it as well."""
    running = "\n".join(key(text) for text, _ in (*parts, (told.title or "", "headline")))
    return [(words, kind) for kind, words in told.pictures if key(words) and key(words) not in running]
