"""Reports of a statement laid against a base: each in its own words, marked where they differ.

What is cut up here is always the report's own text; of the base stand in it only words the report leaves out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from onrecord.across.collate import Report
from onrecord.across.comparison import Reading, Witness
from onrecord.across.words import words_of
from onrecord.record import Span

Kind = Literal["base", "same", "spelling", "reworded", "added", "moved", "left-out", "between", "sign", "gap"]
Noise = Literal["spelling", "small", "order"]
NOISE: dict[Noise, str] = {
    "spelling": "capitals, marks and spelling",
    "small": "small words",
    "order": "order",
}
MARKS = "\"“”„‟«»'‘’‚‹›`"
GAP = " … "
SHORT, ENDS = 12, 3  # words that a report leaves out and that are shown whole; of more, those at the ends

Lit = Sequence[tuple[int, int, int]]  # from, to, the number of a flag


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a report, or a sign that stands for something between them."""

    text: str
    kind: Kind
    quoted: bool
    instead: str = ""  # the base's words
    flags: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    kind: Kind
    instead: str


def laid(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    lit: Mapping[str, Lit],
    over: frozenset[str],
) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each report, the base first; `over` names differences that are passed over."""
    return tuple(
        tuple(_pieces(report, *_marked(i, reports, readings, over), lit.get(report.attribution.id, ())))
        for i, report in enumerate(reports)
    )


def _marked(
    i: int, reports: Sequence[Report], readings: Sequence[Reading], over: frozenset[str]
) -> tuple[list[_Cut], dict[int, str]]:
    """The stretches of a report with what they are, and after which character the base has more."""
    cuts: list[_Cut] = []
    gone: dict[int, str] = {}
    last = reports[i].spans[0].start
    for reading in readings:
        base, witness = reading.witnesses[0], reading.witnesses[i]
        theirs = _text(base)
        kind = _kind(witness, reports[i], theirs, reports[0], base, over)
        if kind == "spelling":
            cuts += _spelled(reports[i], witness, reports[0], base)
        else:
            instead = theirs if kind == "reworded" else ""
            cuts += [_Cut(span.start, span.end, kind, instead) for span in witness.spans]
        if witness.spans and witness.kind != "moved":
            last = max(last, _past_signs(reports[i], witness.spans[-1].end))
        if kind == "left-out":
            gone[last] = f"{gone[last]} {theirs}" if last in gone else theirs
    return sorted(cuts, key=lambda cut: cut.start), {at: _short(words) for at, words in gone.items()}


def _spelled(report: Report, witness: Witness, base: Report, own: Witness) -> Iterator[_Cut]:
    """Each word by itself: those that are printed otherwise, and those that are not."""
    theirs = words_of(base.text, own.spans)
    for word, other in zip(words_of(report.text, witness.spans), theirs, strict=False):
        alike = report.text[word.start : word.end] == base.text[other.start : other.end]
        yield _Cut(word.start, word.end, "same" if alike else "spelling", "")


def _past_signs(report: Report, at: int) -> int:
    """Behind the comma or full stop that follows a word."""
    end = next(span.end for span in report.spans if span.start < at <= span.end)
    while at < end and not (report.text[at].isalnum() or report.text[at].isspace()):
        at += 1
    return at


def _short(words: str) -> str:
    """Of much that is left out the first and last words, and how many there are."""
    single = words.split()
    if len(single) <= SHORT:
        return words
    return f"{' '.join(single[:ENDS])} … {' '.join(single[-ENDS:])} ({len(single)} words)"


def _kind(
    witness: Witness, report: Report, theirs: str, base: Report, own: Witness, over: frozenset[str]
) -> Kind:
    if witness.kind == "base":
        return "base"
    if witness.kind == "same":
        alike = _text(witness) == theirs or "spelling" in over or not witness.spans
        return "same" if alike else "spelling"
    if witness.kind == "moved":
        return "same" if "order" in over else "moved"
    if "small" in over and _is_small(report, witness.spans) and _is_small(base, own.spans):
        return "same"
    return "left-out" if witness.kind == "dropped" else witness.kind


def _is_small(report: Report, spans: Sequence[Span]) -> bool:
    return all(word.light for word in words_of(report.text, spans))


def _text(witness: Witness) -> str:
    return GAP.join(span.text for span in witness.spans)


def _pieces(report: Report, cuts: Sequence[_Cut], gone: Mapping[int, str], lit: Lit) -> Iterator[Piece]:
    for number, span in enumerate(report.spans):
        if number:
            yield Piece(GAP, "gap", False)
        elif span.start in gone:
            yield Piece(gone[span.start], "left-out", False)
        yield from _signed(report, span, list(_within(report, span, cuts, gone, lit)))


def _within(
    report: Report, span: Span, cuts: Sequence[_Cut], gone: Mapping[int, str], lit: Lit
) -> Iterator[Piece]:
    """One span of the report, cut wherever something begins or ends."""
    quoted = [mark for mark in report.attribution.marks if mark.kind == "quoted"]
    ends = [*((one.start, one.end) for one in cuts), *((one.start, one.end) for one in quoted)]
    edges = {at for one in (*ends, *(place[:2] for place in lit)) for at in one} | set(gone)
    inside = sorted({span.start, span.end} | {at for at in edges if span.start < at < span.end})
    whole = report.attribution.form == "direct" and not quoted
    for start, end in pairwise(inside):
        cut = next((cut for cut in cuts if cut.start <= start and end <= cut.end), None)
        is_quoted = whole or any(mark.start <= start and end <= mark.end for mark in quoted)
        flags = tuple(dict.fromkeys(n for a, b, n in lit if a <= start and end <= b))
        kind: Kind = cut.kind if cut else "between"
        yield Piece(report.text[start:end], kind, is_quoted, cut.instead if cut else "", flags)
        if end in gone and end > span.start:
            yield Piece(gone[end], "left-out", is_quoted)


def _signed(report: Report, span: Span, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """With the quotation marks that stand outside of the span, where it begins or ends inside them."""
    sign = Piece("“", "sign", True)
    if pieces[0].quoted and report.text[span.start] not in MARKS:
        yield sign
    own = len(pieces) - (pieces[-1].kind == "left-out")
    yield from pieces[:own]
    if pieces[own - 1].quoted and report.text[span.end - 1] not in MARKS:
        yield replace(sign, text="”")
    yield from pieces[own:]
