"""Which block of a page is the headline of the report, as the reader of the page sees it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from onrecord.readers.html.blocks import Block

WORD = re.compile(r"\w+")
LONGEST = 400  # characters
MIN_KEY = 10  # a shorter title ("News") can be contained in anything
MIN_WORDS_SHARED = 0.6
MOSTLY_LINK = 0.5  # of a block's characters; such a block leads to a report, it does not head it


@dataclass(frozen=True, slots=True)
class _Wording:
    """A text as titles are compared: by its words; capitals, blanks and punctuation make no difference."""

    key: str
    words: frozenset[str]


def headline(found: Sequence[Block], titles: Sequence[str]) -> int | None:
    """The place of the headline: the first-level heading, or the block, most like the page's own title."""
    known = tuple(dict.fromkeys(_wording(title) for title in titles if title))
    scored = [
        (_score(block, known), -place) for place, block in enumerate(found) if len(block.text) <= LONGEST
    ]
    best, place = max(scored, default=(0, 0))
    return -place if best > 0 else None


def _score(block: Block, titles: Sequence[_Wording]) -> int:
    """A title word for word counts most, then a heading with much of it, then any first-level heading."""
    own = _wording(block.text)
    like = max((_likeness(own, title) for title in titles), default=0)
    first_level = block.level == 1
    if like == 0 and first_level and block.furniture is None:
        return 1
    if like < 2 and not first_level:
        return 0
    weight = 3 if first_level else 1 if block.level else 0
    return 2 * like + weight - (3 if block.linked > MOSTLY_LINK else 0)


def _wording(text: str) -> _Wording:
    words = WORD.findall(normalize("NFC", text.replace("\xad", "")).casefold())
    return _Wording("".join(words), frozenset(words))


def _likeness(own: _Wording, title: _Wording) -> int:
    """3 for the same words, 2 for one inside the other, 1 for most words shared."""
    if own.key == title.key:
        return 3
    shorter, longer = sorted((own.key, title.key), key=len)
    if len(shorter) >= MIN_KEY and shorter in longer and len(own.key) < 3 * len(title.key):
        return 2
    shared = len(own.words & title.words)
    return 1 if shared and shared >= MIN_WORDS_SHARED * len(own.words | title.words) else 0
