"""Who has it from whom: whether one report of an utterance was made from another, and how that is known.

A copy is held for one only where something besides the words of the quotation shows it: a credit, the same
words of the writers around it, articles that are one text, or a text that was given out in writing. Two
reports are independent only where each shows a way of its own to the speaker. All else is undetermined.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from onrecord.across.beside import spoken, written
from onrecord.across.comparison import Derivation, DerivationKind
from onrecord.across.credited import common_agency, credits_statement, credits_whole
from onrecord.across.kinship import Kinship, Run, kinship
from onrecord.across.listeners import own_listener
from onrecord.across.moments import earlier
from onrecord.across.outlets import named
from onrecord.across.releases import is_release
from onrecord.across.statement import Statement
from onrecord.across.translations import translated
from onrecord.across.wording import Wording, quoted, wording, words_in
from onrecord.across.words import Word
from onrecord.record import Article, Evidence, Reason, Span

MANY = 12  # articles of one utterance; of more, pairs that nothing is known of are left out
QUOTATIONS = 4  # quotations two articles must share to be held for having them from one written text
NEAR = 300  # characters from a statement in which the same words of two writers are about it
FULL = 3  # words within quotation marks, telling ones, that show a way of one's own to the speaker
WORDS_ONLY = frozenset(
    {"written text", "one agency", "same quotations"}
)  # grounds where the words are the same

Parts = Mapping[str, Sequence[Span] | None]


def derivations(members: Sequence[Statement], parts: Parts) -> tuple[Derivation, ...]:
    """One for each two articles, between their reports that are most alike; `parts` as of the variants."""
    reports = sorted((_Report(one, words_in(one, parts.get(one.id))) for one in members), key=_by_article)
    articles = [list(some) for _, some in groupby(reports, key=lambda report: report.one.article)]
    manner = _manner(reports)
    foreign = translated(members)
    found = (_Pair(*_most_alike(a, b), manner, foreign) for a, b in combinations(articles, 2))
    made = [pair.derivation() for pair in found]
    kept = (d for d in made if d.kind != "undetermined" or len(articles) <= MANY)
    return tuple(sorted(kept, key=lambda d: (d.from_, d.to)))


@dataclass(frozen=True, slots=True, eq=False)
class _Report:
    one: Statement
    words: tuple[Word, ...]

    @property
    def article(self) -> Article:
        return self.one.record.article


def _by_article(report: _Report) -> tuple[str, int, str]:
    return report.one.article, report.words[0].start if report.words else 0, report.one.id


@dataclass(frozen=True, slots=True)
class _Manner:
    """What shows that an utterance was written, or that it was spoken."""

    written: tuple[Evidence, ...]
    spoken: tuple[Evidence, ...]


def _manner(reports: Sequence[_Report]) -> _Manner:
    """Of an utterance; where one report says that it was spoken, another does not make it written."""
    told = _first(spoken(r.article, r.one.attribution) for r in reports)
    return _Manner(() if told else _first(written(r.article, r.one.attribution) for r in reports), told)


def _first(found: Iterator[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return next(filter(None, found), ())


def _most_alike(some: Sequence[_Report], others: Sequence[_Report]) -> tuple[_Report, _Report]:
    """The two reports of two articles that share most words; of equals the ones that come first."""
    pairs = ((a, b) for a in some for b in others)
    return max(pairs, key=lambda pair: wording(pair[0].words, pair[1].words).same)


class _Pair:
    """Two reports of one utterance in two articles."""

    def __init__(self, one: _Report, two: _Report, manner: _Manner, foreign: tuple[Evidence, ...]) -> None:
        self.one, self.two, self.manner, self.foreign = one, two, manner, foreign
        self.wording: Wording = wording(one.words, two.words)
        self.kin: Kinship = kinship(one.article.text, two.article.text)
        self.heard = own_listener(one.one) + own_listener(two.one)
        self.by_two = _credits(two, one)
        self.by_one = _credits(one, two)

    def derivation(self) -> Derivation:
        kind, reasons = self._kind()
        first, ground = self._from(kind)
        directed = first is not None
        low, high = (self.two, self.one) if first is self.two else (self.one, self.two)
        if not directed and low.one.id > high.one.id:
            low, high = high, low
        return Derivation(low.one.id, high.one.id, directed, kind, (*reasons, *ground))

    def _kind(self) -> tuple[DerivationKind, tuple[Reason, ...]]:
        dependent = tuple(self._dependent())
        if dependent and self.wording.copied and self._alike_in_form():
            return "verbatim", (*dependent, self._words("same words"))
        if any(r.name not in WORDS_ONLY for r in dependent):
            return "rewritten", dependent
        if self.foreign and self._both_quoted() and self.wording.differs:
            return "other-translation", (_reason("translated", self.foreign), self._words("own words"))
        own = tuple(self._own_ways())
        if own and self.wording.differs:
            return "independent", own
        return "undetermined", (self._words("no evidence"),)

    def _dependent(self) -> Iterator[Reason]:
        """What shows that the two have more in common than the speaker's words."""
        if self.by_one or self.by_two:
            yield _reason("credited", (*self.by_one, *self.by_two))
        if self.heard:
            return
        if shared := common_agency(self.one.article, self.two.article):
            yield _reason("one agency", shared)
        if self.kin.one_text:
            yield _reason("one text", self._nearest() or self._shown(self.kin.narrated), self.kin.shared)
        elif around := self._nearest():
            yield _reason("same words around", around)
        if self.manner.written and self._both_quoted():
            yield _reason("written text", self.manner.written)
        elif self.kin.quotations >= QUOTATIONS and not self._speaks():
            yield _reason("same quotations", tuple(e for r in (self.one, self.two) for e in _extent(r)))

    def _nearest(self) -> tuple[Evidence, ...]:
        """The writers' own words that both have at this statement, outside what was said."""
        near = (r for r in self.kin.narrated if _is_near(self.one, r.one) and _is_near(self.two, r.two))
        runs = (r for r in near if not (_is_said(self.one, r.one) and _is_said(self.two, r.two)))
        return self._shown(tuple(runs))

    def _shown(self, runs: Sequence[Run]) -> tuple[Evidence, ...]:
        """The longest of some runs in both articles."""
        best = max(runs, key=lambda run: run.words, default=None)
        if best is None:
            return ()
        one, two = self.one.article, self.two.article
        return one.evidence(best.one.start, best.one.end), two.evidence(best.two.start, best.two.end)

    def _alike_in_form(self) -> bool:
        forms = [report.one.attribution.form == "direct" for report in (self.one, self.two)]
        return forms[0] == forms[1] or self.kin.one_text

    def _both_quoted(self) -> bool:
        return all(quoted(report.one, report.words) for report in (self.one, self.two))

    def _own_ways(self) -> Iterator[Reason]:
        """What shows that both had their words from the speaker."""
        one, two = self.one.article, self.two.article
        dependent = self.kin.one_text or self._nearest() or named(one, two) or named(two, one)
        if self.heard and not dependent:
            yield _reason("own listener", self.heard)

    def _speaks(self) -> bool:
        """Whether either article has the speaker say something aloud, here or elsewhere."""
        names = {p.name for r in (self.one, self.two) for p in r.one.attribution.speakers if p.name}
        return bool(self.manner.spoken) or any(
            spoken(report.article, other)
            for report in (self.one, self.two)
            for other in report.one.record.attributions
            if any(p.name in names for p in other.speakers)
        )

    def _from(self, kind: DerivationKind) -> tuple[_Report | None, tuple[Reason, ...]]:
        """The report the other was made from, where credits or dates tell."""
        if kind not in ("verbatim", "rewritten"):
            return None, ()
        if bool(self.by_one) != bool(self.by_two):
            return (self.two if self.by_one else self.one), ()
        given_out = [is_release(report.article) for report in (self.one, self.two)]
        if bool(given_out[0]) != bool(given_out[1]):
            origin = self.one if given_out[0] else self.two
            return origin, (_reason("given out", given_out[0] or given_out[1]),)
        if self.kin.one_text:
            return self._earlier()
        return None, ()

    def _earlier(self) -> tuple[_Report | None, tuple[Reason, ...]]:
        for one, two in ((self.one, self.two), (self.two, self.one)):
            if earlier(one.one.record, two.one.record):
                dates = (*one.article.published_on.evidence, *two.article.published_on.evidence)
                return one, (_reason("dates", dates),)
        return None, ()

    def _words(self, name: str) -> Reason:
        reports = (self.one, self.two)
        cut = tuple(e for r in reports for e in _extent(r))
        return _reason(name, cut, min(self.wording.share, 1))


def _credits(one: _Report, other: _Report) -> tuple[Evidence, ...]:
    """Where the first names the other's outlet for this statement, or for all that it did not hear itself."""
    stated = credits_statement(one.one, other.article)
    return stated or (() if own_listener(one.one) else credits_whole(one.article, other.article))


def _is_near(report: _Report, run: Span) -> bool:
    if not report.words:
        return False
    return run.start < report.words[-1].end + NEAR and report.words[0].start - NEAR < run.end


def _is_said(report: _Report, run: Span) -> bool:
    """Whether words are those of the speaker, though no marks stand around them, as in an embedded post."""
    direct = (a for a in report.one.record.attributions if a.form == "direct")
    return any(s.start < run.end and run.start < s.end for a in direct for s in a.content)


def _extent(report: _Report) -> Iterator[Evidence]:
    if report.words:
        yield report.article.evidence(report.words[0].start, report.words[-1].end)


def _reason(name: str, evidence: tuple[Evidence, ...], score: float = 1.0) -> Reason:
    return Reason("derivation", "rule", name, evidence, round(score, 3))
