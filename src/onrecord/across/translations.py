"""Whether what was said was said in another language than it is reported in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.across.beside import around
from onrecord.across.statement import Statement
from onrecord.lang.copying import copying
from onrecord.record import Evidence

HEAD = 500  # characters of a text in which it says what it is


def translated(members: Sequence[Statement]) -> tuple[Evidence, ...]:
    """The words of any report that say so; one article that does speaks for all."""
    ordered = sorted(members, key=lambda one: one.id)
    stated = [e for one in ordered if one.attribution.translated for e in one.attribution.translated.evidence]
    return tuple(dict.fromkeys(stated or (e for one in ordered for e in _in_text(one))))


def _in_text(one: Statement) -> Iterator[Evidence]:
    """Words beside the statement, or in the head of an article that is one translation."""
    article = one.record.article
    near = around(article, one.attribution)
    for start, end in _places(article.text):
        if start < HEAD or near.start <= start < near.end:
            yield article.evidence(start, end)


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, copying().translated))})\b", re.IGNORECASE)
