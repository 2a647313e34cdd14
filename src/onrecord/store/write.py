"""Putting articles in: a record with its search columns, its keys and its case, in one transaction."""

import sqlite3

from onrecord.record import Record


def put(db: sqlite3.Connection, record: Record, *, key: str | None, case: str, at: str) -> bool:
    """Store a record; False when its article was there already: then only key and case are linked."""
    raise NotImplementedError


def replace(db: sqlite3.Connection, record: Record, *, key: str | None, case: str, at: str) -> None:
    """Store a record in place of the one its article had."""
    raise NotImplementedError


def link(db: sqlite3.Connection, article: str, *, case: str, at: str) -> bool:
    """Put an article that is in the store into a case as well; False when it was there."""
    raise NotImplementedError
