"""Forgetting: everything that hangs on an article goes with it, and its words leave the file."""

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.exports.jsonl import to_json
from onrecord.record import Flag, Record
from onrecord.store import database, find, forget, write
from onrecord.store.forget import Forgotten
from onrecord.store.search import Query, search
from tests.stored import AT, all_are_closed, assert_whole, record, says, store  # noqa: F401

URL = "https://ledger.example/silo"
SECRET = "Wilhelmina Quackenbush said the zyxwvut ledger was burnt."


def secret() -> Record:
    """An article with words, a speaker and an outlet that nothing else has."""
    one = record(
        SECRET,
        says(SECRET, "Wilhelmina Quackenbush", "said", "the zyxwvut ledger was burnt"),
        outlet="Qwertzuiop Gazette",
        title="Zyxwvutism",
        url="https://qwertzuiop.example/zyxwvut",
    )
    return replace(one, flags=(Flag("undated", (one.attributions[0].id,), (), "Zyxwvut has no date."),))


TABLES = (
    *("articles", "attributions", "parties", "flags", "flag_attributions", "records", "inputs"),
    *("case_articles", "outlets", "speakers", "cases", "attributions_fts_docsize", "articles_fts_docsize"),
)


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """The rows of every table."""
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def test_everything_goes_and_is_counted(tmp_path: Path) -> None:
    """The store is as it was before the article; the counts say what went."""
    db = store(tmp_path / "s.db", record())
    before = counts(db)
    write.put(db, secret(), key="one", case="dam", at=AT)
    write.put(db, secret(), key="two", case="silo", at=AT)
    assert forget.forget(db, secret().article.id) == Forgotten(
        cases=("dam", "silo"), articles=1, attributions=1, flags=1, keys=2, speakers=1, outlets=1
    )
    assert counts(db) == before
    assert find.record(db, secret().article.id) is None
    assert (find.known(db, "one"), find.known(db, "two")) == (None, None)
    assert_whole(db)


def test_what_others_refer_to_stays(tmp_path: Path) -> None:
    """A speaker and an outlet of other articles are kept; statements of others are still found."""
    text = "Anneke Roos said it shook."
    other = record(text, says(text, "Anneke Roos", "said", "it shook"))
    db = store(tmp_path / "s.db", record(), other)
    gone = forget.forget(db, record().article.id)
    assert (gone.speakers, gone.outlets) == (1, 0)
    assert [hit.content for hit in search(db, Query(speaker="Roos"))] == ["it shook"]
    assert search(db, Query(words="floor")).total == 0


def test_the_words_leave_the_file(tmp_path: Path) -> None:
    """No word, name or url of it is left in any byte of the store's files, nor its compressed record."""
    path = tmp_path / "s.db"
    many = [record(f"Text {number} said: it was so. " * 40) for number in range(60)]
    db = store(path, *many[:30], secret(), *many[30:])
    assert b"zyxwvut" in _bytes(path)
    assert forget.forget(db, secret().article.id).wiped
    words = (
        b"zyxwvut",
        b"Zyxwvut",
        b"uackenbush",
        b"ertzuiop",
        secret().article.id.encode(),
        _line(secret())[10:60],
    )
    assert [word for word in words if word in _bytes(path)] == []
    assert not any("zyxwvut" in term or "quack" in term for term in _terms(db))
    db.close()
    assert [word for word in words if word in _bytes(path)] == []


def _bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


def _line(one: Record) -> bytes:
    return zlib.compress(to_json(one).encode())


def _terms(db: sqlite3.Connection) -> list[str]:
    terms: list[str] = []
    for index in ("attributions_fts", "articles_fts"):
        db.execute(f"CREATE VIRTUAL TABLE temp.{index}_terms USING fts5vocab (main, {index}, instance)")
        terms += (term for (term,) in db.execute(f"SELECT DISTINCT term FROM temp.{index}_terms"))
    return terms


def test_the_index_is_as_if_it_had_never_been(tmp_path: Path) -> None:
    """After forgetting the full-text index is, byte for byte, that of a store that never had the article."""
    one = store(tmp_path / "one.db", record(), secret())
    other = store(tmp_path / "other.db", record())
    forget.forget(one, secret().article.id)
    for index in ("attributions_fts", "articles_fts"):
        other.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        blocks = (
            f"SELECT block FROM {index}_data WHERE id > 10"  # 10 says which segments there are, by number
        )
        assert one.execute(blocks).fetchall() == other.execute(blocks).fetchall()


