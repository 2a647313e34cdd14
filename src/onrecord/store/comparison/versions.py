"""Which version of its record an article is in: what was found in another version holds no more."""

import hashlib
import sqlite3
from collections.abc import Iterator

LETTERS = 16
OF_CASE = """r.article_id IN (SELECT ca.article_id FROM case_articles ca JOIN cases c ON c.id = ca.case_id
    WHERE c.name = :case)"""


def versions(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Article -> the digest of its line."""
    for article, line in db.execute("SELECT article_id, line FROM records"):
        yield article, version(line)


def version(line: bytes) -> str:
    """The digest of one line as it is stored."""
    return hashlib.blake2b(line, digest_size=LETTERS // 2).hexdigest()
