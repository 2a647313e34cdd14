"""A comparison in the store: equal to that of everything at once, however the articles came in."""

import json
import random
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

import onrecord
from onrecord.collection import Collection
from onrecord.errors import StoreError, UsageError
from onrecord.pipeline import compare
from onrecord.record import Record
from onrecord.store import forget, write
from onrecord.store.comparison import keep
from onrecord.store.comparison.earlier import Earlier
from onrecord.store.comparison.ids import Given, named
from tests.stored import AT, all_are_closed, assert_whole  # noqa: F401
from tests.test_compare import EXAMPLES, pile

SHUFFLES = 20


@pytest.fixture(scope="module")
def read() -> list[Record]:
    """All articles of the examples, read by rules alone, and three more."""
    return [*onrecord.extract(EXAMPLES, tagger="rules", report=onrecord.Report()), *pile()]


def put(collection: Collection, records: Iterable[Record], case: str = "main") -> None:
    """Put records into a store as `add` would."""
    for one in records:
        write.put(collection._db, one, key=None, case=case, at=AT)


def told(comparison: onrecord.Comparison) -> object:
    """A comparison as JSON, but for the ids that a store gave."""
    written = json.loads(onrecord.comparison_to_json(comparison))
    for one in written["utterances"]:
        one["id"] = one["id"].count(":u")
    return written


def portions(records: Sequence[Record], number: int) -> list[Sequence[Record]]:
    """The records cut into so many pieces."""
    size = -(-len(records) // number)
    return [records[at : at + size] for at in range(0, len(records), size)]


def test_what_is_kept_is_what_compare_gives(read: list[Record], tmp_path: Path) -> None:
    """Byte for byte, ids included, when everything is compared at once."""
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, read)
        kept = collection.compare()
        written = onrecord.comparison_to_json(collection.comparison())
        assert written == onrecord.comparison_to_json(onrecord.compare(read))
        assert (kept.articles, kept.fresh) == (len(read), True)
        assert kept.utterances == len(collection.comparison().utterances)
        assert_whole(collection._db)


def in_portions(read: list[Record], folder: Path, number: int, turns: int) -> None:
    """Shuffled articles that come in so many portions, each compared: the same as all at once."""
    expected, shuffled = told(compare(read)), random.Random(number)
    for turn in range(turns):
        with onrecord.open(folder / f"{turn}.db") as collection:
            for some in portions(shuffled.sample(read, len(read)), number):
                put(collection, some)
                collection.compare()
            assert told(collection.comparison()) == expected


@pytest.mark.parametrize("number", [1, 3, 13])
def test_articles_may_come_in_any_order(read: list[Record], tmp_path: Path, number: int) -> None:
    """All at once, in portions or one by one, shuffled: the comparison is the same but for its ids."""
    in_portions(read, tmp_path, number, 1)


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 3, 8])
def test_twenty_shuffles(read: list[Record], tmp_path: Path, number: int) -> None:
    """The same in twenty orders, of fewer articles."""
    in_portions(read[-8:], tmp_path, number, SHUFFLES)


def test_nothing_is_worked_out_twice(
    read: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When one article came, only pairs with it are looked at, only utterances with it are made."""
    looked, laid = [], []
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, read[1:])
        collection.compare()
        put(collection, read[:1])
        spy(monkeypatch, "onrecord.across.scoring.features", looked, lambda a, b: {a.id, b.id})
        spy(monkeypatch, "onrecord.across.utterances._told", laid, lambda m, *_: {one.id for one in m})
        collection.compare()
    new = read[0].article.id
    assert looked
    assert laid
    assert all(any(id_.startswith(new) for id_ in ids) for ids in (*looked, *laid))


def spy(monkeypatch: pytest.MonkeyPatch, name: str, calls: list[set[str]], ids: object) -> None:
    """Note of every call what it is about."""
    module, _, function = name.rpartition(".")
    real = getattr(__import__(module, fromlist=[function]), function)

    def noting(*args: object) -> object:
        calls.append(ids(*args))  # type: ignore[operator]
        return real(*args)

    monkeypatch.setattr(name, noting)


def test_another_release_works_everything_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another release found may be wrong by this one; the state says so."""
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, pile())
        collection.compare()
        for module in ("earlier", "state"):
            monkeypatch.setattr(f"onrecord.store.comparison.{module}.made_by", lambda: "other")
        kept = collection.compared()
        assert kept is not None
        assert (kept.other_release, kept.fresh) == (True, False)
        looked: list[set[str]] = []
        spy(monkeypatch, "onrecord.across.scoring.features", looked, lambda a, b: {a.id, b.id})
        assert collection.compare().fresh
        assert looked


