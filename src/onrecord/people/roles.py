"""Whom an office or a noun means: "the minister", "the company", "a deputy commander of …"."""

from bisect import bisect_left
from operator import attrgetter

from onrecord.people.apposed import by_apposition, by_name_behind
from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.descriptions import Description
from onrecord.people.enlisted import by_office
from onrecord.people.nouns import gender_of, nouns, singular
from onrecord.people.phrase import Phrase
from onrecord.people.places import places
from onrecord.people.quoted import speaking_around

NEAR = 1500  # code points back in which "the man" or "the company" finds whom it means
FORGOTTEN, MOST_FORGOTTEN = (
    4000,
    0.6,
)  # a description weighs one less that many code points on, and no lighter
AGREEING = 2.4  # the same noun and one more word: enough even for "a deputy commander"
SURELY = 0.9  # how surely such a one is meant
LEFT_BEHIND = 400  # code points on from its last mention somebody described is not spoken of any more
MOST = 200  # descriptions with one noun that are compared
LEADS = 4.0  # what having spoken or begun a sentence just before counts
BY_FAR = 1.5  # times as much as the next one, somebody of whom more is said than is known must be spoken of


def by_role(cast: Cast, phrase: Phrase) -> Choice | None:
    """Who holds the office or bears the noun: as the article describes them, else who was last spoken of."""
    anybody = _is_anybody(phrase)
    found = by_apposition(cast, phrase) or by_name_behind(cast, phrase) or _of_country(cast, phrase)
    its = phrase.lead in nouns().pronouns  # "his team" is not he
    plain = phrase.definite and not phrase.words and not its
    if found is None and plain and phrase.bearer == "organisation":
        body = _body(cast, phrase)
        named = body is not None and body.rule == "noun-of-name"
        found = body if named or singular(phrase.head) in nouns().firms else None
    if found is None and phrase.bearer in ("person", "organisation"):
        found = _described(cast, phrase)
        if found is not None and anybody and found.score < SURELY:
            found = _rather_near(cast, phrase, found)
    if found is None and cast.registry is not None and phrase.definite:
        entry = by_office(phrase, cast.registry, cast.day)
        found = Choice(cast.call_in(entry), None, "office-on-list", 0.8) if entry is not None else None
    if found is not None or not phrase.definite:
        return found
    if phrase.bearer == "organisation":
        return _body(cast, phrase) if not its else None
    return _anybody(cast, phrase) if anybody else None


def _is_anybody(phrase: Phrase) -> bool:
    """Whether a noun stands for whom the article is on about: "the actor", "the former minister"."""
    owned = phrase.lead in nouns().pronouns or phrase.owners and phrase.owners[0].start == phrase.start
    one = singular(phrase.head)
    told = one in nouns().elected and bool(phrase.words - nouns().vague)  # "the senator from Ohio"
    loose = one in nouns().anybody and not told or "former" in phrase.words
    return (
        phrase.definite and phrase.bearer == "person" and not owned and loose and one not in nouns().relations
    )


def _rather_near(cast: Cast, phrase: Phrase, found: Choice) -> Choice:
    """ "the actress": not one described long ago where the article goes on about another."""
    at, one = phrase.start, found.one
    last = cast.last(one, at) if one is not None else None
    if last is not None and at - last < LEFT_BEHIND:
        return found
    near = _anybody(cast, phrase)
    if near is None or near.one is None:
        return found
    last = cast.last(near.one, at)
    return near if last is not None and at - last < LEFT_BEHIND else found


