"""Counting what a store holds, and copying it."""

import json
import sqlite3
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import backup, find, write
from onrecord.store.stats import Stats, stats
from tests.stored import AT, all_are_closed, assert_whole, record, store  # noqa: F401

URL = "https://ledger.example/silo"


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    """Two versions of one article, one of another outlet in another language, in two cases."""
    foreign = record("Ein Text.", outlet=None, date="2031")
    foreign = replace(foreign, article=replace(foreign.article, language="de", analysed=False))
    db = store(tmp_path / "s.db", record(url=URL), record("Later.", url=URL, date="2031-06"), case="silo")
    write.put(db, foreign, key=None, case="dam", at=AT)
    return db


def test_everything_is_counted(db: sqlite3.Connection) -> None:
    """Articles by outlet, language, month and case; statements by form and mode; who is quoted most."""
    assert stats(db) == Stats(
        articles=3,
        analysed=2,
        versions=1,
        attributions=3,
        outlets={"Harbor Ledger": 2, "": 1},
        languages={"en": 2, "de": 1},
        months={"2031": 1, "2031-05": 1, "2031-06": 1},
        cases={"silo": 2, "dam": 1},
        forms={"indirect": 2, "direct": 1},
        modes={"speech": 2, "thought": 1},
        speakers={"Anneke Roos": 1, "Lucan Frey": 1},
    )


def test_one_case_is_counted_alone(db: sqlite3.Connection) -> None:
    """With a case only its articles; an unknown one has none."""
    found = stats(db, case="dam")
    assert (found.articles, found.analysed, found.attributions, found.cases) == (1, 0, 0, {"dam": 1})
    assert stats(db, case="unknown").articles == 0


def test_an_empty_store_is_counted(tmp_path: Path) -> None:
    """Nothing is nothing, and JSON can say it."""
    found = asdict(stats(store(tmp_path / "s.db")))
    assert json.loads(json.dumps(found))["articles"] == 0


def test_a_backup_is_the_same_store(tmp_path: Path, db: sqlite3.Connection) -> None:
    """It is one file, sound, with the same records, with no -wal beside it."""
    backup.backup(db, tmp_path / "copy.db")
    assert sorted(file.name for file in tmp_path.glob("copy*")) == ["copy.db"]
    copy = store(tmp_path / "copy.db")
    assert list(find.records(copy)) == list(find.records(db))
    assert stats(copy) == stats(db)
    assert_whole(copy)


def test_a_backup_overwrites_nothing(tmp_path: Path, db: sqlite3.Connection) -> None:
    """A file that is there stays as it is, even one that is empty."""
    (tmp_path / "copy.db").touch()
    with pytest.raises(StoreError, match="is there already; give a backup the name of a new file"):
        backup.backup(db, tmp_path / "copy.db")
    with pytest.raises(StoreError, match="is there already"):
        backup.backup(db, tmp_path / "s.db")
    assert (tmp_path / "copy.db").read_bytes() == b""


@pytest.mark.parametrize("name", ["no folder/copy.db", "a\0b"])
def test_a_backup_needs_a_place(tmp_path: Path, db: sqlite3.Connection, name: str) -> None:
    """Where no file can be made the error says so."""
    with pytest.raises(StoreError, match=r"cannot be written.*give it another place"):
        backup.backup(db, tmp_path / name)


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path, db: sqlite3.Connection) -> None:
    """What cannot be finished is taken away again."""
    db.close()
    with pytest.raises(StoreError, match="closed"):
        backup.backup(db, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
