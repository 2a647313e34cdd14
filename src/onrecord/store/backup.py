"""A backup: a sound copy of the store, made while it may be in use."""

import sqlite3
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store.faults import in_words, told

PAGES = 2_000  # copied at a time; others may write in between


@told
def backup(db: sqlite3.Connection, path: Path) -> None:
    """Copy the store into a new file, and check the copy; what could not be finished is taken away again."""
    try:
        path.open("xb").close()  # so that of two backups at once only one can have the name
    except FileExistsError as error:
        raise StoreError(f"{path} is there already; give a backup the name of a new file") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise StoreError(f"the backup {path} cannot be written: {why}; give it another place") from error
    try:
        with in_words(path):
            _copy(db, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _copy(db: sqlite3.Connection, path: Path) -> None:
    copy = sqlite3.connect(path.absolute().as_uri(), uri=True, isolation_level=None)
    try:
        db.backup(copy, pages=PAGES)
        copy.execute(
            "PRAGMA journal_mode = DELETE"
        )  # one file, with no -wal beside it; opening it changes that
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        copy.close()
    if found != "ok":
        raise StoreError(f"the backup {path} is damaged ({found}); check the disk, then make another one")
