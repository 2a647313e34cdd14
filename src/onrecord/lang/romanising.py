"""How one name comes to be spelled in several ways, read once from `lang/romanising.toml`."""

from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Romanising:
    """Letters, sounds and endings with what they are compared as; vowels that stand for one another."""

    letters: Pairs
    sounds: Pairs
    endings: Pairs
    vowels: tuple[frozenset[str], ...]
    particles: frozenset[str]


@cache
def romanising() -> Romanising:
    """The lists of the file."""
    data = tables("romanising")
    return Romanising(
        letters=tuple((a, b) for a, b in data["letters"]),
        sounds=tuple((a, b) for a, b in data["sounds"]),
        endings=tuple((a, b) for a, b in data["endings"]),
        vowels=tuple(frozenset(pair) for pair in data["vowels"]),
        particles=frozenset(data["particles"]),
    )
