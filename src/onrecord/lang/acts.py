"""The words that tell whether a date belongs to an act of saying, read once from `lang/acts.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: its verbs and nouns, whether it happens once, whether it is of words on paper."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    once: bool = False
    papers: bool = False


@dataclass(frozen=True, slots=True)
class ActWords:
    """Words between a date and a cue, by what they do to the tie between the two; all lower-cased."""

    clause_starts: frozenset[str]
    about: frozenset[str]
    finite: frozenset[str]
    coming_out: frozenset[str]
    speaking: frozenset[str]
    opening: frozenset[str]
    light: frozenset[str]
    apart: frozenset[str]
    to_come: frozenset[str]
    wants: frozenset[str]
    plans: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    around: frozenset[str]
    meeting: frozenset[str]
    happenings: tuple[Kind, ...]
    bare: frozenset[str]
    more: frozenset[str]
    papers: frozenset[str]
    comes_out: frozenset[str]


@cache
def act_words() -> ActWords:
    """The lists of `acts.toml`."""
    data: dict[str, Any] = tables("acts")
    clause = data["clause"]
    return ActWords(
        clause_starts=frozenset(clause["starts"]),
        about=frozenset(clause["about"]),
        finite=frozenset(clause["finite"]),
        coming_out=frozenset(clause["coming_out"]),
        speaking=frozenset(clause["speaking"]),
        opening=frozenset(clause["opening"]),
        light=frozenset(clause["light"]),
        apart=frozenset(clause["apart"]),
        to_come=frozenset(clause["to_come"]),
        wants=frozenset(clause["wants"]),
        plans=frozenset(clause["plans"]),
        past=frozenset(clause["past"]),
        present=frozenset(clause["present"]),
        around=frozenset(clause["around"]),
        meeting=frozenset(data["meeting"]["verbs"]),
        happenings=tuple(_kind(**entry) for entry in data["happening"]),
        bare=frozenset(data["tellings"]["bare"]),
        more=frozenset(data["tellings"]["more"]),
        papers=frozenset(data["paper"]["nouns"]),
        comes_out=frozenset(data["paper"]["verbs"]),
    )


def _kind(verbs: list[str], nouns: list[str], **rest: bool) -> Kind:
    return Kind(frozenset(verbs), frozenset(nouns), **rest)
