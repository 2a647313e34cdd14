"""Reporting words outside quotations: finite verbs, participles, and the helping words before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.lang import Language, english
from onrecord.record import Mode
from onrecord.tagger.rules.veil import Sentence

Form = Literal["finite", "plain", "participle"]
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_HELPING = re.compile(
    r"\b(?:(?:has|have|had|did|does|do|also|later|then|once|repeatedly|recently|first|earlier|previously|already"
    r"|often|even|still|just|now|only|never|not|again|would|will|might|could|can|may|[a-z]+ly)\s+"
    r"|(?:didn|doesn|hasn|haven|hadn)['’]t\s+){1,6}$"
)
HELP_REACH = 80  # code points before a cue in which its helping words stand
_NOUN = re.compile(  # behind these a word is a noun or an infinitive
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|no|any|some|of|in|for|with|by|on|from"
    r"|under|such|each|every|to)|['’]s|s['’])\s+$",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"\s+(?:out|back)\b(?!\s+of\b)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word; `start` takes in the helping words before it: "has also said"."""

    start: int
    end: int
    verb: int
    lemma: str
    mode: Mode
    form: Form


def cues(sentence: Sentence) -> Iterator[Cue]:
    """Every word of a sentence that may report, in order."""
    language = english()
    for match in _WORD.finditer(sentence.veiled, sentence.start, sentence.end):
        word = match.group().lower()
        lemma = _verb(word, language)
        particle = _PARTICLE.match(sentence.veiled, match.end(), sentence.end)
        particled = particle if particle and word in language.particled else None
        mode = "speech" if particled else _mode(lemma, language)
        if mode is None or word in language.doubtful or _is_noun(sentence, match):
            continue
        low = max(sentence.start, match.start() - HELP_REACH)
        helping = _HELPING.search(sentence.veiled, low, match.start())
        yield Cue(
            start=helping.start() if helping else match.start(),
            end=particled.end() if particled else match.end(),
            verb=match.start(),
            lemma=lemma,
            mode=mode,
            form=_form(word, "" if particled else lemma),
        )


def _verb(word: str, language: Language) -> str:
    """The base form; "saying" and "warning" are nouns as well, and known as such."""
    lemma = language.lemma(word)
    if lemma == word and word.endswith("ing"):
        verbs = language.speech | language.writing | language.thought
        return next((base for base in (word[:-3], word[:-3] + "e") if base in verbs), lemma)
    return lemma


def _mode(lemma: str, language: Language) -> Mode | None:
    if lemma in language.writing:
        return "writing"
    if lemma in language.speech | language.denied:
        return "speech"
    return "thought" if lemma in language.thought else None


def _is_noun(sentence: Sentence, match: re.Match[str]) -> bool:
    """A noun, an infinitive, or part of a name."""
    named = match.group()[0].isupper() and match.start() != sentence.start
    low = max(sentence.start, match.start() - HELP_REACH)
    return named or _NOUN.search(sentence.veiled, low, match.start()) is not None


def _form(word: str, lemma: str) -> Form:
    if word.endswith("ing") and not lemma.endswith("ing"):
        return "participle"
    return "plain" if word == lemma and not word.endswith("ed") else "finite"
