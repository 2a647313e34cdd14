"""What each block of a page is to the report: headline, body, caption, credit … or no part of it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.readers.html.blocks import Block
from onrecord.readers.html.gaps import gaps
from onrecord.readers.html.headline import headline
from onrecord.readers.html.keys import key
from onrecord.readers.html.words import WORDS, any_of
from onrecord.record import ZoneKind

LONGEST_BYLINE = 160  # characters
LONGEST_CAPTION = 1200
LONGEST_STANDFIRST = 700
STANDFIRST_WITHIN = 6  # blocks below the headline
PICTURES_BEFORE = 12  # blocks before headline and body in which a lead picture may stand
PICTURES_AFTER = 6
MUCH = 3  # kept blocks; an element that holds as many is the report's own, whatever its name
MOSTLY_LINK = 0.6  # of a block's characters; such a block leads to another page
PARTLY_LINK = 0.3
LONGEST_LABEL = 30  # characters
LEADS_ON = re.compile(
    rf"\W*(?:(?:{any_of(WORDS['leads-on']['labels'])})\s*[:|»>-]|(?:{any_of(WORDS['leads-on']['phrases'])})\b"
    rf"|(?:{any_of(WORDS['leads-on']['alone'])})$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Region:
    """Where the report stands in the page: its headline, its first and its last body block."""

    headline: int | None
    first: int
    last: int


def kinds(
    found: Sequence[Block], kept: Collection[int], *, titles: Sequence[str], summaries: Sequence[str]
) -> tuple[ZoneKind | None, ...]:
    """The kind of every block; None for one that is no part of the report."""
    title = headline(found, titles)
    real = _furniture(found, kept, title)
    kept = frozenset(kept) | gaps(found, kept, real)
    region = _region(found, kept, title)
    summary_keys = frozenset(map(key, summaries))
    return tuple(
        _kind(place, block, region, place in kept, block.furniture in real, summary_keys)
        for place, block in enumerate(found)
    )


def _region(found: Sequence[Block], kept: Collection[int], title: int | None) -> _Region:
    body = sorted(
        place for place in kept if found[place].role not in ("caption", "credit") and place != title
    )
    body = [place for place in body if not _opens_report(place, found[place], title)] or body
    if not body:
        return _Region(title, len(found), -1)
    after = [place for place in body if title is None or place > title]
    if title is not None and len(after) < len(body) / 2:
        return _Region(None, body[0], body[-1])  # a heading below the text is another report's
    return _Region(title, after[0], after[-1])


def _furniture(found: Sequence[Block], kept: Collection[int], title: int | None) -> frozenset[object]:
    """The elements called furniture that are: not those around the headline or much of the report."""
    called = {block.furniture for block in found if block.furniture is not None}
    held = Counter(found[place].furniture for place in kept)
    if title is not None:
        called.discard(found[title].furniture)
    return frozenset(element for element in called if held[element] < MUCH)


def _kind(
    place: int, block: Block, region: _Region, is_kept: bool, furniture: bool, summaries: Collection[str]
) -> ZoneKind | None:
    if place == region.headline:
        return "headline"
    if block.role in ("caption", "credit") or (block.in_figure and not block.level):
        return _of_picture(place, block, region, is_kept, furniture)
    lead = region.headline is not None and region.headline < place < region.first
    if lead and not furniture and _is_standfirst(place, block, region, summaries):
        return "subheading"
    if block.role == "byline" and len(block.text) <= LONGEST_BYLINE and not furniture:
        return "byline" if lead or is_kept else None
    if not is_kept or place < region.first:
        return None
    if block.role == "footnote":
        return "footnote"
    if leads_on(block):
        return "furniture"
    return "subheading" if block.level else "body"


def leads_on(block: Block) -> bool:
    """Whether a block only leads to another page: "Read more: …"."""
    return bool(LEADS_ON.match(block.text)) and (
        block.linked >= PARTLY_LINK or len(block.text) <= LONGEST_LABEL
    )


def _of_picture(place: int, block: Block, region: _Region, is_kept: bool, furniture: bool) -> ZoneKind | None:
    start = region.first if region.headline is None else region.headline
    amid = start <= place <= region.last
    near = start - PICTURES_BEFORE <= place <= region.last + PICTURES_AFTER
    if len(block.text) > LONGEST_CAPTION:
        return "body" if is_kept else None
    if block.linked > MOSTLY_LINK or not (amid or (near and not furniture)):
        return None
    if leads_on(block) or not any(map(str.isalpha, block.text)):
        return None  # the label of an advertisement, the number of a picture
    return "credit" if block.role == "credit" else "caption"


def _opens_report(place: int, block: Block, title: int | None) -> bool:
    """Whether a kept block is a standfirst by its own name, close below the headline."""
    if title is None or not title < place <= title + STANDFIRST_WITHIN:
        return False
    return block.role == "standfirst" and len(block.text) <= LONGEST_STANDFIRST


def _is_standfirst(place: int, block: Block, region: _Region, summaries: Collection[str]) -> bool:
    if len(block.text) > LONGEST_STANDFIRST or block.linked > MOSTLY_LINK:
        return False
    own = key(block.text)
    after_headline = block.level in (2, 3) and region.headline is not None and place == region.headline + 1
    return own in summaries or block.role == "standfirst" or after_headline
