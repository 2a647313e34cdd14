"""The reports of a statement as its page shows them: letter, outlet, day, words, through whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.collate import Report, collate
from onrecord.across.comparison import Reading, Utterance, Variant
from onrecord.exports.deep_link import DeepLinks
from onrecord.exports.readable import letter, outlet
from onrecord.record import Article, Attribution, Evidence, Flag, Record
from onrecord.web import urls
from onrecord.web.laid import Lit, Piece, laid
from onrecord.web.origins import Reported


@dataclass(frozen=True, slots=True)
class Shown:
    """One report, laid against the base."""

    letter: str
    variant: Variant
    said: Attribution
    article: Article
    pieces: tuple[Piece, ...]
    link: str | None
    first: bool

    @property
    def outlet(self) -> str:
        """What its article is called: by its outlet, else by its file."""
        return outlet(self.article)

    @property
    def reported(self) -> Reported:
        """As the drawing knows it."""
        return Reported(self.said.id, self.letter, self.outlet, self.said.chain)


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag with the words that show it: letter of the report, words, link to where they stand."""

    number: int
    flag: Flag
    words: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """All reports, the base first, with the readings they were cut by and the flags on top."""

    reports: tuple[Shown, ...]
    readings: tuple[Reading, ...]
    flags: tuple[Flagged, ...]


def laid_out(
    one: Utterance, records: Mapping[str, Record], *, base: str | None, over: frozenset[str]
) -> Laid:
    """The reports against a base that is asked for, else against the one that the comparison chose."""
    known = {a.id: (a, r.article) for r in records.values() for a in r.attributions}
    variants = [variant for variant in one.variants if variant.attribution in known]
    if not variants:  # all read anew or decided away since they were compared
        return Laid((), (), ())
    chosen = base if base in {variant.attribution for variant in variants} else one.base
    ordered = sorted(variants, key=lambda v: _place(v, chosen, known))
    reports = [Report(known[v.attribution][0], known[v.attribution][1].text, v.part) for v in ordered]
    same = chosen == one.base and len(variants) == len(one.variants)
    readings = collate(reports[0], reports[1:]) if not same else _in_order(one.readings, reports)
    letters = {report.attribution.id: letter(i) for i, report in enumerate(reports)}
    flags = tuple(_flagged(n, flag, letters, reports) for n, flag in enumerate(one.flags, start=1))
    pieces = laid(reports, readings, _lit(one.flags, reports, known), over)
    shown = tuple(
        Shown(
            letters[report.attribution.id],
            variant,
            report.attribution,
            known[variant.attribution][1],
            words,
            DeepLinks(known[variant.attribution][1]).to(report.spans),
            one.first_report.attribution == variant.attribution,
        )
        for variant, report, words in zip(ordered, reports, pieces, strict=True)
    )
    return Laid(shown, readings, flags)


def _place(
    variant: Variant, base: str, known: Mapping[str, tuple[Attribution, Article]]
) -> tuple[bool, str, str, int, str]:
    """The base first, the others by day, outlet and place."""
    attribution, article = known[variant.attribution]
    day = article.published_on.value or "~"
    start = attribution.content[0].start
    return variant.attribution != base, day, outlet(article), start, variant.attribution


def _in_order(readings: Sequence[Reading], reports: Sequence[Report]) -> tuple[Reading, ...]:
    """The kept readings with their witnesses in the order of the reports."""
    ids = [report.attribution.id for report in reports]
    return tuple(
        Reading(tuple(sorted(reading.witnesses, key=lambda one: ids.index(one.attribution))))
        for reading in readings
    )


def _lit(
    flags: Sequence[Flag], reports: Sequence[Report], known: Mapping[str, tuple[Attribution, Article]]
) -> dict[str, Lit]:
    """The words of flags in each report."""
    return {
        report.attribution.id: tuple(
            (evidence.start, evidence.end, number)
            for number, flag in enumerate(flags, start=1)
            for evidence in flag.evidence
            if evidence.article == known[report.attribution.id][1].id
            if evidence.start is not None and evidence.end is not None
        )
        for report in reports
    }


def _flagged(number: int, flag: Flag, letters: Mapping[str, str], reports: Sequence[Report]) -> Flagged:
    return Flagged(number, flag, tuple(_words(flag.evidence, letters, reports)))


def _words(
    evidence: Sequence[Evidence], letters: Mapping[str, str], reports: Sequence[Report]
) -> Iterator[tuple[str, str, str]]:
    for one in evidence:
        if one.article is None or one.start is None or one.end is None:
            continue
        of_article = [r for r in reports if r.attribution.id.rpartition(":")[0] == one.article]
        inside = [r for r in of_article if any(s.start < one.end and one.start < s.end for s in r.spans)]
        whose = (inside or of_article)[:1]
        name = letters[whose[0].attribution.id] if whose else ""
        yield name, one.text, urls.passage(one.article, one.start, one.end)
