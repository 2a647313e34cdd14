"""What goes into the store comes out of it: byte for byte, once, whole or not at all."""

import json
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.exports.jsonl import to_json
from onrecord.pipeline import extract
from onrecord.readers import Given, read_path
from onrecord.record import Attribution, Flag, Party, Record, Span
from onrecord.store import database, find, write
from tests.stored import AT, TEXT, all_are_closed, assert_whole, record, says  # noqa: F401

ROOT = Path(__file__).parent.parent
URL = "https://ledger.example/silo"


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    """An empty store."""
    return database.opened(tmp_path / "onrecord.db", create=True)


@pytest.fixture(scope="session")
def examples() -> tuple[Record, ...]:
    """Records of two example articles, a page and a text."""
    paths = (ROOT / "examples" / "dam-1-harbor-ledger.html", ROOT / "examples" / "silo-4-cps-wire.txt")
    given = Given(outlet="Continental Press Service", published="2031-05")
    return tuple(extract(read_path(path, name=path.name, given=given).article for path in paths))


def put(db: sqlite3.Connection, one: Record, *, key: str | None = None, case: str = "main") -> bool:
    """Store a record; only what a test is about needs saying."""
    return write.put(db, one, key=key, case=case, at=AT)


def count(db: sqlite3.Connection, table: str) -> int:
    """The rows of a table."""
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_record_comes_out_byte_for_byte(db: sqlite3.Connection, examples: tuple[Record, ...]) -> None:
    """The line of a stored record is the line `onrecord extract` wrote."""
    for one in examples:
        put(db, one)
    assert [to_json(found) for found in find.records(db)] == [to_json(one) for one in examples]
    assert find.record(db, examples[0].article.id) is not None


def test_records_come_in_order_of_adding(db: sqlite3.Connection) -> None:
    """More records than are fetched at once come out in the order they went in; those of a case as well."""
    added = [record(f"Text number {number}.") for number in range(find.BATCH * 2 + 3)]
    for number, one in enumerate(added):
        put(db, one, case="even" if number % 2 == 0 else "odd")
    assert list(find.records(db)) == added
    assert list(find.records(db, case="odd")) == added[1::2]


def test_an_article_is_stored_once(db: sqlite3.Connection) -> None:
    """A second putting changes nothing but adds the key and the case."""
    assert put(db, record(), key="one", case="dam")
    assert not put(db, record(), key="two", case="silo")
    assert (count(db, "articles"), count(db, "attributions")) == (1, 3)
    assert find.known(db, "one") == find.known(db, "two") == record().article.id
    assert find.cases(db) == ("dam", "silo")


def test_an_unknown_key_is_none(db: sqlite3.Connection) -> None:
    """A fingerprint nothing was stored under is known to be nothing; so is an id."""
    assert find.known(db, "nothing") is None
    assert find.record(db, "nothing") is None


def test_articles_by_the_beginning_of_their_id(db: sqlite3.Connection) -> None:
    """A few digits are enough; % and _ are no wildcards."""
    put(db, record())
    id_ = record().article.id
    assert find.matching(db, id_[:5]) == (id_,)
    assert find.matching(db, "%") == find.matching(db, "_" * 16) == ()
    assert find.matching(db, "") == (id_,)


def test_a_known_article_can_be_put_into_another_case(db: sqlite3.Connection) -> None:
    """Linking says whether that was new; an article that is gone is linked to nothing."""
    put(db, record(), case="dam")
    id_ = record().article.id
    assert write.link(db, id_, case="silo", at=AT)
    assert not write.link(db, id_, case="silo", at=AT)
    assert not write.link(db, "0" * 16, case="silo", at=AT)
    assert list(find.records(db, case="silo")) == [record()]


def test_columns_hold_what_is_asked_for(db: sqlite3.Connection) -> None:
    """A statement's row can be read alone: who, cue, content joined, offsets, the outlet, a label."""
    text = "“It folded,” a fireman said, “like a wet box.”"
    put(db, record(text, says(text, "a fireman", "said", "It folded,|like a wet box.", form="direct")))
    columns = 'title, speaker, cue, content, form, start, "end", dated_from, dated_to'
    assert db.execute(f"SELECT {columns} FROM attributions").fetchone() == (
        "a fireman [said] “It folded, … like a wet box.”",
        "a fireman",
        "said",
        "It folded, … like a wet box.",
        "direct",
        1,
        45,
        "2031-05-10",
        "2031-05-10",
    )


