"""Sentences: sentencex's boundaries, put right around quotations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.lang import english, words
from onrecord.text.markchars import DOUBLE, SINGLE
from onrecord.text.quotemarks import Quotation, quotations

CLAUSE_WORDS = (
    8  # "the deputy governor of the province said." behind a closed quotation; more is a new sentence
)
LOOK_BACK = 40  # characters before a boundary: blanks and the mark before them
QUOTED_WORDS = 3  # a shorter quotation with a full stop inside is a name or title
MARKS = frozenset(DOUBLE + SINGLE)
_ENDED = re.compile(r"[.!?…]['’)\]]*\s*\Z")
_SPACE = re.compile(r"\s*")
_BOUNDARY = re.compile(r"[.!?…]+[\"”’'»)\]]*\s+(?=[“\"‘'«(\[]?[A-Z0-9À-Þ])|(?<!\s)\s*\n\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e)|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z])\.$"
)

_TITLE = re.compile(  # what is followed by a name, and ends no sentence; sentencex takes "Ms." for an end
    r"\b(?:Mrs?|Ms|Mx|Messrs|Mmes|Drs?|Profs?|Gens?|Lts?|Cols?|Maj|Capt|Cmdr|Cpl|Sgt|Adm|Govs?|Sens?|Reps?|Revs?"
    r"|Hon|Msgr|Supt|Amb|Atty|Insp|Ste|Ft)\.\s*\Z"
)

Range = tuple[int, int]


def sentences(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The sentences of a stretch; a quotation stays with its "…," he said, and `… ” He` is parted."""
    quotes = [q for q in quotations(text, within=[(start, end)]) if q.closed and q.depth == 0]
    ends = (
        cut
        for cut in _boundaries(text, start, end)
        if not _TITLE.search(text[max(start, cut - LOOK_BACK) : cut])
    )
    cuts = {*ends, *_behind_quotations(text, end, quotes)}
    starts = [q.start for q in quotes]
    edges = [start]
    for at, until in pairwise([*sorted(cut for cut in cuts if start < cut < end), end]):
        quote = bisect_left(starts, at) - 1
        if not (quote >= 0 and at <= quotes[quote].end) and not _runs_on(text, at, until):
            edges.append(at)
    trimmed = (_trim(text, a, b) for a, b in pairwise([*edges, end]))
    return tuple((a, b) for a, b in trimmed if a < b)


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Where a new sentence begins."""
    try:
        from sentencex import get_sentence_boundaries
    except ImportError:  # no wheel for this machine
        yield from _by_rule(text, start, end)
        return
    for found in get_sentence_boundaries("en", text[start:end]):
        yield _forward(text, start + int(found["end_index"]), end)


def _by_rule(text: str, start: int, end: int) -> Iterator[int]:
    for found in _BOUNDARY.finditer(text, start, end):
        if not _ABBREVIATION.search(text[max(start, found.start() - 12) : found.start() + 1]):
            yield found.end()


def _behind_quotations(text: str, end: int, quotes: Sequence[Quotation]) -> Iterator[int]:
    """The starts of what follows quotations that end with their own full stop."""
    for quote in quotes:
        after = quote.end + len(quote.opener)
        behind = _forward(text, after, end)
        begins_anew = after < behind < end and (text[behind].isupper() or text[behind] in DOUBLE)
        quoted = text[quote.start : quote.end]
        if begins_anew and _ENDED.search(quoted) and len(quoted.split()) >= QUOTED_WORDS:
            yield behind


def _runs_on(text: str, at: int, until: int) -> bool:
    """Whether a boundary is none: before `Ali said.`, or between `He said …` and the quotation."""
    before = text[max(0, at - LOOK_BACK) : at].rstrip()
    if before[-1:] in MARKS and _is_clause(text[at:until]):
        return True
    return before.endswith((" ...", " …")) and text[at] in MARKS


def _is_clause(sentence: str) -> bool:
    """`Ali said.`, `said the minister.`: a reporting verb, somebody, and nothing that is said."""
    found = words(sentence)
    if not 1 < len(found) <= CLAUSE_WORDS or any(mark in DOUBLE for mark in sentence):
        return False
    language = english()
    return language.lemma(found[-1]) in language.speech or language.lemma(found[0]) in language.speech


def _forward(text: str, at: int, end: int) -> int:
    found = _SPACE.match(text, at, end)
    return found.end() if found else at


def _trim(text: str, start: int, end: int) -> Range:
    while end > start and text[end - 1].isspace():
        end -= 1
    return _forward(text, start, end), end
