"""Whether an outlet was there itself: its own reporter asked, or the speaker told it."""

import re

from onrecord.across.outlets import named_itself
from onrecord.across.statement import Statement
from onrecord.record import Evidence

NEAR = 60  # characters from the cue within which its listener is named
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview(?:ed)? (?:with|by|for)|asked by|to)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\s*:")


def own_listener(one: Statement) -> tuple[Evidence, ...]:
    """The words by which an article says that the statement was made to its own outlet."""
    article = one.record.article
    places = ((s.start, s.end) for s in named_itself(article))
    found = (at for at in places if _told(one, *at) or _asks(article.text, *at))
    return tuple(article.evidence(*at) for at in sorted(found)[:1])


def _told(one: Statement, start: int, end: int) -> bool:
    """Whether the name follows the statement's cue, or is whom it is addressed to."""
    if any(s.start < end and start < s.end for p in one.attribution.addressees for s in p.mention):
        return True
    before = one.text[:start]
    cued = (c for c in one.attribution.cue if 0 <= start - c.start <= NEAR)
    return any(_TOLD.search(before) and "." not in one.text[c.end : start] for c in cued)


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the name begins a line and a colon follows, as in a printed interview."""
    return text[:start].rsplit("\n", 1)[-1].strip() == "" and bool(_ASKS.match(text, end))
