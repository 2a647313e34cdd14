"""Versions: articles that share a url and differ in their text follow one another in order of adding."""

import sqlite3

from onrecord.store.rows import Value


def earlier(db: sqlite3.Connection, article: str, key: Value, text: Value) -> str | None:
    """The last article added before this one (it need not be there yet) under its url, with another text."""
    found = db.execute(
        """SELECT id FROM articles
        WHERE url_key = :key AND id <> :id AND text <> :text
        AND rowid < coalesce((SELECT rowid FROM articles WHERE id = :id), 9223372036854775807)
        ORDER BY rowid DESC LIMIT 1""",
        {"id": article, "key": key, "text": text},
    ).fetchone()
    return found[0] if found else None


def relink(db: sqlite3.Connection, article: str) -> int:
    """Before an article goes: let those that follow it follow the one before, or none; how many."""
    after = db.execute("SELECT id, url_key, text FROM articles WHERE version_of = ?", (article,)).fetchall()
    key = db.execute("SELECT url_key FROM articles WHERE id = ?", (article,)).fetchone()
    db.execute(
        "UPDATE articles SET url_key = NULL WHERE id = ?", (article,)
    )  # so that it is nobody's version
    for id_, _, text in after:
        before = earlier(db, id_, key[0], text)
        db.execute("UPDATE articles SET version_of = ? WHERE id = ?", (before, id_))
    return len(after)
