"""Getting out what was put in: records by id, in order of adding, by the fingerprint of their input."""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import ReadError, StoreError
from onrecord.exports.jsonl import from_json
from onrecord.record import Record
from onrecord.store.faults import told

BATCH = (
    50  # records fetched at once: no statement stays open while the caller works, and may write, in between
)


@told
def known(db: sqlite3.Connection, key: str) -> str | None:
    """The id of the article that an item with this fingerprint became."""
    found = db.execute("SELECT article_id FROM inputs WHERE key = ?", (key,)).fetchone()
    return found[0] if found else None


@told
def record(db: sqlite3.Connection, article: str) -> Record | None:
    """The record of an article, `version_of` filled in."""
    found = db.execute(f"{_RECORDS} WHERE a.id = ?", (article,)).fetchone()
    return _record(*found[1:]) if found else None


def records(db: sqlite3.Connection, *, case: str | None = None) -> Iterator[Record]:
    """The records of all articles, or of one case, in order of adding."""
    last = 0
    while batch := _batch(db, last, case):
        yield from (_record(line, version_of) for _, line, version_of in batch)
        last = batch[-1][0]


@told
def matching(db: sqlite3.Connection, prefix: str) -> tuple[str, ...]:
    """The ids of the articles that begin like that."""
    found = db.execute(
        "SELECT id FROM articles WHERE substr(id, 1, length(:p)) = :p ORDER BY id", {"p": prefix}
    )
    return tuple(id_ for (id_,) in found)


@told
def cases(db: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the cases, in alphabetical order."""
    return tuple(name for (name,) in db.execute("SELECT name FROM cases ORDER BY name"))


_RECORDS = "SELECT a.rowid, r.line, a.version_of FROM articles a JOIN records r ON r.article_id = a.id"
_OF_CASE = """AND EXISTS (SELECT 1 FROM case_articles ca JOIN cases c ON c.id = ca.case_id
    WHERE ca.article_id = a.id AND c.name = :case)"""


@told
def _batch(db: sqlite3.Connection, last: int, case: str | None) -> list[tuple[int, bytes, str | None]]:
    where = f"WHERE a.rowid > :last {_OF_CASE if case is not None else ''} ORDER BY a.rowid LIMIT {BATCH}"
    return db.execute(f"{_RECORDS} {where}", {"last": last, "case": case}).fetchall()


def _record(line: bytes, version_of: str | None) -> Record:
    try:
        found = from_json(zlib.decompress(line).decode())
    except (zlib.error, UnicodeDecodeError, ReadError) as error:
        raise StoreError(f"the store is damaged: {error}; go on with a backup (`onrecord backup`)") from error
    return replace(found, article=replace(found.article, version_of=version_of))
