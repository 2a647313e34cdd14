"""What a cue makes of the words it reports: "admitted" where another report has "said"."""

from collections.abc import Iterator
from functools import cache

from onrecord.across.flags.bases import bases
from onrecord.across.flags.telling import Telling
from onrecord.lang import english, words
from onrecord.lang.comparing import comparing


def colour_of(telling: Telling) -> str | None:
    """What the cue makes of the words; None where it only reports them."""
    known = comparing().colours
    return next((known[form] for form in _forms(telling) if form in known), None)


def acts_of(telling: Telling) -> frozenset[str]:
    """What kinds of act the cue claims: binding, closing, strong."""
    forms = set(_forms(telling))
    return frozenset(name for name, verbs in comparing().acts.items() if forms & verbs)


def _forms(telling: Telling) -> Iterator[str]:
    """The cue's words in their base form, and each with the word behind it."""
    found = [w for s in telling.attribution.cue for w in words(s.text)]
    bases = [_base(w) for w in found]
    yield from (f"{one} {two}" for one, two in zip(bases, found[1:], strict=False))
    yield from bases


def _base(word: str) -> str:
    """The form in which the lists have a word; the word itself where they do not."""
    return next((form for form in sorted(bases(word)) if form in _known()), english().lemma(word))


@cache
def _known() -> frozenset[str]:
    """The first words of every cue of the lists."""
    acts = (word for words_of_act in comparing().acts.values() for word in words_of_act)
    return frozenset(word.split()[0] for word in (*comparing().colours, *acts))
