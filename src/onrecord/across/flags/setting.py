"""Who said it, to whom, on which day, with which cue: where reports disagree about the saying itself."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.amounts import values_meet
from onrecord.across.flags.cues import colour_of
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.telling import Telling
from onrecord.across.words import words_of
from onrecord.lang.comparing import comparing
from onrecord.record import Party

TOLD = ("explicit", "relative")  # bases of a date that the text itself gives
STEM = 5  # letters from which "council" and "councillors" are one


def setting(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The first report that says who, to whom or when, and those that say otherwise."""
    for find in (_speakers, _addressees, _days, _cues):
        yield from find(tellings)


def _speakers(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The same words in two mouths."""
    told = [
        t
        for t in tellings
        if t.statement.speakers and any(p.named and p.mention for p in t.attribution.speakers)
    ]
    for first, other in _beside(told):
        if first.article != other.article and set(first.statement.speakers).isdisjoint(
            other.statement.speakers
        ):
            a, b = (_mentions(t.attribution.speakers) for t in (first, other))
            yield Finding(
                "speaker-differs", Pair(first, other), a, b, "{b} has it from “{wb}”, {a} from “{wa}”."
            )


def _addressees(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The same words to two listeners."""
    told = [t for t in tellings if _mentions(t.attribution.addressees) and _listeners(t)]
    for first, other in _beside(told):
        if not _same(_listeners(first), _listeners(other)):
            a, b = (_mentions(t.attribution.addressees) for t in (first, other))
            yield Finding(
                "addressee-differs", Pair(first, other), a, b, "{b} has it said to “{wb}”, {a} to “{wa}”."
            )


def _days(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """Said on Monday here, on Friday there."""
    told = [t for t in tellings if t.attribution.said_on.basis in TOLD and _dated(t)]
    for first, other in _beside(told):
        one, two = first.attribution.said_on.value, other.attribution.said_on.value
        if one and two and not values_meet(one, two):
            says = "{b} has it said on “{wb}”, {a} on “{wa}”."
            yield Finding("date-differs", Pair(first, other), _dated(first), _dated(other), says)


def _cues(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """Two cues that do not colour alike: "admitted" and "said"; one outlet may vary its own."""
    told = sorted((t for t in tellings if t.attribution.cue), key=lambda t: colour_of(t) is not None)
    for first, other in _beside(told):
        if first.article != other.article and colour_of(first) != colour_of(other):
            a, b = (tuple((s.start, s.end) for s in t.attribution.cue) for t in (first, other))
            yield Finding(
                "cue-colours", Pair(first, other), a, b, "{b} writes “{wb}” where {a} writes “{wa}”."
            )


def _beside(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """The first one and each of the others."""
    yield from ((tellings[0], other) for other in tellings[1:])


def _mentions(parties: Sequence[Party]) -> Ranges:
    return tuple((s.start, s.end) for p in parties for s in p.mention)


def _dated(telling: Telling) -> Ranges:
    on = telling.attribution.said_on
    return tuple((e.start, e.end) for e in on.evidence if e.start is not None and e.end is not None)


def _listeners(telling: Telling) -> frozenset[str]:
    """Words for those spoken to, one for all of a kind; nothing where they are only pronouns."""
    spans = [s for p in telling.attribution.addressees for s in (*p.mention, *p.antecedent)]
    known = comparing().listeners
    found = [w for w in words_of(telling.text, spans) if not w.light]
    return frozenset(
        known.get(w.same) or known.get(w.stem) or known.get(w.same.removesuffix("s")) or w.stem for w in found
    )


def _same(one: frozenset[str], two: frozenset[str]) -> bool:
    anybody = comparing().anybody
    return any(x in anybody for x in one | two) or any(x[:STEM] == y[:STEM] for x in one for y in two)
