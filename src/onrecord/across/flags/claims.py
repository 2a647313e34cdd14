"""A narrator's claim that the quotation behind it does not bear out."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.cues import acts_of
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.telling import Telling

SOME = 0.01  # share of a claim's words in the quotation: one is enough
LATER = 200  # code points between a claim and the quotation it leads to


def claims(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """A strong word for what was done ("ruled out", "announced"), and a quotation in which it is not."""
    for claim in tellings:
        if claim.attribution.form == "direct" or "strong" not in acts_of(claim):
            continue
        quotes = [t for t in tellings if _leads_to(claim, t)]
        beside = [t for t in tellings if t.article != claim.article]
        for quote in quotes[:1]:
            if not _borne_out(claim, quote, least=SOME) and not any(
                _borne_out(claim, t, least=1) for t in beside
            ):
                a = tuple((s.start, s.end) for s in (*claim.attribution.cue, *claim.spans))
                b = tuple((s.start, s.end) for s in quote.spans)
                says = "{a} writes “{wa}”; the quotation behind it, “{wb}”, does not say so."
                yield Finding("unsupported-by-quote", Pair(claim, quote), tuple(sorted(a)), b, says)


def _leads_to(claim: Telling, quote: Telling) -> bool:
    between = quote.spans[0].start - claim.spans[-1].end
    same = claim.article == quote.article and claim.statement.speakers == quote.statement.speakers
    return same and quote.attribution.form == "direct" and 0 <= between <= LATER


def _borne_out(claim: Telling, quote: Telling, least: float) -> bool:
    """Whether other words say it too: those of the claim, and a negation where it shuts something out."""
    if "closing" in acts_of(claim) and "closing" not in acts_of(quote):
        return any(x.sense == "not" for x in quote.atoms)
    if "urging" in acts_of(claim) and any(x.sense in ("must", "should") for x in quote.atoms):
        return True
    return _shares(claim.atoms, quote.atoms) >= least


def _shares(one: Sequence[Atom], two: Sequence[Atom]) -> float:
    own = {x.key for x in one if x.carries}
    return len(own & {x.key for x in two}) / len(own) if own else 1.0
