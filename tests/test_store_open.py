"""Opening: a store that cannot be used says why and what to do; SQLite's own errors never come out."""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import database, find, write
from tests.stored import AT, all_are_closed, assert_whole, record, store  # noqa: F401


def no_file(path: Path) -> None:
    """Nothing lies there."""


def empty(path: Path) -> None:
    """A file of no bytes."""
    path.touch()


def folder(path: Path) -> None:
    """A folder has the name."""
    path.mkdir()


def text(path: Path) -> None:
    """No SQLite file, but longer than its header."""
    path.write_text("Dear Sir or Madam, " * 1000)


def short(path: Path) -> None:
    """No SQLite file, and shorter than its header."""
    path.write_text("hi")


def foreign(path: Path) -> None:
    """Another program's SQLite file."""
    _sql(path, "CREATE TABLE bookmarks (url)")


def foreign_id(path: Path) -> None:
    """Another program's SQLite file, with an id and no tables yet."""
    _sql(path, "PRAGMA application_id = 252006673")


def newer(path: Path) -> None:
    """A store of a later release."""
    store(path, record()).close()
    _sql(path, "PRAGMA user_version = 99")


def blank(path: Path) -> None:
    """A store whose making was broken off before its first table."""
    _sql(path, "PRAGMA journal_mode = WAL")


