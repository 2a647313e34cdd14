"""Tables of names (cases, outlets, speakers): one row a name, gone when nothing refers to it any more."""

import sqlite3
from typing import Literal

from onrecord.store.rows import clean

USED_BY = {
    "cases": ("case_articles.case_id",),
    "outlets": ("articles.outlet_id", "attributions.outlet_id"),
    "speakers": ("attributions.speaker_id", "parties.speaker_id"),
}


def number(db: sqlite3.Connection, table: Literal["cases", "outlets", "speakers"], name: str) -> int:
    """The number of a name, which gets one when it has none."""
    found = db.execute(f"SELECT id FROM {table} WHERE name = ?", (clean(name),)).fetchone()
    if found is None:
        found = db.execute(f"INSERT INTO {table} (name) VALUES (?) RETURNING id", (clean(name),)).fetchone()
    return int(found[0])


def drop_unused(db: sqlite3.Connection) -> dict[str, int]:
    """Take away the names nothing refers to; how many of each table."""
    return {table: _drop(db, table) for table in USED_BY}


def _drop(db: sqlite3.Connection, table: str) -> int:
    used = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {user} WHERE {column} = {table}.id)"
        for user, column in (one.split(".") for one in USED_BY[table])
    )
    return db.execute(f"DELETE FROM {table} WHERE {used}").rowcount
