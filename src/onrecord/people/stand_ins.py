"""Pronouns of the third person and relatives handed over, and what comes back."""

import re
from collections.abc import Mapping, Sequence

from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.nouns import bearer_of, gender_of
from onrecord.people.phrase import Phrase
from onrecord.people.roles import by_role, nearest_name

FAR = 1200
_NOUN_BEFORE = re.compile(r"((?:[\w’'-]+[ \xa0]){0,3}[\w’'-]+),?[ \xa0]$")
RELATIVE = ("who", "whom", "whose", "which")


def antecedents_of(cast: Cast, pronouns: Sequence[Phrase]) -> Mapping[int, Choice]:
    """By where each pronoun begins: whom it stands for."""
    found: dict[int, Choice] = {}
    for phrase in sorted(pronouns, key=lambda p: p.start):
        chosen = _relative(cast, phrase) if phrase.head in RELATIVE else _nearest(cast, phrase)
        found[phrase.start] = chosen or Choice(None, None, "no-antecedent", 0.0)
        if chosen is not None and chosen.one is not None:
            cast.mention(chosen.one, phrase.start, speaker=True)
    return found


def _relative(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "Bo, who": the name right before; "the leaders, who": the noun."""
    before = cast.phrases.within(max(0, phrase.start - 100), phrase.start)
    if before and len(cast.text[before[-1].end : phrase.start].split()) <= 1:
        one = cast.of(before[-1])
        return Choice(one, (before[-1].start, before[-1].end), "relative", 0.9) if one.name else None
    match = _NOUN_BEFORE.search(cast.text, max(0, phrase.start - 60), phrase.start)
    if match is None or bearer_of(match.group(1).split()[-1]) is None:
        return None
    noun = cast.phrases.read(*match.span(1))
    found = by_role(cast, noun) if noun.kind == "role" else None
    return found if found and found.one else Choice(cast.add(noun), match.span(1), "relative", 0.7)


def _nearest(cast: Cast, phrase: Phrase) -> Choice | None:
    at = phrase.start
    gender = gender_of(phrase.head)
    kinds = {
        "he": ("person",),
        "she": ("person",),
        "it": ("organisation",),
        "its": ("organisation",),
        "they": ("group", "organisation", "person"),
    }
    wanted = kinds.get(phrase.head, ("person",))
    best: tuple[float, Someone] | None = None
    for one in cast.someone:
        last = cast.last(one, at)
        if last is None or at - last > FAR or one.bearer not in wanted or not one.name:
            continue
        if gender and one.gender and gender != one.gender:
            continue
        score = (
            300 / (60 + at - last) + 2 * cast.spoke(one, max(0, at - 500), at) + 0.2 * cast.times(one, 0, at)
        )
        if best is None or score > best[0]:
            best = (score, one)
    if best is None:
        return None
    one = best[1]
    where = nearest_name(one, at)
    if where is None:
        p = cast.places[id(one)][0]
        where = (p, p + len(one.name))
    return Choice(one, where, "pronoun", 0.6)
