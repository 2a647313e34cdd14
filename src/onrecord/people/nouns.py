"""The nouns for people and bodies, read once from `lang/people.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from onrecord.lang.tables import tables
from onrecord.people.mention import Bearer, Gender


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """The lists of the file; what each holds stands there."""

    persons: frozenset[str]
    anybody: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    bodies: frozenset[str]
    firms: frozenset[str]
    publications: frozenset[str]
    publishing: frozenset[str]
    documents: frozenset[str]
    groups: frozenset[str]
    insiders: frozenset[str]
    trading: frozenset[str]
    by_bodies: frozenset[str]
    qualifiers: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    tails: frozenset[str]
    ranks: frozenset[str]
    institutions: frozenset[str]
    sites: frozenset[str]
    of_companies: frozenset[str]
    before_companies: frozenset[str]
    before_places: frozenset[str]
    pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    first_person: frozenset[str]
    after_pronoun: frozenset[str]
    adverbs: frozenset[str]
    nobody: frozenset[str]
    vague: frozenset[str]
    governing: frozenset[str]
    public: frozenset[str]
    to_come: frozenset[str]
    telling: frozenset[str]
    offices: frozenset[str]
    elected: frozenset[str]
    days: frozenset[str]
    peoples: frozenset[str]
    relations: frozenset[str]
    kin: Mapping[str, frozenset[str]]
    alike: Mapping[str, str]
    seats: Mapping[str, str]


@cache
def nouns() -> Nouns:
    """The lists, as sets."""
    data = tables("people")
    lists = {
        f.name: frozenset(data[f.name]) for f in fields(Nouns) if f.name not in ("seats", "alike", "kin")
    }
    kin: dict[str, frozenset[str]] = {}
    for row in data["kin"]:
        for word in row:
            kin[word] = kin.get(word, frozenset()) | frozenset(row)
    return Nouns(**lists, kin=kin, alike=data["alike"], seats=data["seats"])


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A known noun without its plural ending: "spokesmen" -> "spokesman", "ministries" -> "ministry"."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    known = _countable()
    low = nouns().alike.get(low.rstrip("."), low)
    tries = [low, low.removesuffix("s"), low.removesuffix("es")]
    tries += [low[:-3] + "y"] if low.endswith("ies") else [low[:-3] + "man"] if low.endswith("men") else []
    return next((form for form in tries if form in known), low)


@cache
def _countable() -> frozenset[str]:
    return nouns().persons | nouns().anybody | nouns().bodies | nouns().documents


@lru_cache(maxsize=1 << 14)
def bearer_of(noun: str) -> Bearer | None:
    """What a noun is said of: "ministers" a group, "minister" a person, "ministry" an organisation."""
    known, low, one = nouns(), noun.lower(), singular(noun)
    if low in known.groups:
        return "group"
    if one in known.persons or one in known.anybody:
        return "person" if one == low else "group"
    if one in known.bodies:
        return "organisation" if one == low else "group"
    return "document" if one in known.documents else None


@lru_cache(maxsize=1 << 14)
def gender_of(noun: str) -> Gender | None:
    """What a noun or title tells of somebody's gender."""
    one = singular(noun.rstrip("."))
    return "f" if one in nouns().feminine else "m" if one in nouns().masculine else None