def test_joint_speakers_and_addressees_are_parties(db: sqlite3.Connection) -> None:
    """Each of several speakers has a row and a name; the pronoun of an addressee names nobody."""
    text = "Roos and Frey told her to leave."
    both = tuple(Party(mention=(Span(text.index(n), text.index(n) + 4, n),)) for n in ("Roos", "Frey"))
    her = (Party(mention=(Span(19, 22, "her"),)),)
    put(db, record(text, says(text, "", "told", "to leave", speakers=both, addressees=her)))
    parties = "SELECT p.role, p.mention, s.name FROM parties p LEFT JOIN speakers s ON s.id = p.speaker_id"
    assert db.execute(parties).fetchall() == [
        ("speaker", "Roos", "Roos"),
        ("speaker", "Frey", "Frey"),
        ("addressee", "her", None),
    ]
    assert db.execute("SELECT speaker FROM attributions").fetchone() == ("Roos and Frey",)


def test_a_pronoun_that_is_settled_has_the_name(db: sqlite3.Connection) -> None:
    """Who "she" is stands beside the pronoun, and is the speaker."""
    text = "Roos waited. She said it shook."
    she = (Party(mention=(Span(13, 16, "She"),), antecedent=(Span(0, 4, "Roos"),)),)
    put(db, record(text, says(text, "", "said", "it shook", speakers=she)))
    joined = "SELECT a.speaker, s.name FROM attributions a JOIN speakers s ON s.id = a.speaker_id"
    assert db.execute(joined).fetchone() == ("She (Roos)", "Roos")


def test_flags_point_at_their_statements(db: sqlite3.Connection) -> None:
    """A flag of a record is a row, linked to the attributions it is about."""
    one = record()
    flag = Flag("undated", (one.attributions[0].id,), (), "No date is known.")
    put(db, replace(one, flags=(flag,)))
    linked = "SELECT f.kind, fa.attribution_id FROM flags f JOIN flag_attributions fa ON fa.flag_id = f.id"
    assert db.execute(linked).fetchall() == [("undated", one.attributions[0].id)]


def test_characters_sqlite_cannot_hold(db: sqlite3.Connection) -> None:
    """Half a character in a file's name, NULs in a text: the record keeps them."""
    one = record("A\0B said: yes.\0")
    one = replace(one, article=replace(one.article, path="caf\udce9.txt", title="\0\ud800"))
    put(db, one)
    assert find.record(db, one.article.id) == one
    assert db.execute("SELECT path FROM articles").fetchone() == ("caf\ufffd.txt",)


def test_an_article_nested_ten_deep_can_be_stored(db: sqlite3.Connection) -> None:
    """An attribution may point at one that comes after it in the record."""
    first, second, third = record().attributions
    one = replace(record(), attributions=(replace(first, nested_in=third.id), second, third))
    assert put(db, one)


VERSIONS = [
    # url and text of each article in turn, and which of them each one is a version of
    ([(URL, "One."), (URL, "Two."), (URL, "Three.")], [None, 0, 1]),
    ([(URL, "One."), (URL + "?utm_source=feed", "Two.")], [None, 0]),
    ([(URL, "One."), (URL + "?fbclid=1", "One."), (URL, "Two.")], [None, None, 1]),
    ([(URL, "One."), (URL, "Two."), (URL + "?utm_medium=x", "One.")], [None, 0, 1]),
    ([(URL, "One."), (URL + "?page=2", "Two.")], [None, None]),
    ([(None, "One."), (None, "Two.")], [None, None]),
    ([("no url", "One."), ("no url", "Two.")], [None, 0]),
]


@pytest.mark.parametrize("articles, expected", VERSIONS)
def test_another_text_under_the_same_url_is_a_version(
    db: sqlite3.Connection, articles: list[tuple[str | None, str]], expected: list[int | None]
) -> None:
    """`version_of` is the last article added before with the same url and another text."""
    added = [record(text, url=url) for url, text in articles]
    for one in added:
        put(db, one)
    found = [one.article.version_of for one in find.records(db)]
    assert found == [None if n is None else added[n].article.id for n in expected]


