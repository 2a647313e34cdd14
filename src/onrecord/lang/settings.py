"""The words that say through what, on what occasion and where something was said."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, eq=False)
class SettingWords:
    """Nouns and verbs with the kind of setting they are, and words around them; all lower-cased but names."""

    channels: Mapping[str, str]
    occasions: Mapping[str, str]
    acts: Mapping[str, str]
    names: Mapping[str, str]  # as they are written
    fresh: frozenset[str]
    back: frozenset[str]
    prepositions: frozenset[str]
    said_in: Mapping[str, frozenset[str]]  # by kind, and for "any"
    giving: frozenset[str]
    apart: frozenset[str]
    families: tuple[frozenset[str], ...]


@cache
def english_settings() -> SettingWords:
    """The lists of `settings.toml`."""
    text = resources.files("onrecord.lang").joinpath("settings.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return SettingWords(
        channels=_by_word(data["channels"]),
        occasions=_by_word(data["occasions"]),
        acts=_by_word(data["acts"]),
        names=_by_word(data["names"]),
        fresh=frozenset(data["fresh"]),
        back=frozenset(data["back"]),
        prepositions=frozenset(data["prepositions"]),
        said_in={kind: frozenset(words) for kind, words in data["said_in"].items()},
        giving=frozenset(data["giving"]),
        apart=frozenset(data["apart"]),
        families=tuple(map(frozenset, data["families"])),
    )


def _by_word(words_by_kind: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: kind for kind, words in words_by_kind.items() for word in words}
