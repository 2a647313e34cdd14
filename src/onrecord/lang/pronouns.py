"""The pronouns, and the small words that tell a mention's place in its sentence."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, eq=False)
class PronounWords:
    """What each pronoun can stand for and its case, and words by their class; all lower-cased."""

    stand_for: Mapping[str, str]
    cases: Mapping[str, str]
    beside: Mapping[str, str]


@cache
def english_pronouns() -> PronounWords:
    """The lists of `pronouns.toml`."""
    text = resources.files("onrecord.lang").joinpath("pronouns.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return PronounWords(*({w: kind for kind, ws in data[k].items() for w in ws} for k in _TABLES))


_TABLES = ("stand_for", "cases", "beside")
