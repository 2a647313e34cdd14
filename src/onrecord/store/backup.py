"""A backup: a sound copy of the store, made while it may be in use."""

import sqlite3
from pathlib import Path


def backup(db: sqlite3.Connection, path: Path) -> None:
    """Copy the store into a new file."""
    raise NotImplementedError
