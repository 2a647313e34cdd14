"""A store from Python: what was added comes back as extracted, never twice, never lost without a count."""

from functools import partial
from pathlib import Path

import pytest

import onrecord
from onrecord.batch import pool

SAID = "The mayor of Velden, Ana Ruiz, said on {day}: “We will build the bridge.”\n"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder with two articles, an empty file, and a table of two more."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(SAID.format(day="Monday"), encoding="utf-8")
    (folder / "b.txt").write_text(SAID.format(day="Tuesday"), encoding="utf-8")
    (folder / "empty.txt").touch()
    quoted = [SAID.format(day=day).strip() for day in ("Friday", "Sunday")]
    (folder / "rows.csv").write_text(
        "url,text,date\n"
        + "".join(f'https://velden.example/{n},"{text}",2031-04-0{n}\n' for n, text in enumerate(quoted, 1)),
        encoding="utf-8",
    )
    return folder


def test_what_was_added_comes_back(pile: Path, tmp_path: Path) -> None:
    """A store gives, in the order of adding, byte for byte what extract gives."""
    report = onrecord.Report()
    extracted = [onrecord.to_json(record) for record in onrecord.extract([pile], report=report)]
    with onrecord.open(tmp_path / "kept.db") as collection:
        added = collection.add([pile])
        assert [onrecord.to_json(record) for record in collection.records()] == extracted
    assert len(extracted) == 4
    assert added.as_dict() == report.as_dict()
    assert added.inputs.line() == "given 4 = read 3 + unchanged 0 + set aside 1 (no text 1) + refused 0"
    assert added.items.line() == "given 2 = read 2 + unchanged 0 + set aside 0 + refused 0"


def test_adding_twice_changes_nothing(pile: Path, tmp_path: Path) -> None:
    """What is in the store already is counted as unchanged, at both levels, and not read again."""
    with onrecord.open(tmp_path / "kept.db") as collection:
        collection.add([pile])
        again = collection.add([pile])
        assert again.lines() == (
            "given 4 = read 0 + unchanged 3 + set aside 1 (no text 1) + refused 0",
            "items inside them: given 2 = read 0 + unchanged 2 + set aside 0 + refused 0",
        )
        assert len(list(collection.records())) == 4


def test_what_the_user_says_counts_when_adding_again(pile: Path, tmp_path: Path) -> None:
    """`again` reads what is stored anew, with what is known of it now."""
    with onrecord.open(tmp_path / "kept.db") as collection:
        collection.add([pile / "a.txt"])
        collection.add([pile / "a.txt"], published="2031-04-07", again=True)
        (record,) = collection.records()
        assert record.article.published_on.value == "2031-04-07"


@pytest.mark.slow
def test_several_processes_fill_a_store_like_one(pile: Path, tmp_path: Path) -> None:
    """With three workers the same records stand in the same order."""
    lines = []
    for number in (1, 3):
        with onrecord.open(tmp_path / f"{number}.db") as collection:
            collection.add([pile], ordered=partial(pool.ordered, workers=number))
            lines.append([onrecord.to_json(record) for record in collection.records()])
    assert lines[0] == lines[1]


def test_two_articles_under_one_address_are_versions(tmp_path: Path) -> None:
    """A changed text of the same address points to the one before it, only in the store."""
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    for path, day in ((first, "Monday"), (second, "Tuesday")):
        path.write_text(
            f'url,text\nhttps://velden.example/bridge,"{SAID.format(day=day).strip()}"\n', encoding="utf-8"
        )
    with onrecord.open(tmp_path / "kept.db") as collection:
        collection.add([first, second])
        earlier, later = (record.article for record in collection.records())
        assert (earlier.version_of, later.version_of) == (None, earlier.id)


def test_one_path_needs_no_list(pile: Path, tmp_path: Path) -> None:
    """A single path may stand for itself."""
    assert len(list(onrecord.extract(pile / "a.txt"))) == 1
    with onrecord.open(tmp_path / "kept.db") as collection:
        assert collection.add(str(pile / "a.txt")).inputs.of("read") == 1


def test_a_bad_one_among_many_is_a_warning(pile: Path) -> None:
    """Without a report, each refused input is a warning, and the others are read."""
    (pile / "c.txt").write_bytes(b"%PDF-1.7")
    with pytest.warns(onrecord.ReadWarning, match=r"c\.txt.*PDF"):
        assert len(list(onrecord.extract([pile]))) == 4
