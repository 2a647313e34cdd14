"""Migrations: numbered SQL files, one transaction each; PRAGMA user_version is the number of the last one."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib import resources


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of every migration, in order; the first is number 1."""
    folder = resources.files(__package__) / "migrations"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(file.read_text(encoding="utf-8") for file in files)


def version(db: sqlite3.Connection) -> int:
    """The number of the last migration a store has seen; 0: none yet."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, *, to: int | None = None) -> None:
    """Bring a store up to the newest schema; one that was killed in between goes on where it stood."""
    newest = len(migrations()) if to is None else to
    while (done := version(db)) < newest:
        db.execute("BEGIN IMMEDIATE")
        try:
            if version(db) == done:  # else another process was here while we waited for the lock
                for statement in _statements(migrations()[done]):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {done + 1}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """A script in single statements; `executescript` would commit between them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
