"""Opening the store: one SQLite file, ours, sound, and of a schema this release knows."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store import migrate
from onrecord.store.faults import SAID, in_words
from onrecord.store.transaction import moment

APPLICATION = int.from_bytes(b"ONRC", "big")  # PRAGMA application_id; set by the first migration
MAGIC = b"SQLite format 3\0"
OLDEST = (3, 37)  # SQLite; what the tests run with is 3.40, and nothing newer is used
BUSY_SECONDS = 30.0  # how long a writer waits for another one; one article takes milliseconds
CACHE_KIB = 64 * 1024  # the default of 2 MB reads the same pages again and again in a large store
# A check reads the whole file, about a second for half a GB. It is made where something may have gone wrong,
# the last process not having cleared up (a -wal file is left), or where it costs next to nothing.
ALWAYS_CHECKED = 32 * 2**20
NO_FTS = "this Python's SQLite has no full-text search (FTS5); use a Python from python.org or your system"


def opened(path: Path, *, create: bool = False, trusted: bool = False) -> sqlite3.Connection:
    """A connection to the store in a file; with `create` a new one where there is none.

    `trusted`: this process has it open already, so that it is known to be sound.
    """
    _check_program()
    _check_file(path, create)
    check = not trusted and _worth_checking(path)
    with in_words(path):
        db = _connected(path, create)
        try:
            _check_ours(db, path, create)
            _prepare(db)
            if check:
                _check_sound(db, path)
            migrate.migrate(db)
        except BaseException:
            db.close()
            raise
    return db


def _check_program() -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        needed = ".".join(map(str, OLDEST))
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old; a store needs {needed}: use a newer Python"
        )


def _check_file(path: Path, create: bool) -> None:
    """What can be told without SQLite, in better words than it has."""
    try:
        if path.is_dir():
            raise StoreError(
                f"{path} is a folder; a store is a file: name one inside, as in {path / 'onrecord.db'}"
            )
        if not path.exists():
            _check_missing(path, create)
        elif not path.is_file():
            raise StoreError(f"{path} is no file; give the store another name")
        else:
            _check_size(path, create)
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreError(
            f"the store {path} cannot be opened: {why}; copy it to where you may read and write"
        ) from error


def _check_missing(path: Path, create: bool) -> None:
    if not create:
        raise StoreError(f"there is no store {path}; `onrecord add PATH… --store {path}` makes one")
    if "\0" in str(path) or not path.parent.is_dir():
        raise StoreError(f"the store {path} cannot be made: there is no folder {path.parent}; make it first")


def _check_size(path: Path, create: bool) -> None:
    """Not by opening the file: closing it again would let go of the locks that SQLite holds on it for other
    connections of this process, and another process would then take the store for its own."""
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if not path.stat().st_size and not create:
        raise StoreError(f"the store {path} is empty; `onrecord add PATH… --store {path}` fills it")


@contextmanager
def _told_when_no_sqlite(path: Path) -> Iterator[None]:
    """What SQLite cannot make head or tail of, in better words; nobody can have that open as a store."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB" and _head(path) != MAGIC:
            raise StoreError(
                f"{path} is no store: it is not an SQLite file; give another name with --store FILE"
            ) from error
        raise


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(MAGIC))


def _worth_checking(path: Path) -> bool:
    if not path.exists():
        return False
    return path.with_name(path.name + "-wal").exists() or path.stat().st_size <= ALWAYS_CHECKED


def _connected(path: Path, create: bool) -> sqlite3.Connection:
    mode = "rwc" if create else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    # Pages are asked for in several threads, one at a time for each connection (`onrecord.web.stores`).
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _check_ours(db: sqlite3.Connection, path: Path, create: bool) -> None:
    """A file without anything in it becomes a store when one may be made; another program's never."""
    with _told_when_no_sqlite(path), moment(db):  # another process may be making the store just now
        application = db.execute("PRAGMA application_id").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    newest = len(migrate.migrations())
    if application == APPLICATION:
        if migrate.version(db) > newest:
            raise StoreError(
                f"the store {path} was written by a newer release of onrecord (schema {migrate.version(db)}, "
                f"this one knows {newest}); bring onrecord up to date, or give another store"
            )
        return
    if application or tables:
        raise StoreError(f"{path} is another program's SQLite file; give another name with --store FILE")
    if not create:
        raise StoreError(f"the store {path} is empty; `onrecord add PATH… --store {path}` fills it")


def _prepare(db: sqlite3.Connection) -> None:
    if not db.execute("SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'").fetchone()[0]:
        raise StoreError(NO_FTS)
    for pragma in (
        "journal_mode = WAL",  # readers do not wait for a writer; a disk that cannot keeps to a journal
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "secure_delete = ON",  # what is forgotten is overwritten
        f"cache_size = -{CACHE_KIB}",
    ):
        db.execute(f"PRAGMA {pragma}")


def _check_sound(db: sqlite3.Connection, path: Path) -> None:
    found = [row[0] for row in db.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise StoreError(f"the store {path}: {SAID['CORRUPT']} (SQLite says: {found[0]})")
