"""Marks inside a content: quoted stretches, brackets, glosses, ellipses, [sic], footnotes, stray marks."""

import re
from collections.abc import Iterator, Sequence

from onrecord.record import Article, Mark, MarkKind, Span
from onrecord.text.footnotes import markers
from onrecord.text.quotemarks import Quotation, quotations

GLOSS_WORDS = 6  # a longer insertion in round brackets is the speaker's own aside
ORDER = ("quoted", "inner-quoted", "bracket", "gloss", "ellipsis", "sic", "footnote", "unbalanced")
_SQUARE = re.compile(r"\[[^\[\]\r\n]{0,300}\]")
_ROUND = re.compile(r"\([^()\r\n]{1,80}\)")
_DOTS = re.compile(r"\.{3,}|…|\.(?: \.){2,}")
_SIC = re.compile(r"sic!?", re.IGNORECASE)
_PARTY_SEAT = re.compile(r"[A-Z]{1,3}-[A-Z][\w.]*")  # (R-Texas)
_FORMULA = re.compile(r"i\.\s?e\.|viz\.|namely\b|the\b")

Range = tuple[int, int]


def marks(
    article: Article, spans: Sequence[Span], *, quotes: Sequence[Quotation] | None = None
) -> tuple[Mark, ...]:
    """Every mark in the spans of a content, in text order; `quotes` spares looking for quotations again."""
    text = article.text
    quotes = quotations(text) if quotes is None else quotes
    found = {
        mark
        for span in spans
        for kind, (start, end) in _in_span(text, span.start, span.end, quotes)
        for mark in (Mark(start, end, text[start:end], kind),)
    }
    return tuple(sorted(found, key=lambda m: (m.start, -m.end, ORDER.index(m.kind))))


def _in_span(
    text: str, start: int, end: int, quotes: Sequence[Quotation]
) -> Iterator[tuple[MarkKind, Range]]:
    near = [q for q in quotes if q.start <= end and start <= q.end]
    yield from _quoted(text, start, end, near)
    yield from _square(text, start, end)
    yield from _round(text, start, end, near)
    yield from _stray(start, end, near)


def _quoted(text: str, start: int, end: int, quotes: Sequence[Quotation]) -> Iterator[tuple[MarkKind, Range]]:
    """The parts of a span that stand inside quotation marks, without the marks.

    A span deep inside a quotation is somebody's words in somebody else's marks: those are not its own.
    """
    for quote in quotes:
        first, last = max(start, quote.start), min(end, quote.end)
        around = _has_words(text, quote.start, start) and _has_words(text, end, quote.end)
        if quote.closed and not around and _has_words(text, first, last):
            yield "inner-quoted" if quote.depth else "quoted", (first, last)


def _has_words(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


def _square(text: str, start: int, end: int) -> Iterator[tuple[MarkKind, Range]]:
    notes = set(markers(text, start, end))
    for found in _SQUARE.finditer(text, start, end):
        yield _square_kind(found[0][1:-1].strip(), found.span() in notes), found.span()
    for dots in _DOTS.finditer(text, start, end):
        if text[dots.start() - 1 : dots.start()] not in ("[", "(") or text[
            dots.end() : dots.end() + 1
        ] not in ("]", ")"):
            yield "ellipsis", dots.span()


def _square_kind(inside: str, is_note: bool) -> MarkKind:
    if is_note:
        return "footnote"
    if _SIC.fullmatch(inside):
        return "sic"
    return "ellipsis" if _DOTS.fullmatch(inside) else "bracket"


def _round(text: str, start: int, end: int, quotes: Sequence[Quotation]) -> Iterator[tuple[MarkKind, Range]]:
    for found in _ROUND.finditer(text, start, end):
        inside = found[0][1:-1].strip()
        if _DOTS.fullmatch(inside):
            yield "ellipsis", found.span()
        elif _SIC.fullmatch(inside):
            yield "sic", found.span()
        elif _is_gloss(inside) and _is_quoted(found.start(), quotes):
            yield "gloss", found.span()


def _is_quoted(at: int, quotes: Sequence[Quotation]) -> bool:
    return any(q.closed and q.start <= at < q.end for q in quotes)


def _is_gloss(inside: str) -> bool:
    """A name or noun that says who or what is meant: (Israel), (the Palestinians), (i.e. the north)."""
    words = inside.split()
    if not 1 <= len(words) <= GLOSS_WORDS or _PARTY_SEAT.fullmatch(inside) or inside[-1] in ".!?":
        return False
    named = words[0][0].isupper() or (words[-1][0].isupper() and words[-1][0].isalpha())
    return any(map(str.isalpha, inside)) and (named or bool(_FORMULA.match(inside)))


def _stray(start: int, end: int, quotes: Sequence[Quotation]) -> Iterator[tuple[MarkKind, Range]]:
    """A quotation mark that never finds its partner, in the content or right at its edge."""
    for quote in quotes:
        if not quote.closed:
            before = quote.start - len(quote.opener)
            mark = (before, quote.start) if quote.opener else (quote.start, quote.start + 1)
            if start <= mark[1] and mark[0] <= end:
                yield "unbalanced", mark
