"""Getting out what was put in: records by id, in order of adding, by the fingerprint of their input."""

import sqlite3
from collections.abc import Iterator

from onrecord.record import Record


def known(db: sqlite3.Connection, key: str) -> str | None:
    """The id of the article that an item with this fingerprint became."""
    raise NotImplementedError


def record(db: sqlite3.Connection, article: str) -> Record | None:
    """The record of an article, `version_of` filled in."""
    raise NotImplementedError


def records(db: sqlite3.Connection, *, case: str | None = None) -> Iterator[Record]:
    """The records of all articles, or of one case, in order of adding."""
    raise NotImplementedError


def matching(db: sqlite3.Connection, prefix: str) -> tuple[str, ...]:
    """The ids of the articles that begin like that."""
    raise NotImplementedError


def cases(db: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the cases, in alphabetical order."""
    raise NotImplementedError
