"""What each block of a page is to the report: headline, subheading, body, caption, credit … or no part of it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.readers.html_blocks import Block
from onrecord.readers.html_headline import headline
from onrecord.readers.html_keys import key
from onrecord.record import ZoneKind

LONGEST_BYLINE = 160  # characters
LONGEST_CAPTION = 1200
LONGEST_STANDFIRST = 700
PICTURES_BEFORE = 12  # blocks before headline and body in which a lead picture may stand
PICTURES_AFTER = 6
MOSTLY_LINK = 0.6  # of a block's characters; such a block leads to another page


@dataclass(frozen=True, slots=True)
class _Region:
    """Where the report stands in the page: the place of its headline, and of its first and last body block."""

    headline: int | None
    first: int
    last: int


def kinds(
    found: Sequence[Block], kept: Collection[int], *, titles: Sequence[str], summaries: Sequence[str]
) -> tuple[ZoneKind | None, ...]:
    """The kind of every block; None for one that is no part of the report."""
    region = _region(found, kept, headline(found, titles))
    real = _furniture(found, kept)
    summary_keys = frozenset(map(key, summaries))
    return tuple(
        _kind(place, block, region, place in kept, block.furniture in real, summary_keys)
        for place, block in enumerate(found)
    )


def _region(found: Sequence[Block], kept: Collection[int], title: int | None) -> _Region:
    body = sorted(place for place in kept if found[place].role not in ("caption", "credit") and place != title)
    if not body:
        return _Region(title, len(found), -1)
    after = [place for place in body if title is None or place > title]
    if title is not None and len(after) < len(body) / 2:
        return _Region(None, body[0], body[-1])  # a heading below the text is another report's
    return _Region(title, after[0], after[-1])


def _furniture(found: Sequence[Block], kept: Collection[int]) -> frozenset[object]:
    """The elements called furniture that are: not those that hold much of the report themselves."""
    inside = Counter(block.furniture for block in found if block.furniture is not None)
    held = Counter(found[place].furniture for place in kept if found[place].furniture is not None)
    return frozenset(element for element, count in inside.items() if held[element] < count / 2)


def _kind(
    place: int, block: Block, region: _Region, is_kept: bool, furniture: bool, summaries: Collection[str]
) -> ZoneKind | None:
    if place == region.headline:
        return "headline"
    if block.role in ("caption", "credit") or (block.in_figure and not block.level):
        return _of_picture(place, block, region, is_kept, furniture)
    lead = region.headline is not None and region.headline < place < region.first
    if not is_kept and lead and not furniture and _is_standfirst(place, block, region, summaries):
        return "subheading"
    if block.role == "byline" and len(block.text) <= LONGEST_BYLINE and not furniture:
        return "byline" if lead or is_kept else None
    if not is_kept or place < region.first:
        return None
    if block.role == "footnote":
        return "footnote"
    return "subheading" if block.level else "body"


def _of_picture(place: int, block: Block, region: _Region, is_kept: bool, furniture: bool) -> ZoneKind | None:
    start = region.first if region.headline is None else region.headline
    amid = start <= place <= region.last
    near = start - PICTURES_BEFORE <= place <= region.last + PICTURES_AFTER
    if len(block.text) > LONGEST_CAPTION:
        return "body" if is_kept else None
    if block.linked > MOSTLY_LINK or not (amid or (near and not furniture)):
        return None
    return "credit" if block.role == "credit" else "caption"


def _is_standfirst(place: int, block: Block, region: _Region, summaries: Collection[str]) -> bool:
    if len(block.text) > LONGEST_STANDFIRST or block.linked > MOSTLY_LINK:
        return False
    own = key(block.text)
    after_headline = block.level in (2, 3) and region.headline is not None and place == region.headline + 1
    return own in summaries or block.role == "standfirst" or after_headline
