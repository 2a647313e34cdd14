"""Judgements in the store: never changed, kept through everything, gone only with their article."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.across.comparison import Fix, Judgement
from onrecord.collection import Collection
from onrecord.errors import StoreError, UsageError
from onrecord.exports.judgements import from_jsonl, to_jsonl
from onrecord.pipeline import Outcome, compare
from onrecord.record import Record
from onrecord.store import judgements
from tests.stored import AT, all_are_closed, assert_whole  # noqa: F401
from tests.test_compare import pile
from tests.test_regrouped import groups, ids


def kept(path: Path, *records: Record, at: str = AT) -> Collection:
    """A store with these records in it, and a clock that stands still."""
    collection = Collection(path, clock=lambda: at)
    for one in records or pile():
        take(collection, one)
    return collection


def take(collection: Collection, one: Record, *, again: bool = False) -> None:
    """Put a record in."""
    collection.take(Outcome(one.article.path, None, "read", found=one, key=one.article.id), again=again)


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """Three articles: two reports of a promise, and another statement."""
    return kept(tmp_path / "s.db")


@pytest.fixture
def decided(collection: Collection) -> Collection:
    """The same, with a join, a fix, a reject, and an undo of the latter."""
    ledger, post, gazette = ids(*pile())
    collection.judge("join", [ledger, gazette], who="anna", note="same event")
    collection.judge("fix", [post], Fix("speakers", ("Piet Oss",)), who="bob")
    collection.undo(collection.judge("reject", [gazette], who="anna").id, who="bob", note="it is one")
    return collection


def test_what_is_decided_is_there(decided: Collection) -> None:
    """In the order of time, each a moment after the one before, however the clock stands."""
    made = decided.judgements()
    assert [one.kind for one in made] == ["join", "fix", "reject", "undo"]
    assert len({one.at for one in made}) == 4
    assert [len(one.targets) for one in made] == [2, 1, 1, 0]
    assert (made[1].value, made[3].undoes) == (Fix("speakers", ("Piet Oss",)), made[2].id)


def test_a_clock_that_goes_wrong_does_not_decide(tmp_path: Path) -> None:
    """What is decided after something else holds, even when the clock was set back in between."""
    first = ids(*pile())[0]
    kept(tmp_path / "s.db", at="2031-06-01T12:00:00+02:00").judge(
        "fix", [first], Fix("mode", ("writing",)), who="anna"
    )
    collection = kept(tmp_path / "s.db", at="2030-01-01T00:00:00+00:00")
    collection.judge("fix", [first], Fix("mode", ("speech",)), who="anna")
    collection.judge("fix", [first], Fix("mode", ("thought",)), who="anna")
    assert [one.value.to for one in collection.judgements() if one.value] == [
        ("writing",),
        ("speech",),
        ("thought",),
    ]


def test_short_ids_do(collection: Collection) -> None:
    """As everywhere: the beginning of an article's id, and of a judgement's, where it is clear."""
    first = ids(*pile())[0]
    made = collection.judge("reject", [first[:6] + ":a1"], who="anna")
    assert made.targets[0].article == first.partition(":")[0]
    assert collection.undo(made.id[:8], who="anna").undoes == made.id
    with pytest.raises(UsageError, match="there is no judgement j0"):
        collection.undo("j0", who="anna")


UNCHANGEABLE = [
    "UPDATE judgements SET who = 'bob'",
    "UPDATE judgement_targets SET text = 'other'",
    "DELETE FROM judgements",
    "DELETE FROM judgement_targets",
    "REPLACE INTO judgements SELECT id, kind, field, value, 'bob', at, note, undoes FROM judgements",
    "REPLACE INTO judgement_targets SELECT * FROM judgement_targets",
]


@pytest.mark.parametrize("statement", UNCHANGEABLE)
def test_nobody_changes_a_judgement(decided: Collection, tmp_path: Path, statement: str) -> None:
    """Not even another program that has the file open."""
    before = decided.judgements()
    with pytest.raises(sqlite3.IntegrityError, match=r"never changed|for ever|there already"):
        sqlite3.connect(tmp_path / "s.db").execute(statement)
    assert decided.judgements() == before


def test_they_outlive_a_new_reading(decided: Collection) -> None:
    """An article that is read again, by another tagger even, is still decided; what it lost is orphaned."""
    before = decided.judgements()
    expected = groups(compare(decided.records(), judgements=before))
    ledger, post, gazette = pile()
    (moved,) = gazette.attributions
    take(decided, replace(ledger, made_with=replace(ledger.made_with, tagger="other")), again=True)
    take(decided, replace(gazette, attributions=(replace(moved, id=f"{gazette.article.id}:a7"),)), again=True)
    assert (decided.judgements(), decided.orphaned()) == (before, ())
    assert groups(compare(decided.records(), judgements=before)) == expected
    take(decided, replace(post, attributions=()), again=True)
    (orphan,) = decided.orphaned()
    assert (orphan.judgement, orphan.why) == (before[1].id, "its words are no longer told as a statement")
    assert_whole(decided._db)


def test_they_outlive_the_forgetting_of_another_article(decided: Collection) -> None:
    """The join of two others, and what undid the reject, stay as they are."""
    before = decided.judgements()
    gone = decided.forget(pile()[1].article.id)
    assert (gone.judgements, gone.passages) == (1, 0)
    assert decided.judgements() == (before[0], *before[2:])


def test_words_of_a_forgotten_article_leave_the_file(tmp_path: Path) -> None:
    """With its judgements, their notes and values; one about others too loses the passage alone."""
    ledger, post, gazette = ids(*pile())
    collection = kept(tmp_path / "s.db")
    collection.judge("join", [ledger, post, gazette], who="anna", note="kept")
    collection.judge("fix", [gazette], Fix("content", ("thick fog",)), who="anna", note="zyxwvut")
    collection.undo(collection.judge("split", [ledger, gazette], who="anna", note="zyxwvut").id, who="bob")
    dry = collection.forget(pile()[2].article.id, dry_run=True)
    gone = collection.forget(pile()[2].article.id)
    assert replace(dry, wiped=True) == gone
    assert (gone.judgements, gone.passages, gone.wiped) == (3, 1, True)
    (left,) = collection.judgements()
    assert [one.article for one in left.targets] == [ledger.partition(":")[0], post.partition(":")[0]]
    collection.close()
    in_file = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert [word for word in (b"thick fog", b"zyxwvut", b"crash of the ferry") if word in in_file] == []
    assert b"kept" in in_file


def test_a_backup_has_them(decided: Collection, tmp_path: Path) -> None:
    """All of them, with their passages."""
    decided.backup(tmp_path / "copy.db")
    with onrecord.open(tmp_path / "copy.db") as copy:
        assert copy.judgements() == decided.judgements()


def test_out_and_in_again(decided: Collection, tmp_path: Path) -> None:
    """Another store has them as they were, and decides the same; taken in twice they are there once."""
    lines = list(to_jsonl(decided.judgements()))
    read = [one.judgement for one in from_jsonl(lines) if one.judgement]
    other = kept(tmp_path / "other.db", *reversed(pile()))
    assert (other.take_judgements(read), other.take_judgements(reversed(read))) == (4, 0)
    assert other.judgements() == decided.judgements()
    assert list(to_jsonl(other.judgements())) == lines
    empty = Collection(tmp_path / "empty.db")
    empty.take_judgements(read)
    assert {one.why[:12] for one in empty.orphaned()} == {"its article "}


NOT_ONE = [
    "{",
    "[]",
    '"x"',
    "{}",
    '{"kind":"zap","targets":[],"who":"a","at":"2031-06-01"}',
    '{"kind":"reject","targets":[],"who":"a","at":"2031-06-01"}',
    '{"kind":"undo","targets":[],"who":"","at":"2031-06-01","undoes":"j1"}',
    '{"kind":"undo","targets":[],"who":"a","at":"yesterday","undoes":"j1"}',
    '{"kind":"undo","targets":[],"who":"a","at":"9999-12-31","undoes":"j1"}',
    '{"id":"x","kind":"undo","targets":[],"who":"a","at":"2031-06-01","undoes":"j1"}',
    '{"kind":"undo","targets":[],"who":["a"],"at":"2031-06-01","undoes":"j1"}',
    "[" * 100_000,
]


@pytest.mark.parametrize("line", NOT_ONE)
def test_a_line_that_is_no_judgement_says_why(line: str) -> None:
    """The others are read all the same."""
    good = '{"kind":"undo","targets":[],"who":"a\\ud800","at":"2031-06-01","undoes":"j1"}'
    bad, fine = from_jsonl([line, "", good])
    assert (bad.line, bad.judgement, bool(bad.why), fine.line) == (1, None, True, 3)
    assert fine.judgement is not None
    assert fine.judgement.who == "a\ufffd"


def test_all_of_several_or_none(collection: Collection) -> None:
    """What cannot be written takes nothing with it that goes in at the same time."""
    good = collection.judge("reject", ids(*pile())[:1], who="anna")
    bad: Judgement = replace(good, id="j" + "0" * 16, kind="zap")  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        collection.take_judgements([replace(good, id="j" + "1" * 16), bad])
    assert collection.judgements() == (good,)


def test_records_as_people_decided(decided: Collection) -> None:
    """Only on demand; the store's own are what the machine found."""
    assert list(decided.records()) == pile()
    speakers = [r.attributions[0].speakers[0].name for r in decided.records(judged=True)]
    assert speakers == ["Ana Ruiz", "Piet Oss", "Piet Oss"]


def test_articles_that_anything_was_decided_of(decided: Collection) -> None:
    """Those of all targets."""
    assert judgements.articles(decided._db) == {one.article.id for one in pile()}


def test_a_comparison_that_is_kept_is_as_people_decided(collection: Collection) -> None:
    """Whatever is decided or undone, comparing the store again gives what comparing its records gives."""
    ledger, post, gazette = ids(*pile())
    collection.compare()
    for decide in (
        lambda: collection.judge("fix", [post], Fix("speakers", ("Lucan Frey", "Piet Oss")), who="anna"),
        lambda: collection.judge("join", [ledger, gazette], who="anna"),
        lambda: collection.judge("reject", [post], who="anna"),
        lambda: collection.undo(collection.judgements()[-1].id, who="bob"),
        lambda: collection.judge("fix", [pile()[0].article.id], Fix("outlet", ("Post",)), who="anna"),
    ):
        decide()
        assert collection.compare().fresh
        kept_, anew = (
            collection.comparison(),
            compare(collection.records(), judgements=collection.judgements()),
        )
        assert kept_ is not None
        assert groups(kept_) == groups(anew)
        assert kept_.entities == anew.entities
        assert [one.speakers for one in kept_.utterances] == [one.speakers for one in anew.utterances]
