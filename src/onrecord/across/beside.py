"""What stands beside a statement: its paragraph, and whether that says it was written or spoken."""

import re
from functools import lru_cache

from onrecord.lang.copying import copying
from onrecord.record import Article, Attribution, Evidence, Span

NEAR = 220  # characters on either side of a statement in which its paragraph is looked at
WRITTEN = frozenset({"post", "statement", "document", "letter"})
SPOKEN = frozenset({"speech", "interview", "press-conference", "broadcast", "call", "meeting"})


def around(article: Article, one: Attribution) -> Span:
    """The paragraph of a statement, or as much of it as is near."""
    spans = [*one.content, *one.cue]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    before = article.text.rfind("\n", max(start - NEAR, 0), start)
    after = article.text.find("\n", end, end + NEAR)
    low = before + 1 if before >= 0 else max(start - NEAR, 0)
    return article.span(low, after if after >= 0 else min(end + NEAR, len(article.text)))


def written(article: Article, one: Attribution) -> tuple[Evidence, ...]:
    """The words that say that it was written, where none say that it was spoken."""
    if spoken(article, one):
        return ()
    kinds = _of_settings(one, WRITTEN)
    if kinds or one.mode == "writing":
        return kinds or tuple(article.evidence(s.start, s.end) for s in one.cue)
    return _words(article, one, copying().written)


def spoken(article: Article, one: Attribution) -> tuple[Evidence, ...]:
    """The words that say that it was spoken."""
    return _of_settings(one, SPOKEN) or _words(article, one, copying().spoken)


def _of_settings(one: Attribution, kinds: frozenset[str]) -> tuple[Evidence, ...]:
    settings = (one.channel, one.occasion)
    return tuple(e for s in settings if s is not None and s.kind in kinds for e in s.evidence)


def _words(article: Article, one: Attribution, words: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Words of a list in the paragraph, outside the statement itself."""
    near = around(article, one)
    inside = [(s.start, s.end) for s in one.content]
    found = [m.span() for m in _pattern(words).finditer(article.text, near.start, near.end)]
    return tuple(
        article.evidence(*at)
        for at in found
        if not any(start <= at[0] and at[1] <= end for start, end in inside)
    )


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    alphabetic = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True) if w[0].isalpha())
    marks = "".join(re.escape(w) for w in words if not w[0].isalpha())
    marked = rf"|(?<!\w)[{marks}](?=\w)" if marks else ""
    return re.compile(rf"\b(?:{alphabetic})\b{marked}", re.IGNORECASE)
