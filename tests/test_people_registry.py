"""The user's list of people: read in three formats, and going before every guess."""

import json
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.people import registry, settled_list
from onrecord.people.registry import Entry, Office, Registry

TOML = """
[[people]]
name = "Anna Bell"
aliases = ["A. M. Bell"]
ids = { wikidata = "Q42" }
roles = [{ role = "Mayor of Easthaven", from = "2019-05", to = "2024" }]
"""
CSV = """name,aliases,ids,role,from,to,kind
Anna Bell,A. M. Bell,wikidata:Q42,Mayor of Easthaven,2019-05,2024,person
"""
BELL = {"name": ["Anna Bell"], "alias": ["A. M. Bell"], "wikidataId": ["Q42"]}
HELD_BY = {"holder": ["p1"], "post": ["o1"], "startDate": ["2019-05"], "endDate": ["2024"]}
FTM = "\n".join(
    json.dumps({"id": id_, "schema": schema, "properties": properties})
    for id_, schema, properties in (
        ("p1", "Person", BELL),
        ("o1", "Position", {"name": ["Mayor of Easthaven"]}),
        ("x1", "Occupancy", HELD_BY),
    )
)
WRONG = [
    ("people.toml", '[[people]]\nname = "A B"\n[[people]]\nkind = "person"\n', "line 3: no name"),
    ("people.toml", '[[people]]\nname = "A B"\nkind = "ghost"\n', "line 1: kind 'ghost'; write one of"),
    ("people.toml", "[[people]\n", "not TOML"),
    (
        "people.toml",
        '[[people]]\nname = "A B"\nroles = [{ role = "Mayor", from = "May 2019" }]\n',
        "write 2023-10-17",
    ),
    ("people.csv", "who\nA B\n", "line 1: column 'who' is not known; the columns are"),
    ("people.csv", "name,ids\nA B,42\n", "line 2: id '42'; write it as"),
    ("people.jsonl", "{}\n", "line 1: no FollowTheMoney entity"),
    ("people.jsonl", "nothing\n", "line 1: not JSON"),
    ("people.txt", "A B\n", "ends in .toml"),
]


def _read(path: Path, text: str) -> Registry:
    path.write_text(text, encoding="utf-8")
    file = settled_list(path)
    assert file is not None
    return registry(file)


@pytest.mark.parametrize(("name", "text"), [("a.toml", TOML), ("a.csv", CSV), ("a.jsonl", FTM)])
def test_three_formats_say_the_same(name: str, text: str, tmp_path: Path) -> None:
    """A name, an alias, an id and an office with dates come out alike of TOML, CSV and FollowTheMoney."""
    (entry,) = _read(tmp_path / name, text).entries
    assert entry.name == "Anna Bell"
    assert ("wikidata", "Q42") in entry.ids
    assert {("anna", "bell"), ("a", "m", "bell")} <= entry.forms
    assert entry.offices == (Office("Mayor of Easthaven", "2019-05", "2024"),)


@pytest.mark.parametrize(("name", "text", "message"), WRONG)
def test_what_is_wrong_is_told_with_its_line(name: str, text: str, message: str, tmp_path: Path) -> None:
    """The message names the file, the line and the way out."""
    with pytest.raises(UsageError) as caught:
        _read(tmp_path / name, text)
    assert message in str(caught.value)
    assert name in str(caught.value)


def test_a_missing_list_is_a_usage_error(tmp_path: Path) -> None:
    """A list that is not there is told before anything is read."""
    with pytest.raises(UsageError, match="--people names the list"):
        settled_list(tmp_path / "none.toml")


def test_the_environment_names_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ONRECORD_PEOPLE is used where nothing else is said."""
    (tmp_path / "mine.csv").write_text(CSV)
    monkeypatch.setenv("ONRECORD_PEOPLE", str(tmp_path / "mine.csv"))
    file = settled_list()
    assert file is not None
    assert file.made_with.startswith("mine.csv sha256:")


HELD = [
    ("2019-05", True),
    ("2019", True),
    ("2019-04-30", False),
    ("2021-01-01", True),
    ("2024-12-31", True),
    ("2025", False),
    (None, True),
]


@pytest.mark.parametrize(("day", "held"), HELD)
def test_an_office_is_held_from_one_day_to_another(day: str | None, held: bool) -> None:
    """Partial dates stay partial: "2024" is all of that year."""
    assert Office("Mayor", "2019-05", "2024").held_on(day) is held


def test_two_entries_of_one_alias_settle_nothing() -> None:
    """An alias that two share points at nobody."""
    both = (Entry("Anna Bell", ("Bell",)), Entry("Zoe Bell", ("Bell",)))
    assert Registry(both, "").by_name[("bell",)] is None
