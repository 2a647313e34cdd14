"""What the units are called by which statements are compared: whole ones by an id, parts by a clause too."""

from collections.abc import Collection

MARK = "#"  # between the id of a statement and the first clause of its part


def unit_id(statement: str, first: int) -> str:
    """What the part of a statement that begins with a clause is called."""
    return f"{statement}{MARK}{first:04}"


def first_clause(unit: str) -> int:
    """Which clause of its statement a unit begins with."""
    return int(unit.partition(MARK)[2] or 0)


def whole_of(unit: str) -> str:
    """The id of the statement that a unit is of."""
    return unit.partition(MARK)[0]


def is_cut(unit: str) -> bool:
    """Whether it is a sentence of a long statement, or a claim of a short one."""
    return MARK in unit


def is_claim(unit: str, units: Collection[str]) -> bool:
    """Whether it is one of the claims that a statement joins, which stands among the units as a whole too."""
    return is_cut(unit) and whole_of(unit) in units


def is_of(one: str, two: str) -> bool:
    """Whether one of the two is the statement, and the other a claim of it."""
    return one != two and whole_of(one) == whole_of(two) and not (is_cut(one) and is_cut(two))
