"""Pronouns of the third person and relatives handed over, and what comes back."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.lang.pronouns import english_pronouns
from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.descriptions import CLAUSE
from onrecord.people.mention import Mention, Resolved
from onrecord.people.mentions import mentions_of
from onrecord.people.names import Name
from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.phrase import Phrase
from onrecord.people.pronouns import antecedents
from onrecord.people.roles import by_role, nearest_name

_WORDS = re.compile(r"[\w’'-]+")
_NOUN_BEFORE = re.compile(r"((?:[\w’'-]+[ \xa0]){0,3}[\w’'-]+),?[ \xa0]$")
_BRACKET = re.compile(r"[ \xa0]\([^()\n]{1,40}\),?[ \xa0]\Z")
_APPOSED = re.compile(r",[ \xa0](?:the|an?)(?:[ \xa0][\w’'-]+){1,9}[ \xa0]")
_EARLIER = re.compile(r"(?<![\w-])(?:who|whom|whose)(?![\w-])")
_IS = re.compile(r"[ \xa0](?:is|was|became|remains)[ \xa0]")
APPOSED = 160  # code points that are said of a name before a relative goes on about it
FAR = 60  # code points back in which a relative finds what it is said of
RELATIVE = ("who", "whom", "whose", "which")


def antecedents_of(cast: Cast, pronouns: Sequence[Phrase], *, speaking: bool = False) -> Mapping[int, Choice]:
    """By where each pronoun begins: whom it stands for; speaking: as if each said something."""
    asked = {p.start for p in pronouns if p.head in english_pronouns().stand_for}
    learned = _learned(cast, asked, speaking=speaking) if asked else {}
    found: dict[int, Choice] = {}
    for phrase in sorted(pronouns, key=lambda p: p.start):
        relative = phrase.head in RELATIVE
        chosen = _relative(cast, phrase) if relative else _chosen(cast, learned.get(phrase.start))
        found[phrase.start] = chosen or Choice(None, None, "no-antecedent", 0.0)
        if chosen is not None and chosen.one is not None:
            cast.mention(chosen.one, phrase.start, speaker=True)
    return found


def _relative(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "Bo, who": the name right before; "the leaders, who": the noun; else what stands farther back."""
    first = _first_of_two(cast, phrase)
    if first is not None:
        return _relative(cast, first)
    wanted = ("organisation", "location", None) if phrase.head == "which" else ("person", None)
    end = _before_bracket(cast.text, phrase.start)
    names = cast.phrases.within(max(0, phrase.start - 100), end)
    beside = bool(names) and not cast.text[names[-1].end : end].strip(", \xa0—–-)")
    if beside and cast.of(names[-1]).bearer in wanted:
        return _named(cast, names[-1])
    told = _told_of(cast, phrase) if phrase.head != "which" else None
    if told is not None:
        return _named(cast, told)
    noun = _noun_before(cast, phrase)
    if noun is None:
        return _farther(cast, phrase)
    names = [n for n in names if n.end <= noun.start]
    if names and _apposed(cast, names[-1], noun):
        return _named(cast, names[-1])
    found = by_role(cast, noun) if noun.kind == "role" and noun.definite else None
    return found if found and found.one else _called(cast, noun)


def _first_of_two(cast: Cast, phrase: Phrase) -> Phrase | None:
    """The "whom" of "Bo Falk, whom Ann Lee called, and who": both are said of one."""
    sentence = cast.layout.sentence(phrase.start)
    low = max(sentence[0] if sentence else 0, phrase.start - APPOSED)
    if phrase.head == "which" or not cast.text[low : phrase.start].endswith(" and "):
        return None
    before = list(_EARLIER.finditer(cast.text, low, phrase.start))
    return replace(phrase, start=before[-1].start(), end=before[-1].end()) if before else None


def _before_bracket(text: str, at: int) -> int:
    """Where the bracket right before an offset opens, else the offset: "Bo Falk (D-Ohio), who"."""
    match = _BRACKET.search(text, max(0, at - FAR), at)
    return match.start() if match is not None else at


def _told_of(cast: Cast, phrase: Phrase) -> Name | None:
    """Bo Falk in "Bo Falk, a lawyer for the port and a member of its council, who": no verb between."""
    sentence = cast.layout.sentence(phrase.start)
    low = max(phrase.start - APPOSED, sentence[0] if sentence else 0)
    people = [n for n in cast.phrases.within(low, phrase.start) if cast.of(n).bearer == "person"]
    if people and _plainly(cast.text[people[-1].end : phrase.start]):
        return people[-1]
    if cast.text[max(0, phrase.start - 2) : phrase.start].strip() != ",":
        return None
    if not people or cast.text[people[-1].end : people[-1].end + 2] not in (", ", " ("):
        return None
    return None if CLAUSE.search(cast.text, people[-1].end, phrase.start - 2) else people[-1]


