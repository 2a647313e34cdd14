"""Who speaks, to be compared inside one article: entities where they are known, else last names."""

import re
from collections.abc import Iterator

from onrecord.lang import english, words
from onrecord.record import Attribution, Party

_CAPITAL = re.compile(r"[^\W\d_a-z][\w’'-]+")


def speaker(a: Attribution, names: frozenset[str]) -> frozenset[str]:
    """The ids of the entities that speak, else their last names; empty for a pronoun nothing settles.

    Where the words that name them stand is told too: one mention shared by two statements is one speaker.
    """
    settled = (p for p in a.speakers if p.named or not p.mention or not is_pronoun(p))
    entities = frozenset(p.entity for p in settled if p.entity is not None)
    known = entities or names
    return known and known | frozenset(str(s.start) for p in a.speakers for s in p.mention)


def last_names(a: Attribution) -> frozenset[str]:
    """The last name, or the last word of a description, of everybody who speaks."""
    return frozenset(name for p in a.speakers for name in _names(p))


def capitals(text: str) -> frozenset[str]:
    """The capitalised words of a stretch, lower-cased: whom it may name."""
    return frozenset(_bare(word) for word in _CAPITAL.findall(text))


def named_in(text: str, names: frozenset[str]) -> bool:
    """Whether one of these last names stands in a stretch; without names anybody may."""
    return not names or not names.isdisjoint(_bare(word) for word in words(text))


def _names(party: Party) -> Iterator[str]:
    spans = party.mention if party.mention and not is_pronoun(party) else party.antecedent
    for span in spans:
        capitalised = _CAPITAL.findall(span.text)
        plain = words(span.text)
        if capitalised:
            yield _bare(capitalised[-1])
        elif plain and plain[-1] not in english().pronouns:
            yield plain[-1]


def is_pronoun(party: Party) -> bool:
    """Whether a party is only called "he", "they" … here."""
    called = [w for s in party.mention for w in words(s.text)]
    return bool(called) and all(w in english().pronouns for w in called)


def _bare(name: str) -> str:
    low = name.lower()
    return low.removesuffix("'s").removesuffix("’s")
