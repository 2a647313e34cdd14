"""Word lists of a language, as data: one TOML file, read once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from onrecord.lang.tables import tables

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class ListenerWords:
    """What begins and ends the words for somebody spoken to, who that can be, and what never hears."""

    ends: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    collectives: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    person_endings: tuple[str, ...]
    messages: tuple[str, ...]
    not_to: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What the rules know of one language; all words lower-cased."""

    speech: frozenset[str]
    writing: frozenset[str]
    thought: frozenset[str]
    denied: frozenset[str]
    addressing: frozenset[str]
    tellers: frozenset[str]
    directing: frozenset[str]
    only_to: frozenset[str]
    seldom_nested: frozenset[str]
    written_in: tuple[str, ...]
    designations: tuple[str, ...]
    cue_nouns: frozenset[str]
    irregular: Mapping[str, str]
    verdicts: frozenset[str]
    remarks: frozenset[str]
    introductions: tuple[str, ...]
    endings: tuple[str, ...]
    roles: frozenset[str]
    officers: frozenset[str]
    groups: frozenset[str]
    pronouns: frozenset[str]
    first_person: frozenset[str]
    documents: frozenset[str]
    organisations: tuple[str, ...]
    clauses: frozenset[str]
    objects: frozenset[str]
    told: frozenset[str]
    inverted: frozenset[str]
    doubtful: frozenset[str]
    particled: frozenset[str]
    occasions: tuple[str, ...]
    joints: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    listeners: ListenerWords

    def lemma(self, word: str) -> str:
        """The base form of a verb or noun, by table and endings: "warned" -> "warn", "urging" -> "urge"."""
        return _lemma(self, word)

    @property
    def cues(self) -> frozenset[str]:
        """Base forms of every word that can be a cue."""
        return _cues(self)

    @property
    def reporting(self) -> frozenset[str]:
        """Base forms of the words for speech and writing."""
        return _reporting(self)

    def addresses(self, word: str) -> bool:
        """Whether a word, however inflected, is a verb whose object is spoken to: "told", "warning"."""
        low = word.lower()
        return any(form in self.addressing for form in (self.irregular.get(low, low), *_bases(low)))

    def is_cue(self, word: str) -> bool:
        """Whether a word, however inflected, can be a cue."""
        return self.lemma(word) in self.cues


@cache
def english() -> Language:
    """The lists of `en.toml`."""
    data = tables("en")
    cues, parties, blocks = data["cues"], data["parties"], data["blocks"]
    rules = data["rules"]
    return Language(
        speech=frozenset(cues["speech"]),
        writing=frozenset(cues["writing"]),
        thought=frozenset(cues["thought"]),
        denied=frozenset(cues["denied"]),
        addressing=frozenset(cues["addressing"]),
        tellers=frozenset(cues["tellers"]),
        directing=frozenset(cues["directing"]),
        only_to=frozenset(cues["only_to"]),
        seldom_nested=frozenset(cues["seldom_nested"]),
        written_in=tuple(cues["written_in"]),
        designations=tuple(cues["designations"]),
        cue_nouns=frozenset(cues["nouns"]),
        irregular=data["irregular"],
        verdicts=frozenset(blocks["verdicts"]),
        remarks=frozenset(blocks["remarks"]),
        introductions=tuple(blocks["introductions"]),
        endings=tuple(blocks["endings"]),
        roles=frozenset(parties["roles"]),
        officers=frozenset(parties["officers"]),
        groups=frozenset(parties["groups"]),
        pronouns=frozenset(parties["pronouns"]),
        first_person=frozenset(parties["first_person"]),
        documents=frozenset(parties["documents"]),
        organisations=tuple(parties["organisations"]),
        clauses=frozenset(rules["clauses"]),
        objects=frozenset(rules["objects"]),
        told=frozenset(rules["told"]),
        inverted=frozenset(rules["inverted"]),
        doubtful=frozenset(rules["doubtful"]),
        particled=frozenset(rules["particled"]),
        occasions=tuple(rules["occasions"]),
        joints=frozenset(rules["joints"]),
        openers=frozenset(rules["openers"]),
        titles=frozenset(rules["titles"]),
        listeners=_listeners(data["listeners"]),
    )


def _listeners(data: Mapping[str, Any]) -> ListenerWords:
    return ListenerWords(
        ends=frozenset(data["ends"]),
        pronouns=frozenset(data["pronouns"]),
        determiners=frozenset(data["determiners"]),
        collectives=frozenset(data["collectives"]),
        things=frozenset(data["things"]),
        thing_endings=tuple(data["thing_endings"]),
        person_endings=tuple(data["person_endings"]),
        messages=tuple(data["messages"]),
        not_to=frozenset(data["not_to"]),
    )


@lru_cache(maxsize=1 << 16)
def _lemma(language: Language, word: str) -> str:
    word = word.lower().replace("’", "'")
    if word in language.irregular:
        return language.irregular[word]
    return next((form for form in _bases(word) if form in language.cues), word)


@cache
def _cues(language: Language) -> frozenset[str]:
    return language.speech | language.writing | language.thought | language.denied | language.cue_nouns


@cache
def _reporting(language: Language) -> frozenset[str]:
    return language.speech | language.writing


def words(text: str) -> list[str]:
    """The words of a stretch of text, lower-cased, numbers left out."""
    return [word.lower() for word in _WORD.findall(text)]


def _bases(word: str) -> list[str]:
    forms = [word]
    for ending, puts in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            forms.append(word[: -len(ending)] + puts)
    return forms
