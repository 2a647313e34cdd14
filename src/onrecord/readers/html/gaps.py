"""Paragraphs of the report that trafilatura passed over: set exactly like those it keeps, and among them."""

from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.readers.html.blocks import Block

Setting = tuple[object, ...]

MIN_ALIKE = 3  # kept paragraphs set the same way before the way says anything
MIN_LENGTH = 60  # characters; shorter ones are labels as often as text
MOST_LINKED = 0.4


def gaps(found: Sequence[Block], kept: Collection[int], furniture: Collection[object]) -> frozenset[int]:
    """Places of the paragraphs passed over that are set like at least three of those kept."""
    ways = Counter(_setting(found[place]) for place in kept if is_paragraph(found[place]))
    settled = {way for way, count in ways.items() if count >= MIN_ALIKE}
    return frozenset(
        place
        for place, block in enumerate(found)
        if place not in kept
        and is_paragraph(block)
        and block.furniture not in furniture
        and _setting(block) in settled
    )


def is_paragraph(block: Block) -> bool:
    """Whether a block is running text: a paragraph element, long enough, and not made of links."""
    if block.element.tag != "p" or block.in_figure or block.role in ("caption", "credit"):
        return False
    return len(block.text) >= MIN_LENGTH and block.linked <= MOST_LINKED


def _setting(block: Block) -> Setting:
    """How a paragraph is set: its own class and its parent's; the parent itself where neither has a class."""
    parent = block.element.getparent()
    own, around = block.element.get("class"), parent.get("class") if parent is not None else None
    return (own, around) if around else (own, parent)
