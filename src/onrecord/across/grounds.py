"""What ties two reports together beside the words of the speaker, or shows a way of their own to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.across.beside import spoken, written
from onrecord.across.credited import common_agency, credits_statement, credits_whole
from onrecord.across.kinship import Run, kinship
from onrecord.across.listeners import own_listener
from onrecord.across.outlets import named
from onrecord.across.statement import Statement
from onrecord.across.wording import quoted, wording
from onrecord.across.words import Word
from onrecord.record import Article, Evidence, Reason, Span

QUOTATIONS = 4  # quotations two articles must share to be held for having them from one written text
NEAR = 300  # characters from a statement in which the same words of two writers are about it


@dataclass(frozen=True, eq=False)
class Report:
    """A statement with those of its words that belong to the utterance."""

    one: Statement
    words: tuple[Word, ...]

    @property
    def article(self) -> Article:
        return self.one.record.article

    @cached_property
    def heard(self) -> tuple[Evidence, ...]:
        """Where its article says that it was told to its own outlet."""
        return own_listener(self.one)

    @cached_property
    def extent(self) -> tuple[Evidence, ...]:
        """From its first word to its last."""
        return (self.article.evidence(self.words[0].start, self.words[-1].end),) if self.words else ()


@dataclass(frozen=True, slots=True)
class Manner:
    """What shows that an utterance was written, that it was spoken, and in another language."""

    written: tuple[Evidence, ...]
    spoken: tuple[Evidence, ...]
    foreign: tuple[Evidence, ...]


def manner(reports: Sequence[Report], foreign: tuple[Evidence, ...]) -> Manner:
    """Of an utterance; where one report says that it was spoken, another does not make it written."""
    told = _first(spoken(r.article, r.one.attribution) for r in reports)
    return Manner(
        () if told else _first(written(r.article, r.one.attribution) for r in reports), told, foreign
    )


def _first(found: Iterator[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return next(filter(None, found), ())


class Pair:
    """Two reports of one utterance in two articles."""

    def __init__(self, one: Report, two: Report, manner: Manner) -> None:
        self.one, self.two, self.manner = one, two, manner
        self.wording = wording(one.words, two.words)
        self.kin = kinship(one.article.text, two.article.text)
        self.heard = one.heard + two.heard
        self.by_two = _credits(two, one)
        self.by_one = _credits(one, two)

    def dependent(self) -> Iterator[Reason]:
        """What shows that one has it from the other, or both from one text."""
        if self.by_one or self.by_two:
            yield reason("credited", (*self.by_one, *self.by_two))
        if self.heard:
            return
        if shared := common_agency(self.one.article, self.two.article):
            yield reason("one agency", shared)
        if self.kin.one_text:
            yield reason("one text", self._around or self._shown(self.kin.narrated), self.kin.shared)
        elif self._around:
            yield reason("same words around", self._around)
        if self.manner.written and self.both_quoted():
            yield reason("written text", self.manner.written)
        elif self.kin.quotations >= QUOTATIONS and not self._speaks():
            yield reason("same quotations", self.extents)

    def own_ways(self) -> Iterator[Reason]:
        """What shows that both had their words from the speaker."""
        one, two = self.one.article, self.two.article
        dependent = self.kin.one_text or self._around or named(one, two) or named(two, one)
        if self.heard and not dependent:
            yield reason("own listener", self.heard)

    @property
    def extents(self) -> tuple[Evidence, ...]:
        """The words of both."""
        return self.one.extent + self.two.extent

    def alike_in_form(self) -> bool:
        """Whether both quote, or neither does, or all else is the same."""
        forms = [report.one.attribution.form == "direct" for report in (self.one, self.two)]
        return forms[0] == forms[1] or self.kin.one_text

    def both_quoted(self) -> bool:
        """Whether both give words of the speaker as the speaker's own."""
        return all(quoted(report.one, report.words) for report in (self.one, self.two))

    @cached_property
    def _around(self) -> tuple[Evidence, ...]:
        """The writers' own words that both have at this statement, outside what was said."""
        near = (r for r in self.kin.narrated if _is_near(self.one, r.one) and _is_near(self.two, r.two))
        runs = (r for r in near if not (_is_said(self.one, r.one) and _is_said(self.two, r.two)))
        return self._shown(tuple(runs))

    def _shown(self, runs: Sequence[Run]) -> tuple[Evidence, ...]:
        """The longest of some runs in both articles."""
        best = max(runs, key=lambda run: run.words, default=None)
        if best is None:
            return ()
        return _evidence(self.one.article, best.one), _evidence(self.two.article, best.two)

    def _speaks(self) -> bool:
        """Whether either article has the speaker say something aloud, here or elsewhere."""
        names = {p.name for r in (self.one, self.two) for p in r.one.attribution.speakers if p.name}
        return bool(self.manner.spoken) or any(
            spoken(report.article, other)
            for report in (self.one, self.two)
            for other in report.one.record.attributions
            if any(p.name in names for p in other.speakers)
        )


def _evidence(article: Article, span: Span) -> Evidence:
    """With the span's own text: a run of two articles is shown of all they have in common."""
    return Evidence(article.id, "text", span.start, span.end, span.text)


def _credits(one: Report, other: Report) -> tuple[Evidence, ...]:
    """Where the first names the other's outlet for this statement, or for all that it did not hear itself."""
    stated = credits_statement(one.one, other.article)
    return stated or (() if one.heard else credits_whole(one.article, other.article))


def _is_near(report: Report, run: Span) -> bool:
    if not report.words:
        return False
    return run.start < report.words[-1].end + NEAR and report.words[0].start - NEAR < run.end


def _is_said(report: Report, run: Span) -> bool:
    """Whether words are somebody's, though no marks stand around them, as in an embedded post."""
    direct = (a for a in report.one.record.attributions if a.form == "direct")
    return any(s.start < run.end and run.start < s.end for a in direct for s in a.content)


def reason(name: str, evidence: tuple[Evidence, ...], score: float = 1.0) -> Reason:
    """Of a derivation."""
    return Reason("derivation", "rule", name, evidence, round(min(score, 1.0), 3))
