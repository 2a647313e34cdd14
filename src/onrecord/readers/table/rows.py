"""A row of a table, whatever the table is written in, or why it is none."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one row by the table's own names; `record` is its place: `line 5`, `item 5`."""

    record: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be read: what it is counted by, and why."""

    record: str
    cause: str
    why: str


def too_long(record: str, largest: int) -> Broken:
    """A row that is longer than any article may be."""
    why = f"it is longer than any article of {largest:,} characters; split it, or allow more with --largest"
    return Broken(record, "too large", why)
