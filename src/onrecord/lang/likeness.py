"""Which words stand for one another when reports are compared, read once from `lang/likeness.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Negations, what opens a clause, endings that make a word of another kind, words put for one another."""

    negations: frozenset[str]
    openers: frozenset[str]
    linking: frozenset[str]
    subjects: frozenset[str]
    endings: tuple[str, ...]
    irregular: dict[str, str]
    alike: tuple[tuple[str, ...], ...]


@cache
def likeness() -> Likeness:
    """The lists of `likeness.toml`."""
    text = resources.files("onrecord.lang").joinpath("likeness.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Likeness(
        frozenset(data["negations"]),
        frozenset(data["clauses"]["openers"]),
        frozenset(data["clauses"]["linking"]),
        frozenset(data["clauses"]["subjects"]),
        tuple(sorted(data["roots"]["endings"], key=lambda ending: (-len(ending), ending))),
        dict(data["roots"]["irregular"]),
        tuple(tuple(line) for line in data["alike"]["words"]),
    )