def _of_country(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "the government" in the narrator's voice: of the country that is named, else most spoken of."""
    head = phrase.head
    if head not in nouns().governing or not phrase.definite or phrase.lead in nouns().pronouns:
        return None
    if cast.layout.around(phrase.start, phrase.end) is not None:
        return None  # whom a speaker calls "the regime" is for the speaker to know
    near = cast.around(max(0, phrase.start - 3 * NEAR), phrase.start)
    fits = [s for s in near if s.country is not None and not s.entry]
    said = phrase.words & _COUNTRIES
    if said or phrase.owners:
        fits = [s for s in fits if s.country is not None and s.country.lower() in said]
    elif phrase.words - nouns().vague:
        return None
    return _most_spoken_of(cast, fits, phrase) if fits else None


def _described(cast: Cast, phrase: Phrase) -> Choice | None:
    """Somebody of whom the same noun is said; the more words agree the better, then the nearest."""
    if phrase.words & nouns().to_come or phrase.lead == "this" and phrase.head in nouns().telling:
        return None
    ranked: list[tuple[float, int, Someone, Description]] = []
    its = phrase.lead in nouns().pronouns and not phrase.words - nouns().vague
    head = singular(phrase.head)
    words = {head} | nouns().kin.get(head, frozenset())
    found = {(id(o), id(d)): (o, d) for w in sorted(words) for o, d in cast.of_noun.get(w, ())[:MOST]}
    for one, description in found.values():
        if _can_be(one, phrase) and not description.start <= phrase.start < description.end:
            if its and description.start > phrase.start:
                continue  # "its spokesman" is no other's who is so called later on
            fit = _fit(phrase, description, one)
            if fit > 0:
                last = cast.last(one, phrase.start)
                distance = (
                    phrase.start - last if last is not None else NEAR + description.start - phrase.start
                )
                ranked.append((fit - min(distance / FORGOTTEN, MOST_FORGOTTEN), -distance, one, description))
    if not ranked:
        return None
    best = max(ranked, key=lambda r: (r[0], r[1]))
    if not phrase.definite and best[0] < AGREEING:
        return None
    name = _nearest_name(best[2], phrase.start)
    return Choice(best[2], name, "described", SURELY if best[0] >= AGREEING else 0.8)


def _fit(phrase: Phrase, description: Description, one: Someone) -> float:
    """How well a noun phrase and a description agree; 0: not at all."""
    head, said = singular(phrase.head), singular(description.head)
    words = phrase.words - {head}
    known = description.words | {said} | set(one.full)
    if said == head:
        fit = 2.0
    elif head in known and head not in nouns().qualifiers:
        fit = 1.8
    elif said in nouns().kin.get(head, ()):
        fit = 1.0
    else:
        return 0.0
    if _countries(words) and _countries(known) and not _countries(words) & _countries(known):
        return 0.0
    if words & _PARTIES and known & _PARTIES and not words & known & _PARTIES:
        return 0.0
    agree = len(words & known)
    missing = len(words - known - nouns().vague)
    return max(fit + agree - 0.8 * missing, 0.1 if not missing else 0.0)


_PARTIES = frozenset(("republican", "democrat", "conservative", "labour", "liberal"))
_COUNTRIES = frozenset(name.lower() for name in places().countries.values())


def _countries(words: frozenset[str] | set[str]) -> frozenset[str]:
    return frozenset(words) & _COUNTRIES


def _can_be(one: Someone, phrase: Phrase) -> bool:
    if not one.names or not one.name:
        return False
    if phrase.bearer == "person":
        gender = gender_of(phrase.head)
        agree = gender is None or one.gender is None or gender == one.gender
        return one.bearer in ("person", None) and agree
    return one.bearer in ("organisation", None)


def _body(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "the ministry" is the one whose name says so; "the company" the one most spoken of nearby."""
    head, at = singular(phrase.head), phrase.start
    at_first = cast.around(0, 2 * NEAR) if at < NEAR else []
    near = cast.around(max(0, at - 3 * NEAR), at) + at_first
    bodies = list({id(s): s for s in near if s.name and (s.bearer == "organisation" or s.doubted)}.values())
    alike = nouns().kin.get(head, frozenset((head,)))
    owners = [cast.of(n) for n in phrase.owners]
    if any(one.bearer in ("person", "organisation") for one in owners):
        return None
    called = (s for s in cast.of_head.get(head, ())[:MOST] if s.bearer == "organisation" or s.doubted)
    titled = [s for s in called if s.name]
    before = [s for s in titled if cast.last(s, at) is not None]
    if before or titled and head not in nouns().firms:
        best = max(before or titled, key=lambda s: cast.last(s, at) or -1)
        return Choice(best, _nearest_name(best, at), "noun-of-name", 0.8)
    if head in nouns().publications:
        papers = [s for s in bodies if set(s.full) & nouns().publishing and cast.last(s, at) is not None]
        if papers:
            best = max(papers, key=lambda s: cast.last(s, at) or -1)
            return Choice(best, _nearest_name(best, at), "publication", 0.8)
    if head not in nouns().firms and not alike & nouns().firms:
        return None
    if head in nouns().public and phrase.words:
        return None
    bodies = [s for s in bodies if not any(c.isdigit() for c in s.name) and s.name not in nouns().seats]
    trading = [s for s in bodies if s.full[-1] not in nouns().institutions - nouns().trading]
    return _most_spoken_of(cast, trading if head in nouns().firms - nouns().public else bodies, phrase)


def _most_spoken_of(cast: Cast, fits: list[Someone], phrase: Phrase, ahead: float = 1.0) -> Choice | None:
    at = phrase.start
    ranked = sorted(((_salience(cast, s, at), s) for s in fits), key=lambda r: -r[0])
    ranked = [r for r in ranked if r[0] > 0]
    if not ranked:
        return _told_later(fits, at)
    if len(ranked) > 1 and ranked[0][0] <= ahead * ranked[1][0]:
        return Choice(None, None, "equally-near", 0.0)
    best = ranked[0][1]
    return Choice(best, _nearest_name(best, at), "most-spoken-of", 0.6)


def _told_later(fits: list[Someone], at: int) -> Choice | None:
    """ "The investment bank …" in the first lines: the one the article goes on about."""
    known = [s for s in fits if len(s.names) > 1]
    if at > NEAR or not known:
        return None
    best = max(known, key=lambda s: len(s.names))
    return Choice(best, nearest_name(best, at), "named-later", 0.5)


def _salience(cast: Cast, one: Someone, at: int) -> float:
    """Mentions count, near ones more, speaking and beginning sentences most."""
    last = cast.last(one, at)
    if last is None or at - last > 3 * NEAR:
        return 0.0
    near = cast.times(one, max(0, at - NEAR // 2), at)
    leads = cast.spoke(one, max(0, at - NEAR), at) + cast.opened(one, max(0, at - NEAR), at)
    led = cast.led(one, at)
    lately = LEADS * 400 / (400 + at - led) if led is not None else 0.0
    return cast.times(one, 0, at) * 0.3 + near * 0.7 + leads + 200 / (100 + at - last) + lately


def _anybody(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "the actor", "the 46-year-old": the person spoken of most nearby; by far, if more is said of them."""
    if phrase.lead == "this" and phrase.head in nouns().telling:
        return None
    near = cast.around(max(0, phrase.start - 3 * NEAR), phrase.start)
    if phrase.start < NEAR:
        near += cast.around(phrase.start, 2 * NEAR)
    fits = [s for s in {id(s): s for s in near}.values() if _can_be(s, phrase) and s.bearer == "person"]
    own = speaking_around(cast, phrase.start)  # nobody calls himself "the candidate"
    fits = [s for s in fits if s is not own and not _of_other_office(cast, s, phrase)]
    party = phrase.words & _PARTIES
    fits = [s for s in fits if not party or not _of_other_party(cast, s, party)]
    more = phrase.words - _COUNTRIES - _PARTIES - nouns().vague - {singular(phrase.head)}
    return _most_spoken_of(cast, fits, phrase, ahead=BY_FAR if more else 1.0)


def _of_other_party(cast: Cast, one: Someone, party: frozenset[str]) -> bool:
    """Whether all that is said of somebody names another party: no Democrat is "the Republican"."""
    told = cast.said_of.get(id(one), ())
    said = frozenset().union(*(d.words | {singular(d.head)} for d in told)) & _PARTIES
    return bool(said) and not said & party


def _of_other_office(cast: Cast, one: Someone, phrase: Phrase) -> bool:
    """Whether a title tells that one holds another office: "President Bell" is not the senator."""
    head = singular(phrase.head)
    held = {singular(d.head) for d in cast.said_of.get(id(one), ())} & nouns().elected
    return head in nouns().elected and bool(held) and head not in held


def _nearest_name(one: Someone, at: int) -> tuple[int, int] | None:
    """The fullest name nearest before an offset, else the first behind it."""
    full = one.fullest
    i = bisect_left(full, at, key=attrgetter("start"))
    chosen = full[max(i - 1, 0)] if full else None
    return (chosen.start, chosen.end) if chosen else None


nearest_name = _nearest_name