def test_what_came_since_is_counted(tmp_path: Path) -> None:
    """Articles that came or went since tell that it is time to compare again."""
    first, *others = pile()
    with onrecord.open(tmp_path / "s.db") as collection:
        assert collection.compared() is None
        put(collection, [first])
        collection.compare()
        put(collection, others)
        collection.forget(first.article.id, wipe=False)
        kept = collection.compared()
        assert kept is not None
        assert (kept.came, kept.gone, kept.fresh) == (2, 1, False)


def test_each_case_has_a_comparison_of_its_own(tmp_path: Path) -> None:
    """What is compared in a case says nothing of the others, nor of the whole store."""
    first, second, third = pile()
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, [first], "one")
        put(collection, [second, third], "two")
        assert [collection.compare(case=case).several for case in ("one", "two", None)] == [0, 0, 1]
        assert [len(collection.comparison(case=case).articles) for case in ("one", "two", None)] == [1, 2, 3]


def test_an_id_stays_when_reports_come(tmp_path: Path) -> None:
    """An utterance keeps the id it was given, although its first report is another one now."""
    first, second = sorted(pile()[:2], key=lambda one: one.article.id)
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, [second])
        collection.compare()
        (given,) = collection.reported_by(second.attributions[0].id)
        put(collection, [first])
        collection.compare()
        assert collection.reported_by(first.attributions[0].id) == (given,)
        assert collection.utterance(given).id == given


def test_two_that_become_one_keep_the_older_id() -> None:
    """The other id leads to it; when they part again, each goes with its own passage."""
    a, b = ("A", 0, 9), ("B", 0, 9)
    first = named({"A:a1:u1": [a]}, (), 1)
    second = named({"A:a1:u1": [a], "B:a1:u1": [b]}, first.given, 2)
    merged = named({"B:a1:u1": [b, a]}, second.given, 3)
    assert merged.ids == {"B:a1:u1": "A:a1:u1"}
    assert {one.id: one.current for one in merged.given} == {"A:a1:u1": "A:a1:u1", "B:a1:u1": "A:a1:u1"}
    parted = named({"A:a1:u1": [a], "B:a1:u1": [b]}, merged.given, 4)
    assert parted.ids == {"A:a1:u1": "A:a1:u1", "B:a1:u1": "B:a1:u1"}


def test_a_new_utterance_takes_no_id_that_was_given() -> None:
    """Where a report tells of a second thing, that gets the next number."""
    known = [Given("A:a1:u1", ("A", 20, 30), 1, "A:a1:u1")]
    found = named({"A:a1:u1": [("A", 0, 9)], "A:a1:u2": [("A", 20, 30)]}, known, 2)
    assert found.ids == {"A:a1:u1": "A:a1:u2", "A:a1:u2": "A:a1:u1"}


def test_an_id_whose_passage_is_gone_goes_with_the_others() -> None:
    """A statement that is found no more leaves its utterance's id to the next report."""
    known = [Given("A:a1:u1", ("A", 0, 9), 1, "A:a1:u1")]
    found = named({"B:a1:u1": [("B", 0, 9)]}, known, 2, lambda _: [("A", 0, 9), ("B", 0, 9)])
    assert found.ids == {"B:a1:u1": "A:a1:u1"}


def test_utterances_are_listed_and_looked_up(tmp_path: Path) -> None:
    """By speaker, by what is to be looked at, by article; and the reports of each, with what is near."""
    ledger, post, gazette = (record.attributions[0].id for record in pile())
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, pile())
        collection.compare()
        everything = collection.utterances()
        assert [one.reports for one in everything.items] == [2, 1]
        assert (everything.total, everything.next) == (2, None)
        (both,) = collection.utterances(speaker="Ana Ruiz").items
        assert both == collection.utterances(several=True).items[0] == everything.items[0]
        assert (both.speakers, both.articles, both.outlets, both.base) == (("Ana Ruiz",), 2, 2, ledger)
        assert both.title.startswith("Ana Ruiz: “We will rebuild")
        somebody = collection.comparison().entities[0]
        assert collection.utterances(speaker=somebody.members[-1]).total == 1
        one = collection.utterance(both.id)
        assert {variant.attribution for variant in one.variants} == {ledger, post}
        assert [near.attribution for near in collection.near(post)] == [ledger]
        (other,) = collection.reported_by(gazette)
        assert collection.utterances(article=pile()[2].article.id).items[0].id == other
        assert collection.utterances(limit=1).next == 1
        assert collection.utterances(limit=1, after=1).items[0].id == other
        assert collection.utterances(date="1999").total == collection.utterances(kind="undated").total == 0
        with pytest.raises(UsageError, match="no utterance nowhere"):
            collection.utterance("nowhere")


