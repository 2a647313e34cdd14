"""One transaction: all of what happens inside is stored, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(db: sqlite3.Connection, *, undo: bool = False) -> Iterator[None]:
    """Take the writer's lock at once, so that no other writer comes between reading and writing.

    With `undo` it is only tried: in the end nothing has changed.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("ROLLBACK" if undo else "COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has SQLite roll back by itself
            db.execute("ROLLBACK")
        raise


@contextmanager
def moment(db: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside is of one moment, whatever others write."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        if db.in_transaction:
            db.execute("COMMIT")
