"""Somebody described first and named afterwards: "A general has warned …", and below "…," Bo Falk said."""

import re
from collections.abc import Iterator, Sequence

from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.descriptions import Description
from onrecord.people.nouns import bearer_of, nouns, singular
from onrecord.people.phrase import Phrase
from onrecord.people.roles import nearest_name

_HIDDEN = re.compile(
    r"anonym|(?:declin|refus|ask|did)\w*\s+(?:not\s+)?(?:want\s+)?to\s+be\s+(?:named|identified|quoted)"
    r"|not\s+(?:to\s+be\s+(?:named|identified|quoted)|authori[sz]ed)|on\s+condition"
)
BEHIND = 120  # code points behind a description in which it says that no name is given
AHEAD = 700  # code points on in which a description gets its name
OPENING = 600  # code points in which "the commander of …" can be somebody still to be named


def named_next(cast: Cast, phrase: Phrase, speakers: Sequence[Phrase]) -> Choice | None:
    """The one whom nothing introduced, and who speaks next by name; `speakers`: those behind."""
    if bearer_of(phrase.head) != "person" or not _may_be_new(phrase) or _hides(cast.text, phrase):
        return None
    next_one = next(_named(cast, phrase, speakers), None)
    if next_one is None or next_one.name is None:
        return None
    at, one = next_one.start, cast.of(next_one.name)
    if at - phrase.end > AHEAD or _is_known(cast, one, phrase.start):
        return None
    again = cast.text[at : next_one.name.start].lower().split()  # "the spokesman, known as Bo Falk"
    if phrase.head not in again and not _fits(cast, phrase, one):
        return None
    cast.describe(one, Description(phrase.start, phrase.end, phrase.head, phrase.words))
    return Choice(one, nearest_name(one, at + 1), "description-then-name", 0.7)


def _is_known(cast: Cast, one: Someone, at: int) -> bool:
    """Whether the report has named somebody before; headlines name everybody."""
    before = one.before(at)
    block = cast.layout.block(before.start) if before is not None else None
    return block is not None and block.kind == "body"


def _fits(cast: Cast, phrase: Phrase, one: Someone) -> bool:
    """Whether nothing else is said of somebody than this or an office like it: "General" of a commander."""
    head = singular(phrase.head)
    alike = nouns().kin.get(head, frozenset((head,)))
    told = cast.said_of.get(id(one), ())
    if head in nouns().relations:
        return True  # "his predecessor" may be called a president
    return not told or any(singular(d.head) in alike or head in d.words for d in told)


def _hides(text: str, phrase: Phrase) -> bool:
    """Whether somebody will not be named: "an adviser, who declined to be identified"."""
    return _HIDDEN.search(text, phrase.start, phrase.end + BEHIND) is not None


def _may_be_new(phrase: Phrase) -> bool:
    """ "A commander" is somebody new, "the commander" only in the first lines."""
    return not phrase.definite or phrase.start < OPENING or phrase.lead in nouns().pronouns


def _named(cast: Cast, phrase: Phrase, speakers: Sequence[Phrase]) -> Iterator[Phrase]:
    """Who speaks by name behind a description, before anybody else is described; bodies aside."""
    for other in sorted((p for p in speakers if p.start > phrase.start), key=lambda p: p.start):
        if other.name is not None and cast.of(other.name).bearer == "person":
            yield other
        elif other.name is None and other.kind != "pronoun" and _is_another(phrase, other):
            return


def _is_another(phrase: Phrase, other: Phrase) -> bool:
    """Whether a description is of somebody else: "a general" under "Army general" is of the same."""
    return other.bearer in ("person", "group", None) and singular(other.head) != singular(phrase.head)