def test_rows_keep_their_numbers_when_the_file_is_written_anew(tmp_path: Path) -> None:
    """The full-text index finds the right rows after holes were closed: VACUUM renumbers nothing here."""
    texts = [f"Text {number}. Roos said word{number} again." for number in range(30)]
    said = [record(text, says(text, "Roos", "said", f"word{n} again")) for n, text in enumerate(texts)]
    db = store(tmp_path / "s.db", *said)
    for one in said[::3]:
        forget.forget(db, one.article.id)
    for number in range(30):
        found = [hit.content for hit in search(db, Query(words=f"word{number}"))]
        assert found == ([] if number % 3 == 0 else [f"word{number} again"])
    assert_whole(db)


def test_a_place_in_one_of_several_cases(tmp_path: Path) -> None:
    """With a case only the link goes while another case has the article; with the last one the article."""
    db = store(tmp_path / "s.db", secret(), case="dam")
    write.link(db, secret().article.id, case="silo", at=AT)
    assert forget.forget(db, secret().article.id, case="dam") == Forgotten(cases=("dam",))
    assert find.cases(db) == ("silo",)
    assert list(find.records(db)) == [secret()]
    assert forget.forget(db, secret().article.id, case="silo").articles == 1
    assert list(find.records(db)) == []


def test_a_dry_run_only_tells(tmp_path: Path) -> None:
    """What would go is counted; nothing goes."""
    db = store(tmp_path / "s.db", secret())
    told = forget.forget(db, secret().article.id, dry_run=True)
    assert list(find.records(db)) == [secret()]
    assert forget.forget(db, secret().article.id) == told


RELINKED = [
    # texts in order of adding, which of them goes, and what the later ones are then versions of
    (["One.", "Two.", "Three."], 1, [None, 0]),
    (["One.", "Two.", "Three."], 0, [None, 1]),
    (["One.", "Two.", "Three."], 2, [None, 0]),
    (["One.", "Two."], 0, [None]),
    (["One.", "Two.", "One."], 1, [None, None]),
]


@pytest.mark.parametrize("texts, gone, expected", RELINKED)
def test_later_versions_follow_the_one_before(
    tmp_path: Path, texts: list[str], gone: int, expected: list[int | None]
) -> None:
    """When a version goes, the next follows the last one before it that has another text, or none."""
    added = [record(text, url=f"{URL}?utm_id={n}" if n else URL) for n, text in enumerate(texts)]
    db = store(tmp_path / "s.db", *added)
    told = forget.forget(db, added[gone].article.id)
    ids = [one.article.id for one in added]
    versions = [one.article.version_of for one in find.records(db)]
    assert versions == [None if n is None else ids[n] for n in expected]
    assert told.versions == (1 if gone + 1 < len(texts) else 0)
    assert_whole(db)


def test_what_is_not_there_cannot_be_forgotten(tmp_path: Path) -> None:
    """An id nothing has, and a case the article is not in, are errors that say so."""
    db = store(tmp_path / "s.db", record(), case="dam")
    with pytest.raises(UsageError, match="there is no article 0000"):
        forget.forget(db, "0000")
    with pytest.raises(UsageError, match="not in the case silo, but in dam"):
        forget.forget(db, record().article.id, case="silo")
    assert list(find.records(db)) == [record()]


def test_words_stay_while_somebody_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program in the middle of reading keeps the old words in the file; that is told."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    db = store(tmp_path / "s.db", secret(), record())
    reader = database.opened(tmp_path / "s.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM articles").fetchone()
    assert not forget.forget(db, secret().article.id).wiped
    assert list(find.records(db)) == [record()]
    reader.execute("COMMIT")
    assert forget.wipe_file(db)
    assert b"zyxwvut" not in _bytes(tmp_path / "s.db")


def test_several_are_wiped_at_once(tmp_path: Path) -> None:
    """Writing the file anew for each of many takes long; once after them does the same."""
    db = store(tmp_path / "s.db", secret(), record())
    assert not forget.forget(db, secret().article.id, wipe=False).wiped
    assert not forget.forget(db, record().article.id, wipe=False).wiped
    assert forget.wipe_file(db)
    assert b"zyxwvut" not in _bytes(tmp_path / "s.db")
