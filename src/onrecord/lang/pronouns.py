"""The pronouns, and the small words that tell a mention's place in its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class PronounWords:
    """What each pronoun can stand for and its case, and words by their class; all lower-cased."""

    stand_for: Mapping[str, str]
    cases: Mapping[str, str]
    beside: Mapping[str, str]


@cache
def english_pronouns() -> PronounWords:
    """The lists of `pronouns.toml`."""
    data = tables("pronouns")
    return PronounWords(*({w: kind for kind, ws in data[k].items() for w in ws} for k in _TABLES))


_TABLES = ("stand_for", "cases", "beside")
