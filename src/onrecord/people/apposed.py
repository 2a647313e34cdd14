"""A noun beside a name and a comma says who that is: "Bell, the former mayor bidding for the seat"."""

import re

from onrecord.people.cast import Cast, Choice
from onrecord.people.nouns import nouns
from onrecord.people.phrase import Phrase

_GAP = re.compile(r",[ \xa0]")
_CLOSES = re.compile(
    r"[,;.)—–]|[ \xa0](?:who\b|whose\b|(?!(?:say|add|tell|warn|writ|argu|insist)ing)[a-z]+ing\b)"
)
REACH = 60  # code points back in which the name begins


def by_apposition(cast: Cast, phrase: Phrase) -> Choice | None:
    """The one named before the comma; "according to Bell, the mayor said" has no second comma."""
    names = cast.phrases.within(max(0, phrase.start - REACH), phrase.start)
    if not names or phrase.lead in nouns().pronouns:
        return None
    name, one = names[-1], cast.of(names[-1])
    beside = _GAP.fullmatch(cast.text, name.end, phrase.start) is not None
    closed = _CLOSES.match(cast.text, phrase.end, phrase.end + 20) is not None
    if not beside or not closed or one.bearer != phrase.bearer or not one.name:
        return None
    return Choice(one, (name.start, name.end), "apposition", 0.9)


def by_name_behind(cast: Cast, phrase: Phrase) -> Choice | None:
    """The one named between commas right behind: "the minister, Bo Falk, called"."""
    gap = _GAP.match(cast.text, phrase.end, phrase.end + 2)
    names = cast.phrases.within(phrase.end, phrase.end + REACH) if gap is not None else ()
    if gap is None or not names or names[0].titled_from != gap.end():
        return None
    name, one = names[0], cast.of(names[0])
    closed = cast.text[name.end : name.end + 1] == ","
    if not closed or one.bearer != phrase.bearer or not one.name or not phrase.definite:
        return None
    return Choice(one, (name.start, name.end), "apposition", 0.9)
