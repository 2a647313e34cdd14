"""What matters and what does not when reports are compared, read once from `lang/comparing.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class Comparing:
    """Words that carry little, spellings that are one, endings that only inflect; all lower-cased.

    `classes` leads from words or phrases to what they say together: that nothing is, how sure, how many.
    """

    light: frozenset[str]
    spellings: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]
    forms_of: Mapping[str, str]  # "she" -> "he": what small words are compared as
    around: Mapping[str, frozenset[str]]
    classes: Mapping[tuple[str, ...], str]
    limits: frozenset[str]  # classes
    counting: frozenset[str]  # words that limit nothing unless a number follows
    weighing: frozenset[str]  # words that leave something open only before a form in -ing
    restricting: frozenset[str]
    denying: frozenset[str]
    turning: frozenset[str]
    scope: tuple[str, ...]  # classes, the narrowest first
    wide: frozenset[str]
    places: Mapping[str, int]  # how large
    nobody: frozenset[str]
    hidden: frozenset[str]
    prefixes: tuple[str, ...]
    colours: Mapping[str, str]  # cue -> what it makes of the words
    acts: Mapping[str, frozenset[str]]
    loaded: tuple[Mapping[str, int], ...]  # word -> number of its group in the line
    opposites: frozenset[frozenset[str]]
    harmless: tuple[tuple[str, ...], ...]  # the longest first
    listeners: Mapping[str, str]  # word -> the first of those for the same people
    anybody: frozenset[str]


@cache
def comparing() -> Comparing:
    """The lists of `comparing.toml`."""
    data = tables("comparing")
    harmless = (tuple(phrase.split()) for phrase in data["harmless"]["phrases"])
    return Comparing(
        light=frozenset(data["light"]["words"]),
        spellings=tuple((british, american) for british, american in data["spelling"]["endings"]),
        forms=tuple(data["spelling"]["forms"]),
        forms_of=_turned(data["small"]),
        around={name: frozenset(words) for name, words in data["around"].items()},
        classes={tuple(word.split()): name for word, name in _turned(data["classes"]).items()},
        limits=frozenset(data["limits"]["classes"]),
        counting=frozenset(data["limits"]["counting"]),
        weighing=frozenset(data["limits"]["weighing"]),
        restricting=frozenset(data["limits"]["restricting"]),
        denying=frozenset(data["turning"]["denying"]),
        turning=frozenset(data["turning"]["words"]),
        scope=tuple(data["scope"]["order"]),
        wide=frozenset(data["scope"]["wide"]),
        places={word: size for size, words in enumerate(data["scope"]["places"]) for word in words},
        nobody=frozenset(data["scope"]["nobody"]),
        hidden=frozenset(data["negation"]["hidden"]),
        prefixes=tuple(data["negation"]["prefixes"]),
        colours=_turned(data["cues"]),
        acts={name: frozenset(words) for name, words in data["acts"].items()},
        loaded=tuple(
            {w: n for n, group in enumerate(line) for w in group} for line in data["loaded"]["lines"]
        ),
        opposites=frozenset(frozenset(pair) for pair in data["loaded"]["opposites"]),
        harmless=tuple(sorted(harmless, key=len, reverse=True)),
        anybody=frozenset(data["listeners"]["anybody"]),
        listeners={word: line[0] for line in data["listeners"]["alike"] for word in line},
    )


def _turned(lists: Mapping[str, Any]) -> dict[str, str]:
    """From the name with its words to the word with its name."""
    return {word: name for name, words in lists.items() for word in words}
