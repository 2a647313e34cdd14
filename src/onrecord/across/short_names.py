"""Names of one word: whose they are, where an article that shares something has the full name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.called import Called
from onrecord.across.full_names import Form
from onrecord.across.joined import Joined
from onrecord.across.near import Near, token
from onrecord.people.alike import initials
from onrecord.people.nouns import nouns
from onrecord.people.places import country_of

CROWD = 60  # later articles that one with the same short name is compared with
SHORTEST = 2  # letters of an acronym


def join_short_names(short: Sequence[Called], forms: Sequence[Form], near: Near, joined: Joined) -> None:
    """Each to the only one it can mean nearby; those that can mean nobody else, to each other."""
    known = _index(forms)
    alone: dict[str, list[Called]] = defaultdict(list)
    for one in sorted(short, key=lambda one: (near.when(one.article.id), one.order)):
        fits = [*known.get(one.sounds[0], ()), *known.get(_letters(one.words[0]), ())]
        fits = [form for form in fits if one.personal or not all(o.personal for o in form.who)]
        meant = _meant(one, fits, near, joined)
        if meant is None:
            alone[one.sounds[0]].append(one)
        elif meant:
            joined.join(meant[0], one, "short-name")
    for said in alone.values():
        _join_alone(said, near, joined)


def _index(forms: Sequence[Form]) -> Mapping[str, list[Form]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for word in dict.fromkeys(_short(form)):
            found[word].append(form)
    return found


def _short(form: Form) -> Iterator[str]:
    """The single words by which somebody with a full name may be called."""
    one, words = form.who[0], form.words
    if any(o.personal for o in form.who) and country_of(words[-1].title()) is None:
        yield one.sounds[-1]
    if any(not o.personal for o in form.who):
        if len(initials(words)) > SHORTEST:
            yield _letters(initials(words))
        if words[-1] in nouns().publishing:
            yield one.sounds[-1]


def _letters(word: str) -> str:
    """Letters for a name are no word that sounds like another."""
    return f"{word}."


def _meant(one: Called, fits: Sequence[Form], near: Near, joined: Joined) -> tuple[Called, ...] | None:
    """The one meant; () where it cannot be told, None where nobody is in question."""
    only = len({joined.head(f.who[0].id) for f in fits}) == 1
    nearby = [f for f in fits if near.any(one.article.id, f.articles, token(one), int(only))]
    if not nearby:
        return None
    meant = [f for f in nearby if f.who[0].generation is None] or nearby
    heads = {joined.head(f.who[0].id): f.who[0] for f in meant}
    here = any(o.article.id == one.article.id for f in nearby for o in f.who)
    return tuple(heads.values()) if len(heads) == 1 and not here else ()


def _join_alone(said: Sequence[Called], near: Near, joined: Joined) -> None:
    """The same single word in articles that share something; a body's or a country's everywhere."""
    bodies = sum(not one.personal for one in said) * 2 > len(said)
    for at, one in enumerate(said):
        if bodies:
            joined.join(said[0], one, "same-name")
            continue
        for other in said[at + 1 : at + 1 + CROWD]:
            if one.words == other.words and near.articles(one.article.id, other.article.id, token(one)):
                joined.join(one, other, "same-name")
