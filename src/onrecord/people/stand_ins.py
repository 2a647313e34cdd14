"""Pronouns of the third person and relatives handed over, and what comes back."""

import re
from collections.abc import Mapping, Sequence

from onrecord.lang.pronouns import english_pronouns
from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.mention import Mention, Resolved
from onrecord.people.mentions import mentions_of
from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.phrase import Phrase
from onrecord.people.pronouns import antecedents
from onrecord.people.roles import by_role, nearest_name

_WORDS = re.compile(r"[\w’'-]+")
_NOUN_BEFORE = re.compile(r"((?:[\w’'-]+[ \xa0]){0,3}[\w’'-]+),?[ \xa0]$")
RELATIVE = ("who", "whom", "whose", "which")


def antecedents_of(cast: Cast, pronouns: Sequence[Phrase]) -> Mapping[int, Choice]:
    """By where each pronoun begins: whom it stands for."""
    learned = _learned(cast) if any(p.head in english_pronouns().stand_for for p in pronouns) else {}
    found: dict[int, Choice] = {}
    for phrase in sorted(pronouns, key=lambda p: p.start):
        relative = phrase.head in RELATIVE
        chosen = _relative(cast, phrase) if relative else _chosen(cast, learned.get(phrase.start))
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
        return _farther(cast, phrase)
    noun = cast.phrases.read(*match.span(1))
    found = by_role(cast, noun) if noun.kind == "role" else None
    return found if found and found.one else Choice(cast.add(noun), match.span(1), "relative", 0.7)


def _farther(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "the Port Office on the same day, which": the last name or noun before that it can be said of."""
    wanted = ("organisation", "location") if phrase.head == "which" else ("person",)
    sentence = cast.layout.sentence(phrase.start)
    low = max(phrase.start - 60, sentence[0] if sentence else 0)
    names = [
        n for n in cast.phrases.within(low, phrase.start) if cast.of(n).bearer in wanted and cast.of(n).name
    ]
    if names:
        return Choice(cast.of(names[-1]), (names[-1].start, names[-1].end), "relative", 0.6)
    return _last_noun(cast, low, phrase) if phrase.head == "who" else None


def _last_noun(cast: Cast, low: int, phrase: Phrase) -> Choice | None:
    """ "to port leaders last year, who": the noun for people, with what goes before it."""
    words = list(_WORDS.finditer(cast.text, low, phrase.start))
    at = next(
        (i for i in range(len(words) - 1, -1, -1) if bearer_of(words[i].group()) in ("person", "group")), None
    )
    if at is None:
        return None
    first = at
    while first and at - first < 3 and words[first - 1].group().lower() not in nouns().prepositions:
        first -= 1
    noun = cast.phrases.read(words[first].start(), words[at].end())
    return Choice(cast.add(noun), (noun.start, noun.end), "relative", 0.5)


def _learned(cast: Cast) -> Mapping[int, Resolved]:
    """What the ranker says of every pronoun of the article."""
    settled = {at: n for n, one in enumerate(cast.someone) for at in cast.places[id(one)]}
    mentions = mentions_of(cast.layout, cast.someone, settled)
    return antecedents(cast.text, mentions, cast.attributions, cast.vectors)


def _chosen(cast: Cast, resolved: Resolved | None) -> Choice | None:
    """The one whose mention was chosen; a noun that was no party so far becomes one."""
    if resolved is None or resolved.antecedent is None:
        return None
    named, score = resolved.antecedent, round(resolved.score, 3)
    one = _bearer(cast, named)
    where = nearest_name(one, resolved.pronoun.start) if one is not None else None
    if one is None:
        noun = cast.phrases.read(named.start, named.end)
        found = by_role(cast, noun) if noun.kind == "role" else None
        one = found.one if found and found.one else cast.add(noun)
    return Choice(one, where or (named.start, named.end), "pronoun", score) if one.name else None


def _bearer(cast: Cast, mention: Mention) -> Someone | None:
    number = mention.entity
    return cast.someone[number] if number is not None and number < len(cast.someone) else None