def _plainly(between: str) -> bool:
    """Whether a noun for a person is all that stands between: ", the seasoned harbour reporter "."""
    words = between.split()[1:] if _APPOSED.fullmatch(between) else []
    return bearer_of(words[-1]) == "person" and nouns().prepositions.isdisjoint(words) if words else False


def _apposed(cast: Cast, name: Name, noun: Phrase) -> bool:
    """ "Bo Falk, the reporter who", "Bo Falk was the reporter who"."""
    between = cast.text[name.end : noun.start]
    alike = cast.of(name).bearer == noun.bearer and noun.lead in nouns().determiners
    return alike and (between in (", ", " — ", " – ", " - ") or _IS.fullmatch(between) is not None)


def _named(cast: Cast, name: Name) -> Choice | None:
    one = cast.of(name)
    return Choice(one, (name.start, name.end), "relative", 0.9) if one.name else None


def _called(cast: Cast, noun: Phrase) -> Choice:
    """Somebody known by these words, spoken of before or new."""
    settled = cast.settled.get(noun.start)
    return Choice(settled or cast.add(noun), (noun.start, noun.end), "relative", 0.7)


def _noun_before(cast: Cast, phrase: Phrase) -> Phrase | None:
    """The noun right before, from its determiner on if there is one: "some House conservatives who"."""
    match = _NOUN_BEFORE.search(cast.text, max(0, phrase.start - 60), phrase.start)
    if match is None:
        return None
    words = list(_WORDS.finditer(cast.text, *match.span(1)))
    head = words[-1].group()
    if bearer_of(head) is None and not (phrase.head == "who" and head.islower() and head.endswith("s")):
        return None
    unfit = ("person", "group") if phrase.head == "which" else ("organisation",)
    if bearer_of(head) in unfit:
        return None
    return cast.phrases.read(_begin(words), words[-1].end())


def _begin(words: Sequence[re.Match[str]]) -> int:
    """Where a noun phrase begins of which these are the last words: with a determiner, else at its names."""
    for word in reversed(words[:-1]):
        if word.group().lower() in nouns().determiners:
            return word.start()
        if word.group().lower() in nouns().prepositions:
            break
    at = len(words) - 1
    while at and words[at - 1].group()[:1].isupper() or at and words[at - 1].group().isdigit():
        at -= 1
    return words[at].start()


def _farther(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "the Port Office on the same day, which": the last name or noun before that it can be said of."""
    wanted = ("organisation", "location") if phrase.head == "which" else ("person",)
    sentence = cast.layout.sentence(phrase.start)
    low = max(phrase.start - FAR, sentence[0] if sentence else 0)
    names = [
        n for n in cast.phrases.within(low, phrase.start) if cast.of(n).bearer in wanted and cast.of(n).name
    ]
    if names:
        return Choice(cast.of(names[-1]), (names[-1].start, names[-1].end), "relative", 0.6)
    return _last_noun(cast, low, phrase) if phrase.head == "who" else None


def _last_noun(cast: Cast, low: int, phrase: Phrase) -> Choice | None:
    """ "to port leaders last year, who": the noun for people, with what goes before it."""
    words = list(_WORDS.finditer(cast.text, low, phrase.start))
    kinds = ("person", "group")
    at = next((i for i in range(len(words) - 1, -1, -1) if bearer_of(words[i].group()) in kinds), None)
    if at is None:
        return None
    noun = cast.phrases.read(_begin(words[max(0, at - 3) : at + 1]), words[at].end())
    return replace(_called(cast, noun), score=0.5)


def _learned(cast: Cast, asked: Collection[int], *, speaking: bool) -> Mapping[int, Resolved]:
    """What the ranker says of the pronouns that begin in these places."""
    settled = {at: n for n, one in enumerate(cast.someone) for at in cast.places[id(one)]}
    mentions = mentions_of(cast.layout, cast.someone, settled)
    return antecedents(cast.text, mentions, cast.attributions, cast.vectors, asked, speaking=speaking)


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
    if resolved.pronoun.head in nouns().plural_pronouns and one.bearer == "person" and not named.plural:
        return None  # "they" are not Bo Falk
    return Choice(one, where or (named.start, named.end), "pronoun", score) if one.name else None


def _bearer(cast: Cast, mention: Mention) -> Someone | None:
    number = mention.entity
    return cast.someone[number] if number is not None and number < len(cast.someone) else None
