"""One transaction: all of what happens inside is stored, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Take the writer's lock at once, so that no other writer comes between reading and writing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has SQLite roll back by itself
            db.execute("ROLLBACK")
        raise
