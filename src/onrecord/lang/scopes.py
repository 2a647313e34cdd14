"""What figures count, read once from `lang/scopes.toml`: outcomes, anybody, parts, units of one kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class Scopes:
    """Word -> outcomes; words for anybody and for a part; unit -> its kind and size."""

    outcomes: Mapping[str, frozenset[str]]
    anybody: frozenset[str]
    numbers: frozenset[str]
    part: frozenset[str]
    units: Mapping[str, tuple[str, float]]


@cache
def scopes() -> Scopes:
    """The lists of `scopes.toml`."""
    data = tables("scopes")
    single = {word: frozenset({name}) for name, words in data["outcomes"].items() for word in words}
    several = {word: frozenset(name.split("-")) for name, words in data["several"].items() for word in words}
    kinds = data["units"].items()
    units = {unit: (kind, float(size)) for kind, sizes in kinds for unit, size in sizes.items()}
    anybody, numbers, part = (frozenset(data[name]["words"]) for name in ("anybody", "numbers", "part"))
    return Scopes(single | several, anybody, numbers, part, units)
