"""How like statements are, kept for the next comparison."""

import sqlite3
from collections.abc import Iterator

from onrecord.store.comparison.earlier import Earlier, articles_of


def keep(db: sqlite3.Connection, earlier: Earlier) -> None:
    """Inside a transaction: the pairs of these articles as they are now, those of others as they were."""
    old = db.execute("SELECT one, two, score FROM compared_pairs")
    there = {article for (article,) in db.execute("SELECT id FROM articles")}
    stale, changed = [], []
    for one, two, score in old:
        pair = one, two
        articles = articles_of(pair)
        compared = all(article in earlier.versions for article in articles)
        if (compared and pair not in earlier.pairs) or not there.issuperset(articles):
            stale.append(pair)
        elif compared and pair not in earlier.new and earlier.scores.get(pair) != score:
            changed.append((earlier.scores.get(pair), *pair))
    db.executemany("DELETE FROM compared_pairs WHERE one = ? AND two = ?", stale)
    db.executemany("UPDATE compared_pairs SET score = ? WHERE one = ? AND two = ?", changed)
    db.executemany("INSERT OR REPLACE INTO compared_pairs VALUES (?, ?, ?, ?)", _new(earlier))
    _note(db, earlier)


def _new(earlier: Earlier) -> Iterator[tuple[str, str, float | None, bytes]]:
    for pair, row in sorted(earlier.new.items()):
        yield *pair, earlier.scores.get(pair), row


def _note(db: sqlite3.Connection, earlier: Earlier) -> None:
    """In which version each article was."""
    db.execute("DELETE FROM compared_articles WHERE article_id NOT IN (SELECT id FROM articles)")
    known = [(article, earlier.version(article)) for article in earlier.versions]
    db.executemany(
        "DELETE FROM compared_articles WHERE article_id = ?", ((a,) for a, version in known if not version)
    )
    db.executemany("INSERT OR REPLACE INTO compared_articles VALUES (?, ?)", ((a, v) for a, v in known if v))