def half(path: Path) -> None:
    """A store of which the last half is missing."""
    store(path, *(record(f"Text {n}. " * 500) for n in range(20))).close()
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    """A store whose last half was overwritten."""
    store(path, *(record(f"Text {n}. " * 500) for n in range(120))).close()
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.seek(pages // 2 * 4096)
        file.write(b"\xff" * 4096 * (pages // 2))


def only_a_header(path: Path) -> None:
    """SQLite's first words and nothing that makes sense after them."""
    path.write_bytes(database.MAGIC + b"\xff" * 5000)


CASES = [
    (no_file, "there is no store .*`onrecord add PATH… --store .*` makes one"),
    (empty, "is empty; `onrecord add .*` fills it"),
    (blank, "is empty; `onrecord add .*` fills it"),
    (folder, "is a folder; a store is a file: name one inside"),
    (text, "not an SQLite file; give another name with --store"),
    (short, "not an SQLite file; give another name with --store"),
    (foreign, "another program's SQLite file; give another name"),
    (foreign_id, "another program's SQLite file; give another name"),
    (newer, "newer release.*bring onrecord up to date"),
    (half, "damaged; go on with a backup"),
    (overwritten, "damaged; go on with a backup"),
    (only_a_header, "no store, or damaged"),
]
FILLED = (no_file, empty, blank)  # where `add` makes a store


@pytest.mark.parametrize("make, words", CASES)
def test_what_is_no_store_says_so(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    """The error names the file and the way out; the file stays as it is."""
    path = tmp_path / "onrecord.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=words) as error:
        database.opened(path)
    assert str(path) in str(error.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("make, words", [case for case in CASES if case[0] not in FILLED])
def test_adding_spoils_no_other_file(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    """With `create` the same files are refused in the same words, and left alone."""
    path = tmp_path / "onrecord.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=words):
        database.opened(path, create=True)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("make", FILLED)
def test_adding_makes_a_store(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Where nothing is, or the making was broken off, a store is made; it can be opened again."""
    path = tmp_path / "onrecord.db"
    make(path)
    store(path, record()).close()
    assert list(find.records(database.opened(path))) == [record()]


@pytest.mark.parametrize("name", ["no such folder/onrecord.db", "a\0b.db"])
def test_a_store_in_no_folder(tmp_path: Path, name: str) -> None:
    """A folder that is missing is not made by a slip of the pen."""
    with pytest.raises(StoreError, match="make it first"):
        database.opened(tmp_path / name, create=True)


@pytest.mark.parametrize("name", ["100% #1?.db", "näyttö ‘x’.db", ":memory:", "file:x?mode=memory"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    """Characters with a meaning in URIs and SQL are just a name."""
    store(tmp_path / name, record()).close()
    assert list(find.records(database.opened(tmp_path / name))) == [record()]


def test_what_the_last_process_left_is_taken_up(tmp_path: Path) -> None:
    """A process that died leaves a -wal file; what was stored is in it, and the store is checked."""
    path = tmp_path / "onrecord.db"
    db = store(path, record())
    copy = tmp_path / "copy.db"
    for suffix in ("", "-wal"):
        copy.with_name(copy.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    db.close()
    with database.opened(copy) as again:
        assert list(find.records(again)) == [record()]
        assert_whole(again)


def test_a_large_store_is_checked_after_a_crash_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Damage of a large file is found at once when a -wal is left; else when the damaged place is read."""
    path = tmp_path / "onrecord.db"
    overwritten(path)
    monkeypatch.setattr(database, "ALWAYS_CHECKED", 1000)
    db = database.opened(path)
    with pytest.raises(StoreError, match="damaged"):
        list(find.records(db))
    db.close()
    path.with_name(path.name + "-wal").touch()
    with pytest.raises(StoreError, match="damaged"):
        database.opened(path)


def test_another_writer_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that is given up in time is no error; one that is not says what to do. Readers never wait."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    db, other = store(tmp_path / "onrecord.db", record()), store(tmp_path / "onrecord.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program is writing"):
        write.put(db, record("Two."), key=None, case="main", at=AT)
    assert list(find.records(db)) == [record()]
    other.execute("COMMIT")
    assert write.put(db, record("Two."), key=None, case="main", at=AT)


def test_many_may_make_a_store_at_once(tmp_path: Path) -> None:
    """Of several processes that begin together, none fails and nothing is lost."""
    failed: list[StoreError] = []

    def work(number: int) -> None:
        try:
            store(tmp_path / "onrecord.db", record(f"Text {number}.")).close()
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(list(find.records(database.opened(tmp_path / "onrecord.db")))) == 8


NOBODY = 65534
PERMISSIONS = [
    # of the folder, of the file, what is said
    (0o755, 0o000, "cannot be opened: Permission denied; copy it"),
    (0o755, 0o444, "read-only; copy it to where you may write|cannot be opened"),
    (0o555, 0o644, "cannot be opened; a store lies in a folder that you may write to|read-only"),
    (0o000, 0o644, "Permission denied; copy it"),
]


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
@pytest.mark.parametrize("of_folder, of_file, words", PERMISSIONS)
def test_a_store_one_may_not_write(tmp_path: Path, of_folder: int, of_file: int, words: str) -> None:
    """No permission for the file or its folder: said in words, by a process that has no special rights."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "folder"
        folder.mkdir()
        path = folder / "onrecord.db"
        store(path, record()).close()
        _own(Path(name), folder, path)
        path.chmod(of_file)
        folder.chmod(of_folder)
        try:
            said = _open_as_somebody(path, tmp_path / "scratch.db")
        finally:
            folder.chmod(0o755)
    assert re.search(words, said), said
    assert "onrecord.db" in said


def _own(*paths: Path) -> None:
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)


def _open_as_somebody(path: Path, scratch: Path) -> str:
    """What opening and writing says, in another process; not as root, who may do everything."""
    script = (
        "import os, sys; from pathlib import Path; from onrecord.store import database, find, write;"
        "from onrecord.errors import StoreError; from tests.stored import record, store\n"
        "store(Path(sys.argv[2]), record())\n"  # loads all that is needed while it may be read
        "os.geteuid() == 0 and os.setuid(65534)\n"
        "try: write.put(database.opened(Path(sys.argv[1])), record('x'), key=None, case='main', at='')\n"
        "except StoreError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), str(scratch)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_old_sqlite_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite that is too old is named before anything is tried."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 8, 0))
    with pytest.raises(StoreError, match=r"too old.*use a newer Python"):
        database.opened(tmp_path / "onrecord.db", create=True)


def _sql(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    db.execute(statement).fetchall()
    db.commit()
    db.close()


def test_opening_again_lets_go_of_no_lock(tmp_path: Path) -> None:
    """A store that is opened a second time in a process is not taken from the first by another process.

    SQLite holds its locks for the process; whoever opens and closes the file besides loses them. Another
    process that believes itself alone then tidies up what the first one still works with.
    """
    path = tmp_path / "onrecord.db"
    first = store(path, record())
    first.execute("SELECT count(*) FROM articles").fetchone()
    database.opened(path).close()
    other = "import sys, onrecord; onrecord.open(sys.argv[1]).close()"
    subprocess.run([sys.executable, "-c", other, str(path)], check=True)
    assert path.with_name(path.name + "-wal").exists()
    write.put(first, record(outlet="Evening Post"), key=None, case="main", at=AT)
    assert_whole(first)
