"""What a store holds, counted."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a store or of one case; unknown is counted under ""."""

    articles: int
    analysed: int
    versions: int  # articles that are a later version of another one
    attributions: int
    outlets: dict[str, int]  # articles each, most first
    languages: dict[str, int]
    months: dict[str, int]  # "2031-05", in order
    cases: dict[str, int]
    forms: dict[str, int]  # attributions each
    modes: dict[str, int]
    speakers: dict[str, int]  # the most quoted, thoughts left out


def stats(db: sqlite3.Connection, *, case: str | None = None) -> Stats:
    """The counts of the whole store, or of one case."""
    raise NotImplementedError
