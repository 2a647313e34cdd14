"""Migrations: a store of any earlier schema, with articles in it, becomes one of the newest."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import database, find, migrate, write
from onrecord.store.search import Query, search
from tests.stored import AT, all_are_closed, assert_whole, record, store  # noqa: F401

NEWEST = len(migrate.migrations())


def made(path: Path, version: int) -> None:
    """A store as the release with that schema left it, with an article in it."""
    db = sqlite3.connect(path, isolation_level=None)
    migrate.migrate(db, to=version)
    if version:
        write.put(db, record(), key="key", case="main", at=AT)
    db.close()


def schema(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Everything a store is made of, as SQL."""
    return db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_from_every_earlier_version(tmp_path: Path, version: int) -> None:
    """The schema is that of a new store, the articles are still there, and search finds them."""
    made(tmp_path / "old.db", version)
    db = database.opened(tmp_path / "old.db")
    assert migrate.version(db) == NEWEST
    assert schema(db) == schema(store(tmp_path / "new.db"))
    assert list(find.records(db)) == [record()]
    assert find.known(db, "key") == record().article.id
    assert [hit.speaker for hit in search(db, Query(words="floor"))] == ["Anneke Roos"]
    assert write.put(db, record("Another."), key=None, case="main", at=AT)
    assert_whole(db)


def test_migrations_are_numbered_without_a_gap() -> None:
    """The file names say the order; their numbers are the versions."""
    folder = Path(migrate.__file__).parent / "migrations"
    assert sorted(file.name[:4] for file in folder.glob("*.sql")) == [f"{n:04}" for n in range(1, NEWEST + 1)]


@pytest.mark.parametrize("version", range(NEWEST))
def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    """Half of a migration is none; the next opening goes on from there."""
    path = tmp_path / "old.db"
    made(path, version)
    db = sqlite3.connect(path)
    before = schema(db)
    db.close()
    scripts = migrate.migrations()
    broken = (*scripts[:version], scripts[version] + "\nINSERT INTO no_such_table VALUES (1);\n")
    monkeypatch.setattr(migrate, "migrations", lambda: broken)
    with pytest.raises(StoreError, match="no_such_table"):
        database.opened(path, create=True)
    db = sqlite3.connect(path)
    assert (schema(db), migrate.version(db)) == (before, version)
    db.close()
    monkeypatch.undo()
    assert migrate.version(database.opened(path, create=True)) == NEWEST


def test_a_broken_making_is_taken_up(tmp_path: Path) -> None:
    """A process that died between two migrations leaves a store that the next opening finishes."""
    path = tmp_path / "onrecord.db"
    db = sqlite3.connect(path, isolation_level=None)
    migrate.migrate(db, to=1)
    db.close()
    assert migrate.version(database.opened(path)) == NEWEST
