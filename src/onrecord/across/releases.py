"""Whether an article is a text that somebody gives out about himself: a press release."""

import re
from functools import cache, lru_cache

from onrecord.lang.copying import copying
from onrecord.record import Article, Evidence

ENDS = 400  # characters at both ends of a text where it says so


def is_release(article: Article) -> tuple[Evidence, ...]:
    """The words that say so; () where nothing does."""
    if places := _places(article.text):
        return tuple(article.evidence(*at) for at in places)
    outlet = article.outlet
    if outlet is not None and _pattern().search(outlet.name):
        return outlet.evidence or (Evidence(article.id, "outlet", None, None, outlet.name),)
    return ()


@lru_cache(maxsize=1 << 12)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    found = (match.span() for match in _pattern().finditer(text))
    return tuple((start, end) for start, end in found if start < ENDS or end > len(text) - ENDS)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, copying().release)), re.IGNORECASE)
