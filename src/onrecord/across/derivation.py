"""Who has it from whom: whether one report of an utterance was made from another, and how that is known.

A copy is held for one only where something besides the words of the quotation shows it: a credit, the same
words of the writers around it, articles that are one text, or a text that was given out in writing. Two
reports are independent only where one of them shows a way of its own to the speaker and nothing ties it to
the other. All else is undetermined.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby

from onrecord.across.comparison import Derivation, DerivationKind
from onrecord.across.grounds import Pair, Report, manner, reason
from onrecord.across.moments import earlier
from onrecord.across.releases import is_release
from onrecord.across.statement import Statement
from onrecord.across.translations import translated
from onrecord.across.wording import wording, words_in
from onrecord.record import Reason, Span

MANY = 12  # articles of one utterance; of more, pairs that nothing is known of are left out
CROWD, FULLEST = 40, 10  # of more articles, each is laid only beside so many that report most
WORDS_ONLY = frozenset({"written text", "one agency", "same quotations"})  # say nothing of other words

Parts = Mapping[str, Sequence[Span] | None]


def derivations(members: Sequence[Statement], parts: Parts) -> tuple[Derivation, ...]:
    """One for each two articles, between their reports that are most alike; `parts` as of the variants."""
    reports = sorted((Report(one, words_in(one, parts.get(one.id))) for one in members), key=_by_article)
    articles = [list(some) for _, some in groupby(reports, key=lambda report: report.one.article)]
    said = manner(reports, translated(members))
    pairs = (Pair(*_most_alike(some, others), said) for some, others in _beside(articles))
    kept = (d for d in map(_derivation, pairs) if d.kind != "undetermined" or len(articles) <= MANY)
    return tuple(sorted(kept, key=lambda d: (d.from_, d.to)))


def _beside(articles: Sequence[list[Report]]) -> Iterator[tuple[list[Report], list[Report]]]:
    """All with all; in a crowd, all with those that report most, of equals with the first by their ids."""
    fullest = sorted(range(len(articles)), key=lambda at: (-max(len(r.words) for r in articles[at]), at))
    looked_at = set(fullest[:FULLEST] if len(articles) > CROWD else fullest)
    for one, two in combinations(range(len(articles)), 2):
        if one in looked_at or two in looked_at:
            yield articles[one], articles[two]


def _by_article(report: Report) -> tuple[str, int, str]:
    return report.one.article, report.words[0].start if report.words else 0, report.one.id


def _most_alike(some: Sequence[Report], others: Sequence[Report]) -> tuple[Report, Report]:
    """The two reports of two articles that share most words; of equals the ones that come first."""
    if len(some) == len(others) == 1:
        return some[0], others[0]
    pairs = ((a, b) for a in some for b in others)
    return max(pairs, key=lambda pair: wording(pair[0].words, pair[1].words).same)


def _derivation(pair: Pair) -> Derivation:
    kind, reasons = _kind(pair)
    origin, ground = _origin(pair) if kind in ("verbatim", "rewritten") else (None, ())
    one, two = sorted((pair.one.one.id, pair.two.one.id))
    if origin is not None and origin.one.id == two:
        one, two = two, one
    return Derivation(one, two, origin is not None, kind, (*reasons, *ground))


def _kind(pair: Pair) -> tuple[DerivationKind, tuple[Reason, ...]]:
    dependent = tuple(pair.dependent())
    if dependent and pair.wording.copied and pair.alike_in_form():
        return "verbatim", (*dependent, reason("same words", pair.extents, pair.wording.share))
    if any(r.name not in WORDS_ONLY for r in dependent):
        return "rewritten", dependent
    differs = reason("own words", pair.extents, 1 - pair.wording.share)
    own = tuple(pair.own_ways()) if pair.wording.differs else ()
    if own:
        return "independent", (*own, differs)
    if pair.manner.foreign and pair.wording.differs and pair.both_quoted():
        return "other-translation", (reason("translated", pair.manner.foreign), differs)
    return "undetermined", (reason("no evidence", pair.extents, pair.wording.share),)


def _origin(pair: Pair) -> tuple[Report | None, tuple[Reason, ...]]:
    """The report the other was made from, where a credit, a press release or dates tell."""
    ways = ((pair.one, pair.two, pair.by_two), (pair.two, pair.one, pair.by_one))
    credited = [(one, two) for one, two, by in ways if by]
    if len(credited) == 1:
        one, two = credited[0]
        return (None if earlier(two.one.record, one.one.record) else one), ()
    given_out = [(one, found) for one, _, _ in ways if (found := is_release(one.article))]
    if len(given_out) == 1:
        return given_out[0][0], (reason("given out", given_out[0][1]),)
    for one, two, _ in ways if pair.kin.one_text else ():
        if earlier(one.one.record, two.one.record):
            dates = (*one.article.published_on.evidence, *two.article.published_on.evidence)
            return one, (reason("dates", dates),)
    return None, ()
