"""Who said it, and to whom: where reports put the same words in two mouths, or before two listeners."""

from collections.abc import Iterator, Sequence
from itertools import product

from onrecord.across.flags.comparable import are_comparable
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.telling import Telling
from onrecord.across.words import words_of
from onrecord.lang.comparing import comparing
from onrecord.record import Party, Span

BESIDE = 40  # code points behind a mention in which the rest of a name may stand
STEM = 5  # letters from which "council" and "councillors" are one


def parties(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The first report that names them, and those that name others."""
    yield from _speakers(tellings)
    yield from _addressees(tellings)


def _speakers(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The same words in two mouths."""
    told = [t for t in tellings if t.statement.speakers and _naming(t)]
    for first, other in _beside(told):
        if not _may_be_one(first, other) and are_comparable(first, other):
            says = "{b} has it from “{wb}”, {a} from “{wa}”."
            yield Finding("speaker-differs", Pair(first, other), _naming(first), _naming(other), says)


def _naming(telling: Telling) -> Ranges:
    """The words that name those who speak; whom a pronoun stands for is too unsure."""
    named = (p for p in telling.attribution.speakers if p.named and _words(*p.mention))
    return tuple((s.start, s.end) for p in named for s in p.mention)


def _may_be_one(one: Telling, two: Telling) -> bool:
    """Whether all words of a name of one stand in a name of the other: "the zoo", "zoo officials"."""
    if not set(one.statement.speakers).isdisjoint(two.statement.speakers):
        return True
    named = any(a <= b or b <= a for a, b in product(_names(one), _names(two)))
    return named or _stands_beside(one, two) or _stands_beside(two, one)


def _stands_beside(one: Telling, two: Telling) -> bool:
    """Whether a name of the second follows the first one's mention: "Senate Leader | Ann Orre"."""
    names = _names(two)
    places = [s.end for p in one.attribution.speakers for s in (*p.mention, *p.antecedent)]
    around = [_words(Span(end, end + BESIDE, one.text[end : end + BESIDE])) for end in places]
    return any(name & near for name in names for near in around)


def _names(telling: Telling) -> list[set[str]]:
    """What those who speak are called: people by their full names, others also as they are called here."""
    found = []
    for party in telling.attribution.speakers:
        name = _words(Span(0, len(party.name), party.name)) if party.name else set()
        full = party.kind == "person" and (party.name or "").istitle() and len(name) > 1
        found += [name] if full else [name, _words(*party.mention)]
    return [words for words in found if words]


def _words(*spans: Span) -> set[str]:
    """What is left of some words without those that carry little."""
    found = (w for s in spans for w in words_of(s.text, (Span(0, len(s.text), s.text),)))
    return {w.stem for w in found if not w.light}


def _addressees(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """The same words to two listeners."""
    told = [t for t in tellings if _listeners(t)]
    for first, other in _beside(told):
        if not _same(_listeners(first), _listeners(other)):
            a, b = (_mentions(t.attribution.addressees) for t in (first, other))
            says = "{b} has it said to “{wb}”, {a} to “{wa}”."
            yield Finding("addressee-differs", Pair(first, other), a, b, says)


def _beside(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """The first one and each of the others."""
    yield from ((tellings[0], other) for other in tellings[1:])


def _mentions(parties: Sequence[Party]) -> Ranges:
    return tuple((s.start, s.end) for p in parties for s in p.mention)


def _listeners(telling: Telling) -> frozenset[str]:
    """Words for those spoken to, one for all of a kind; nothing where there are only pronouns."""
    mentions = [s for p in telling.attribution.addressees for s in p.mention]
    if not _words(*mentions):
        return frozenset()
    known = comparing().listeners
    others = [s for p in telling.attribution.addressees for s in p.antecedent]
    found = [w for w in words_of(telling.text, [*mentions, *others]) if not w.light]
    return frozenset(
        known.get(w.same) or known.get(w.stem) or known.get(w.same.removesuffix("s")) or w.stem for w in found
    )


def _same(one: frozenset[str], two: frozenset[str]) -> bool:
    anybody = comparing().anybody
    return any(x in anybody for x in one | two) or any(x[:STEM] == y[:STEM] for x in one for y in two)