def test_a_version_leaves_the_stored_line_alone(db: sqlite3.Connection) -> None:
    """What was extracted stays as it was; the link to the version before is filled in on the way out."""
    old, new = record("One.", url=URL), record("Two.", url=URL)
    put(db, old)
    put(db, new)
    found = find.record(db, new.article.id)
    assert found == replace(new, article=replace(new.article, version_of=old.article.id))


def test_replacing_takes_all_of_the_old_away(db: sqlite3.Connection) -> None:
    """A record read anew stands in the place of the old one: order, cases and versions are the same."""
    one = record(url=URL)
    put(db, one, key="key", case="dam")
    put(db, record("Later.", url=URL), case="dam")
    frey = Attribution("", (), (), (Span(0, 5, "Crane"),))
    fresh = record(TEXT, replace(frey, id=one.article.id + ":a1"), url=URL, title="Another title")
    write.replace(db, fresh, key="key", case="dam", at="2032-01-01T00:00:00+00:00")
    assert [found.article.title for found in find.records(db, case="dam")] == [
        "Another title",
        "Terror at the silo",
    ]
    assert (count(db, "attributions"), count(db, "parties"), count(db, "speakers")) == (1, 0, 0)
    assert next(iter(find.records(db))) == fresh
    assert db.execute("SELECT count(*) FROM articles WHERE version_of = ?", (one.article.id,)).fetchone() == (
        1,
    )
    assert_whole(db)


def test_replacing_what_is_not_there_puts_it(db: sqlite3.Connection) -> None:
    """An article that was forgotten in the meantime is simply stored."""
    write.replace(db, record(), key="key", case="main", at=AT)
    assert list(find.records(db)) == [record()]


def test_killed_at_any_statement_nothing_is_half_written(tmp_path: Path) -> None:
    """As the files stood before each statement, the store has all of the article or nothing of it."""
    images = _images(tmp_path, record())
    assert len(images) > 20
    for image in images:
        db = database.opened(image)
        assert_whole(db)
        assert count(db, "attributions") == 3 * count(db, "articles") == 3 * count(db, "records")
        assert count(db, "case_articles") == count(db, "inputs") == count(db, "articles")
        assert put(db, record(), key="key") is (image != images[-1])
        assert list(find.records(db)) == [record()]
        db.close()


def _images(folder: Path, one: Record) -> list[Path]:
    """Copies of a store's files, taken before each statement of a `put`, and after the last one."""
    path, images = folder / "onrecord.db", []
    db = database.opened(path, create=True)

    def take(_: str = "") -> None:
        images.append(folder / f"{len(images)}" / path.name)
        images[-1].parent.mkdir()
        for file in (path, path.with_name(path.name + "-wal")):
            shutil.copy(file, images[-1].parent)

    db.set_trace_callback(take)
    write.put(db, one, key="key", case="main", at=AT)
    db.set_trace_callback(None)
    take()
    return images


def test_a_full_disk_leaves_the_store_as_it_was(db: sqlite3.Connection) -> None:
    """Where there is no room for an article, an error says so and nothing of it is stored."""
    put(db, record())
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 2}")
    with pytest.raises(StoreError, match=r"disk is full.*make room"):
        put(db, record("Long. " * 50_000))
    assert list(find.records(db)) == [record()]
    assert_whole(db)
    db.execute("PRAGMA max_page_count = 1000000")
    assert put(db, record("Long. " * 50_000))


def test_a_closed_store_says_so(db: sqlite3.Connection) -> None:
    """Whatever is asked of a closed store, the error is ours."""
    db.close()
    for ask in (lambda: put(db, record()), lambda: list(find.records(db)), lambda: find.known(db, "key")):
        with pytest.raises(StoreError, match="closed"):
            ask()


def test_what_a_record_says_is_text(db: sqlite3.Connection) -> None:
    """SQL, markup and formulas in a text are stored as they are."""
    text = "'); DROP TABLE articles; -- said: <script>alert(1)</script> =1+1"
    put(db, record(text, says(text, "'); DROP TABLE articles; --", "said", "<script>"), outlet="x' OR 1=1"))
    assert json.loads(to_json(next(find.records(db))))["article"]["text"] == text
