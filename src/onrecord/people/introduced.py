"""Somebody described first and named afterwards: "A general has warned …", and below "…," Bo Falk said."""

from collections.abc import Iterator, Sequence

from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.descriptions import Description
from onrecord.people.nouns import bearer_of, nouns, singular
from onrecord.people.phrase import Phrase
from onrecord.people.roles import nearest_name

AHEAD = 700  # code points on in which a description gets its name
OPENING = 600  # code points in which "the commander of …" can be somebody still to be named


def named_next(cast: Cast, phrase: Phrase, speakers: Sequence[Phrase]) -> Choice | None:
    """The one whom nothing introduced, and who speaks next by name; `speakers`: those behind."""
    if bearer_of(phrase.head) != "person" or not _may_be_new(phrase):
        return None
    at, one = next(_named(cast, phrase, speakers), (0, None))
    if one is None or at - phrase.end > AHEAD or one.before(phrase.start) is not None:
        return None
    if not _fits(cast, phrase, one):
        return None
    cast.describe(one, Description(phrase.start, phrase.end, phrase.head, phrase.words))
    return Choice(one, nearest_name(one, at + 1), "description-then-name", 0.7)


def _fits(cast: Cast, phrase: Phrase, one: Someone) -> bool:
    """Whether nothing else is said of somebody than this or an office like it: "General" of a commander."""
    head = singular(phrase.head)
    alike = nouns().kin.get(head, frozenset((head,)))
    told = cast.said_of.get(id(one), ())
    return not told or any(singular(d.head) in alike or head in d.words for d in told)


def _may_be_new(phrase: Phrase) -> bool:
    """ "A commander" is somebody new, "the commander" only in the first lines."""
    return not phrase.definite or phrase.start < OPENING or phrase.lead in nouns().pronouns


def _named(cast: Cast, phrase: Phrase, speakers: Sequence[Phrase]) -> Iterator[tuple[int, Someone]]:
    """Who speaks by name behind a description, before anybody else is described; bodies aside."""
    for other in sorted((p for p in speakers if p.start > phrase.start), key=lambda p: p.start):
        if other.name is not None and cast.of(other.name).bearer == "person":
            yield other.start, cast.of(other.name)
        elif other.name is None and other.kind != "pronoun" and other.bearer in ("person", "group", None):
            return
