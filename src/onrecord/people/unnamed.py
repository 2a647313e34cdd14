"""Somebody without a name spoken of again: "people familiar with the matter", later "the sources"."""

from collections.abc import Sequence

from onrecord.people.cast import Cast, Choice
from onrecord.people.nouns import nouns, singular
from onrecord.people.phrase import Phrase, content_words

LAST = 60  # of those without a name, how many are gone through


def earlier_unnamed(cast: Cast, phrase: Phrase, *, exactly: bool = False) -> Choice | None:
    """The one known by words only who was spoken of last and whom this phrase can mean too."""
    head = singular(phrase.head)
    for one in reversed(cast.unnamed[-LAST:]):
        if one.names or cast.last(one, phrase.start) is None:
            continue
        if phrase.plural != (one.bearer == "group") and phrase.head not in nouns().insiders:
            continue
        words = one.name.lower().split()
        heads = {singular(_head(words))}
        insiders = phrase.head in nouns().insiders and bool(heads & nouns().insiders)
        kin = bool(heads & (frozenset() if exactly else nouns().kin.get(head, frozenset())) or head in heads)
        insiders = insiders and not exactly
        if insiders or kin and phrase.words <= content_words(words) | heads:
            at = cast.places[id(one)][0]
            return Choice(one, (at, at + len(one.name)), "spoken-of-before", 0.6)
    return None


def _head(words: Sequence[str]) -> str:
    """The noun of some words: "official" of "a campaign official in the north"."""
    stop = next((i for i, w in enumerate(words) if i and w.strip(",") in nouns().prepositions), len(words))
    return words[stop - 1].strip(",")
