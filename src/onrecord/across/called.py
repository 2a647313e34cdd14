"""An entity of one article as it is compared with those of others: by the words of its name."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.across.spelled import alike, sound
from onrecord.lang import english
from onrecord.lang.romanising import romanising
from onrecord.people.alike import Words, core, same_person
from onrecord.people.names import folded
from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.places import country_of, places
from onrecord.people.registry import Entry
from onrecord.record import Article, Entity, Evidence

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
GOVERNING = frozenset(("government", "regime"))  # behind a country's name: a country that speaks is these


@dataclass(frozen=True)
class Called:
    """Who is called what in one article."""

    entity: Entity
    article: Article
    entry: Entry | None  # on the user's list

    @property
    def id(self) -> str:
        return self.entity.id

    @cached_property
    def order(self) -> tuple[str, int, str]:
        """Its place among all: by article, then as numbered there."""
        article, _, own = self.id.rpartition(":e")
        number = own.partition("-")[0]  # behind it: the judgement that named somebody
        return article, int(number) if number.isdigit() else 0, self.id

    @cached_property
    def words(self) -> Words:
        """The words of its name, lower-cased, without titles and "Inc"."""
        words = name_words(self.entity.name)
        while self.personal and len(words) > 1 and words[0] in _titles() and bearer_of(words[1]) is None:
            words = words[1:]
        return words

    @cached_property
    def sounds(self) -> Words:
        """The same as they sound."""
        return tuple(sound(word) for word in self.words)

    @property
    def named(self) -> bool:
        """Whether it has a name: its own, or that of the country it governs."""
        return bool(self.words) and (self.entity.named or governed(self.entity.name) is not None)

    @property
    def personal(self) -> bool:
        """Whether it may be a person."""
        return self.entity.kind in ("person", None)

    @cached_property
    def generation(self) -> str | None:
        """ "Jr" and the like, which tells a son from his father."""
        marks = [w for w in folded(self.entity.name.replace(",", " ")) if w in GENERATIONS]
        return marks[-1] if marks and self.personal else None

    def shown(self) -> tuple[Evidence, ...]:
        """Where its article names it: the first time in the words it is known by, else at all."""
        mentions = self.entity.mentions
        first = [m for m in mentions if m.text == self.entity.name] or mentions
        return tuple(self.article.evidence(m.start, m.end) for m in first[:1])


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> Words:
    """The words of a name that tell who bears it."""
    name = governed(name) or places().abbreviations.get(name, name)
    folds = folded(places().countries.get(name, name).replace("-", " "))
    words = core(tuple(w.rstrip(",") for w in folds))
    if len(words) > 1 and words[0] in nouns().definite:
        words = words[1:]
    return words[:1] + tuple(w for w in words[1:] if w not in romanising().particles)


def governed(name: str) -> str | None:
    """The country of "the Iranian regime" and "Nigeria's government"."""
    words = [w for w in name.split() if w.lower() not in nouns().definite]
    if len(words) != 2 or words[1].lower() not in GOVERNING:
        return None
    return country_of(words[0].replace("’", "'").removesuffix("'s"))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(t.lower() for t in english().titles) | nouns().ranks


def compatible(one: Words, two: Words) -> bool:
    """Whether two names of two words and more can be one person's: initials, short forms, spellings."""
    if one == two or same_person(one, two):
        return True
    a, b = tuple(map(sound, one)), tuple(map(sound, two))
    if a == b or same_person(a, b):
        return True
    return len(a) == len(b) and a[-1] == b[-1] and all(map(alike, a, b))
