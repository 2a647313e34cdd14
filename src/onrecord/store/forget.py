"""Forgetting an article: it goes with everything that hangs on it, and its words leave the file."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went, counted; all zero but `cases` when the article stays for another case."""

    articles: int
    attributions: int
    flags: int
    keys: int
    cases: tuple[str, ...]  # it was taken out of
    speakers: int  # whom nothing else in the store names
    outlets: int
    relinked: int  # later versions that now follow another one, or none


def forget(db: sqlite3.Connection, article: str, *, case: str | None = None) -> Forgotten | None:
    """Forget an article, or with `case` its place there; None when there is no such article (there)."""
    raise NotImplementedError