def test_a_forgotten_article_leaves_no_word(read: list[Record], tmp_path: Path) -> None:
    """Utterances, entities, figures and dates that tell of it go; the next comparison knows nothing of it."""
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, read)
        collection.compare()
        gone = read[0].article.id
        assert collection.forget(gone, wipe=False).utterances
        written = onrecord.comparison_to_json(collection.comparison())
        assert gone not in written
        assert collection.utterances(article=gone).total == 0
        assert_whole(collection._db)
        collection.compare()
        assert told(collection.comparison()) == told(compare(read[1:]))


def test_what_is_read_anew_and_the_same_stays(tmp_path: Path) -> None:
    """Reading again what did not change leaves the comparison as it is; else it goes but for its ids."""
    first, *others = pile()
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, [first, *others])
        collection.compare()
        given = collection.reported_by(first.attributions[0].id)
        for date, fresh in (("2031-05-01", True), ("2031-04-30", False)):
            again = onrecord.from_json(onrecord.to_json(first).replace("2031-05-01", date))
            write.replace(collection._db, again, key=None, case="main", at=AT)
            kept = collection.compared()
            assert kept is not None
            assert kept.fresh is fresh
        assert collection.reported_by(first.attributions[0].id) == ()
        collection.compare()
        assert collection.reported_by(first.attributions[0].id) == given


def test_an_article_forgotten_meanwhile(tmp_path: Path) -> None:
    """A comparison of what is not there any more is not written; the old one stays."""
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, pile())
        collection.compare()
        before = onrecord.comparison_to_json(collection.comparison())
        earlier = Earlier(collection._db, case=None)
        found = compare(earlier.records(), earlier=earlier)
        write.put(collection._db, pile()[0], key=None, case="main", at=AT)
        earlier.versions[pile()[0].article.id] = "another"
        with pytest.raises(StoreError, match="run the command again"):
            keep.keep(collection._db, found, earlier, case=None, at=AT)
        assert onrecord.comparison_to_json(collection.comparison()) == before


def test_nothing_kept_is_said(tmp_path: Path) -> None:
    """A store that was never compared has no comparison; an empty one can be compared."""
    with onrecord.open(tmp_path / "s.db") as collection:
        with pytest.raises(UsageError, match="compare"):
            collection.comparison()
        assert collection.compare().utterances == 0
        assert collection.comparison().articles == ()


def test_forgetting_everything_keeps_the_file_sound(read: list[Record], tmp_path: Path) -> None:
    """Ids given for passages of articles that went lead nowhere, or to another report."""
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, read)
        collection.compare()
        for one in read:
            forget.forget(collection._db, one.article.id, wipe=False)
        assert_whole(collection._db)
        assert collection.comparison().utterances == ()
        assert collection._db.execute("SELECT count(*) FROM utterance_ids").fetchone() == (0,)


def test_what_people_decided_goes_before_what_was_found(read: list[Record], tmp_path: Path) -> None:
    """After a judgement, and after its undoing, the comparison is that of everything anew."""
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, read[1:])
        collection.compare()
        several = collection.utterances(several=True, order="article").items
        apart = collection.utterance(several[0].id).variants
        together = [one.base for one in several[1:3]]
        split = collection.judge("split", [one.attribution for one in apart[:2]], who="ana")
        collection.judge("join", together, who="ana")
        kept = collection.compared()
        assert kept is not None
        assert (kept.judged, kept.fresh) == (2, False)
        for step in ("judged", "came", "undone"):
            if step == "came":
                put(collection, read[:1])
            elif step == "undone":
                collection.undo(split.id, who="ana")
            assert collection.compare().fresh
            there = list(collection.records())
            assert told(collection.comparison()) == told(compare(there, judgements=collection.judgements()))


def test_no_table_keeps_a_word_of_what_was_forgotten(tmp_path: Path) -> None:
    """Not even what is compressed: titles, explanations, collations, judgements on it."""
    secret = [one for one in pile() if "bridge" in one.article.text]
    with onrecord.open(tmp_path / "s.db") as collection:
        put(collection, pile())
        collection.compare()
        assert "bridge" in everything(collection)
        for one in secret:
            collection.forget(one.article.id)
        assert "bridge" not in everything(collection)
        assert "ferry" in everything(collection)


def everything(collection: Collection) -> str:
    """Every value of every table, with what is compressed."""
    db, found = collection._db, []
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in db.execute(f"SELECT * FROM {table}"):
            found += [_opened(value) if isinstance(value, bytes) else str(value) for value in row]
    return "\n".join(found)


def _opened(value: bytes) -> str:
    try:
        return zlib.decompress(value).decode()
    except zlib.error:
        return value.decode(errors="replace")
