"""Which block of a page is the headline of the report, as the reader of the page sees it."""

import re
from collections.abc import Sequence

from onrecord.readers.html_blocks import Block
from onrecord.readers.html_keys import key

WORD = re.compile(r"\w+")
LONGEST = 400  # characters
MIN_KEY = 10  # a shorter title ("News") can be contained in anything
MIN_WORDS_SHARED = 0.6


def headline(found: Sequence[Block], titles: Sequence[str]) -> int | None:
    """The place of the headline: the first-level heading, or the block, most like the page's own title."""
    known = [title for title in titles if title]
    scored = [(_score(block, known), -place) for place, block in enumerate(found) if len(block.text) <= LONGEST]
    best, place = max(scored, default=(0, 0))
    return -place if best > 0 else None


def _score(block: Block, titles: Sequence[str]) -> int:
    """A title word for word counts most, then a heading with much of it, then any first-level heading."""
    like = max((_likeness(block.text, title) for title in titles), default=0)
    first_level = block.level == 1
    if like == 0 and first_level and block.furniture is None:
        return 1
    if like < 2 and not first_level:
        return 0
    weight = 3 if first_level else 1 if block.level else 0
    return 2 * like + weight - (3 if block.linked > 0.5 else 0)


def _likeness(text: str, title: str) -> int:
    own, other = key(text).casefold(), key(title).casefold()
    if own == other:
        return 3
    if min(len(own), len(other)) >= MIN_KEY and (own in other or other in own) and len(own) < 3 * len(other):
        return 2
    words, others = set(WORD.findall(text.casefold())), set(WORD.findall(title.casefold()))
    return 1 if len(words & others) >= MIN_WORDS_SHARED * max(1, len(words | others)) else 0
