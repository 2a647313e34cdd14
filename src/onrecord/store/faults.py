"""What SQLite says, in words with a way out: none of its errors leaves the store as it is."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

from onrecord.errors import StoreError

Given = ParamSpec("Given")
Result = TypeVar("Result")

BUSY = "another program is writing to it; wait until that is done, then run the command again"
# By SQLite's name for the error up to its second part: SQLITE_IOERR_READ is an IOERR.
SAID = {
    "BUSY": BUSY,
    "LOCKED": BUSY,
    "FULL": "the disk is full; nothing was half written: make room, then run the command again",
    "IOERR": "its disk cannot be read or written; check the disk, and copy the store to another one",
    "READONLY": "it cannot be written: file, folder or disk are read-only; copy it to where you may write",
    "CANTOPEN": "it cannot be opened; a store lies in a folder that you may write to: copy it to one",
    "PERM": "you may not open it; ask its owner, or copy it to where you may write",
    "AUTH": "you may not open it; ask its owner, or copy it to where you may write",
    "NOTADB": "it is no store, or damaged; give another name with --store FILE, or go on with a backup",
    "CORRUPT": "it is damaged; go on with a backup (`onrecord backup` makes them), or save what can be read: "
    "`sqlite3 FILE .recover | sqlite3 NEW-FILE`",
    "INTERRUPT": "the work on it was interrupted; run the command again",
    "NOMEM": "there is too little memory to work on it; close other programs, then run the command again",
    "TOOBIG": "a text is too large for it; leave that article out with --largest",
}


@contextmanager
def in_words(name: Path | str) -> Iterator[None]:
    """Whatever SQLite raises inside is raised as a StoreError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the store {name}: {_said(error)}") from error


def told(
    function: Callable[Concatenate[sqlite3.Connection, Given], Result],
) -> Callable[Concatenate[sqlite3.Connection, Given], Result]:
    """The function, with SQLite's errors in words."""

    @wraps(function)
    def wrapper(db: sqlite3.Connection, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return function(db, *args, **kwargs)
        except sqlite3.Error as error:
            raise StoreError(f"the store{_name(db)}: {_said(error)}") from error

    return cast(Callable[Concatenate[sqlite3.Connection, Given], Result], wrapper)


def _name(db: sqlite3.Connection) -> str:
    try:
        return " " + str(db.execute("PRAGMA database_list").fetchone()[2])
    except sqlite3.Error:
        return ""  # it was closed


def _said(error: sqlite3.Error) -> str:
    parts = getattr(error, "sqlite_errorname", "").split("_")
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return "it was closed; open it again"
    return SAID.get(parts[1] if len(parts) > 1 else "", f"{error}: a mistake in onrecord; please report it")
