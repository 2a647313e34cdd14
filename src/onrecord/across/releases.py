"""Whether an article is a text that somebody gives out about himself: a press release."""

import re
from functools import cache

from onrecord.lang.copying import copying
from onrecord.record import Article, Evidence

ENDS = 400  # characters at both ends of a text where it says so


def is_release(article: Article) -> tuple[Evidence, ...]:
    """The words that say so; () where nothing does."""
    size = len(article.text)
    found = (m.span() for m in _pattern().finditer(article.text))
    places = [(a, b) for a, b in found if a < ENDS or b > size - ENDS]
    if places:
        return tuple(article.evidence(*at) for at in places)
    outlet = article.outlet
    if outlet is not None and _pattern().search(outlet.name):
        return outlet.evidence or (Evidence(article.id, "outlet", None, None, outlet.name),)
    return ()


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, copying().release)), re.IGNORECASE)
