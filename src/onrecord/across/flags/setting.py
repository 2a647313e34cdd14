"""On which day it was said, and with which cue: where reports disagree about the saying itself."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.amounts import values_meet
from onrecord.across.flags.comparable import are_comparable
from onrecord.across.flags.cues import colour_of
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.telling import Telling

TOLD = ("explicit", "relative")  # bases of a date that the text itself gives


def setting(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The first report that says when or how, and those that say otherwise."""
    yield from _days(tellings)
    yield from _cues(tellings)


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
    told = sorted((t for t in tellings if _is_word(t)), key=lambda t: colour_of(t) is not None)
    for first, other in _beside(told):
        if colour_of(first) != colour_of(other) and are_comparable(first, other):
            a, b = (tuple((s.start, s.end) for s in t.attribution.cue) for t in (first, other))
            yield Finding(
                "cue-colours", Pair(first, other), a, b, "{b} writes “{wb}” where {a} writes “{wa}”."
            )


def _is_word(telling: Telling) -> bool:
    """Whether the cue is a word: a colon colours nothing, and nothing is coloured beside it."""
    return any(c.isalpha() for s in telling.attribution.cue for c in s.text)


def _beside(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """The first one and each of the others."""
    yield from ((tellings[0], other) for other in tellings[1:])


def _dated(telling: Telling) -> Ranges:
    on = telling.attribution.said_on
    return tuple((e.start, e.end) for e in on.evidence if e.start is not None and e.end is not None)
