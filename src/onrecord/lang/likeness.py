"""Which words stand for one another when reports are compared, read once from `lang/likeness.toml`."""

from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Negations, what opens a clause, endings that make a word of another kind, words put for one another."""

    negations: frozenset[str]
    openers: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]
    subordinate: frozenset[str]
    finite: frozenset[str]
    subjects: frozenset[str]
    endings: tuple[str, ...]
    irregular: dict[str, str]
    alike: tuple[tuple[str, ...], ...]


@cache
def likeness() -> Likeness:
    """The lists of `likeness.toml`."""
    data = tables("likeness")
    return Likeness(
        frozenset(data["negations"]),
        frozenset(data["clauses"]["openers"]),
        frozenset(data["clauses"]["linking"]),
        frozenset(data["clauses"]["joining"]),
        frozenset(data["clauses"]["subordinate"]),
        frozenset(data["clauses"]["finite"]),
        frozenset(data["clauses"]["subjects"]),
        tuple(sorted(data["roots"]["endings"], key=lambda ending: (-len(ending), ending))),
        dict(data["roots"]["irregular"]),
        tuple(tuple(line) for line in data["alike"]["words"]),
    )
