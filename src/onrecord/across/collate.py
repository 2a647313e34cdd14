"""Collation: the reports of an utterance laid against a base, stretch by stretch, each word of it once.

`collate` is N-way: every report is aligned with the base alone (`align`), then the base is cut wherever some
report changes from agreeing to differing, but never inside words that another one puts in its own way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.across.align import Stretch, align
from onrecord.across.comparison import Quoted, Reading, ReadingKind, Typography, Witness
from onrecord.across.words import Word, words_of
from onrecord.record import Attribution, Span

_TYPOGRAPHY: tuple[Typography, ...] = ("bracket", "ellipsis", "sic")


@dataclass(frozen=True, slots=True)
class Report:
    """One report of an utterance: the attribution, the part of it that is meant, and its article's text."""

    attribution: Attribution
    text: str
    part: tuple[Span, ...] | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of it that report the utterance."""
        return self.part or self.attribution.content


def collate(base: Report, others: Sequence[Report]) -> tuple[Reading, ...]:
    """Readings in the order of the base; what only others have stands where they have it."""
    words = words_of(base.text, base.spans)
    aligned = [_Aligned(report, words_of(report.text, report.spans)) for report in others]
    found = [align(words, one.words) for one in aligned]
    cuts = _cuts(len(words), found)
    return tuple(_readings(base, words, aligned, found, cuts))


@dataclass(frozen=True, slots=True)
class _Aligned:
    report: Report
    words: tuple[Word, ...]


def _cuts(size: int, found: Sequence[Sequence[Stretch]]) -> list[int]:
    """Where the base is cut: at every change, unless another report's rewording runs across."""
    changes = {0, size} | {at for one in found for s in one for at in (s.first, s.last)}
    across = {at for one in found for s in one if s.kind == "reworded" for at in range(s.first + 1, s.last)}
    return sorted(changes - across | {0, size})


def _readings(
    base: Report,
    words: Sequence[Word],
    aligned: Sequence[_Aligned],
    found: Sequence[Sequence[Stretch]],
    cuts: Sequence[int],
) -> Iterator[Reading]:
    for first, last in [(0, 0), *((a, b) for a, b in pairwise(cuts))]:
        if first < last:
            own = _witness(base, words, range(first, last), "base")
            beside = [_within(one, s, first, last) for one, s in zip(aligned, found, strict=True)]
            yield Reading((own, *beside))
        added = [_added_at(one, s, last, cuts) for one, s in zip(aligned, found, strict=True)]
        if any(witness.spans for witness in added):
            yield Reading((_witness(base, words, (), "base"), *added))


def _within(one: _Aligned, stretches: Sequence[Stretch], first: int, last: int) -> Witness:
    """What a report has for words of the base; several kinds side by side are another wording."""
    inside = [s for s in stretches if s.first < last and first < s.last]
    kinds = {s.kind for s in inside}
    kind: ReadingKind = kinds.pop() if len(kinds) == 1 else "reworded"
    own = [j for s in inside for j in _part(s, first, last)]
    return _witness(one.report, one.words, sorted(own), kind if own else "dropped")


def _part(stretch: Stretch, first: int, last: int) -> Sequence[int]:
    """The words of a stretch that stand for these words of the base; those of a rewording stay together."""
    if stretch.kind in ("same", "moved"):
        return stretch.others[max(first - stretch.first, 0) : last - stretch.first]
    return stretch.others


def _added_at(one: _Aligned, stretches: Sequence[Stretch], at: int, cuts: Sequence[int]) -> Witness:
    own = [j for s in stretches if s.kind == "added" and s.first == at and at in cuts for j in s.others]
    return _witness(one.report, one.words, own, "added" if own else "same")


def _witness(report: Report, words: Sequence[Word], which: Sequence[int], kind: ReadingKind) -> Witness:
    spans = tuple(_spans(report, words, which))
    quoted = _quoted(report.attribution, spans) if spans else None
    return Witness(report.attribution.id, spans, kind, quoted, _marks(report.attribution, spans))


def _spans(report: Report, words: Sequence[Word], which: Sequence[int]) -> Iterator[Span]:
    """Neighbouring words of one stretch of the content as one span."""
    held: list[int] = []
    for j in which:
        if held and (j != held[-1] + 1 or not _together(report, words[held[-1]], words[j])):
            yield _span(report, words, held)
            held = []
        held.append(j)
    if held:
        yield _span(report, words, held)


def _together(report: Report, before: Word, after: Word) -> bool:
    return any(span.start <= before.start and after.end <= span.end for span in report.spans)


def _span(report: Report, words: Sequence[Word], which: Sequence[int]) -> Span:
    start, end = words[which[0]].start, words[which[-1]].end
    return Span(start, end, report.text[start:end])


def _quoted(attribution: Attribution, spans: Sequence[Span]) -> Quoted:
    """How much of these words stands inside quotation marks; a block without marks is quoted too."""
    inside = [mark for mark in attribution.marks if mark.kind == "quoted"]
    if attribution.form == "direct" and not inside:
        return "all"
    whole = [any(m.start <= s.start and s.end <= m.end for m in inside) for s in spans]
    some = [any(m.start < s.end and s.start < m.end for m in inside) for s in spans]
    return "all" if all(whole) else "part" if any(some) else "none"


def _marks(attribution: Attribution, spans: Sequence[Span]) -> tuple[Typography, ...]:
    kinds = {m.kind for m in attribution.marks for s in spans if m.start < s.end and s.start < m.end}
    return tuple(kind for kind in _TYPOGRAPHY if kind in kinds)
