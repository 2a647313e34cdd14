"""Whether two statements may be of one speaker, as far as their own articles tell."""

from collections.abc import Iterator
from typing import Literal

from onrecord.across.roots import root_of
from onrecord.across.statement import Statement
from onrecord.across.words import words_of
from onrecord.record import Span

Voice = Literal["same", "alike", "open", "other"]


def voices(one: Statement, two: Statement) -> Voice:
    """`open`: one report does not name its speaker, so that it may be the one another report names.

    `alike`: the same, and what it calls the speaker ("the general") is what the other calls that one.
    """
    if not set(one.speakers).isdisjoint(two.speakers):
        return "same"
    if one.article == two.article or (is_named(one) and is_named(two)):
        return "other"
    kinds = _kinds(one), _kinds(two)
    fitting = not all(kinds) or not kinds[0].isdisjoint(kinds[1])
    return "alike" if fitting and not called(one).isdisjoint(called(two)) else "open"


def is_named(one: Statement) -> bool:
    """Whether somebody is named, and not "a spokesman" or nobody at all."""
    return any(party.named for party in one.attribution.speakers)


def _kinds(one: Statement) -> frozenset[str]:
    """Persons and bodies: an institution is not the one who heads it."""
    kinds = (party.kind for party in one.attribution.speakers)
    return frozenset("person" if kind == "person" else "body" for kind in kinds if kind is not None)


def called(one: Statement) -> frozenset[str]:
    """The roots of all that the article calls the speakers: names, offices, descriptions."""
    return frozenset(
        root_of(word) for span in _calling(one) for word in words_of(one.text, [span]) if not word.light
    )


def _calling(one: Statement) -> Iterator[Span]:
    ids = {party.entity for party in one.attribution.speakers if party.entity}
    for party in one.attribution.speakers:
        yield from party.mention
        yield from party.antecedent
    for entity in one.record.entities:
        if entity.id in ids:
            yield from entity.mentions
            yield from entity.descriptions
