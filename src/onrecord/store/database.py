"""Opening the store: one SQLite file, ours, sound, and of a schema this release knows."""

import sqlite3
from pathlib import Path


def opened(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the store in a file; with `create` a new one where there is none."""
    raise NotImplementedError
