"""Search: words find statements, filters narrow them, and nothing that can be typed breaks it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record import Attribution, DateReport, Party, Record, Setting, Span
from onrecord.store import search as searching
from onrecord.store import write
from onrecord.store.query import as_sql
from onrecord.store.search import BEST, NEWEST, Hit, Query, search
from tests.stored import AT, all_are_closed, record, says, store  # noqa: F401

SILO = (
    "Anneke Roos said: “We felt the floor lift.” Lucan Frey denied that the floor was old. "
    "Roos and Frey wrote that café doors don't lock. Yara Dunmore believes the U.S. will pay. "
    "“Grain dust is gunpowder”, said Maud Ferrant."
)
DAM = "Maud Ferrant said the spillway held. “The floor of the spillway is sound”, wrote Ilse Brandt."


def silo() -> Record:
    """Five statements of one article, in May."""
    both = tuple(Party(mention=(Span(SILO.index(n), SILO.index(n) + 4, n),)) for n in ("Roos", "Frey"))
    return record(
        SILO,
        says(SILO, "Anneke Roos", "said", "We felt the floor lift.", form="direct"),
        says(SILO, "Lucan Frey", "denied", "the floor was old", polarity="denied"),
        says(SILO, "", "wrote", "café doors don't lock", mode="writing", speakers=both),
        says(SILO, "Yara Dunmore", "believes", "the U.S. will pay", mode="thought"),
        says(
            SILO,
            "Maud Ferrant",
            "said",
            "Grain dust is gunpowder",
            form="direct",
            said_on=DateReport(value="2031-04-30", basis="explicit"),
        ),
        url="https://ledger.example/silo",
        date="2031-05-10",
    )


def dam() -> Record:
    """Two statements of another outlet's article, whose date is known to the year."""
    return record(
        DAM,
        says(DAM, "Maud Ferrant", "said", "the spillway held"),
        says(
            DAM, "Ilse Brandt", "wrote", "The floor of the spillway is sound", form="direct", mode="writing"
        ),
        outlet="Über-Post",
        date="2030",
        title=None,
    )


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A store with both articles, each in a case of its own, the dam in both."""
    connection = store(tmp_path_factory.mktemp("search") / "onrecord.db", silo(), case="silo")
    write.put(connection, dam(), key=None, case="dam", at=AT)
    write.link(connection, dam().article.id, case="silo", at=AT)
    yield connection
    connection.close()


def contents(db: sqlite3.Connection, words: str = "", **filters: object) -> list[str]:
    """What is found, in alphabetical order: the order of hits is another test's."""
    return sorted(hit.content for hit in search(db, Query(words=words, **filters)))  # type: ignore[arg-type]


FLOOR = "We felt the floor lift."
OLD = "the floor was old"
DOORS = "café doors don't lock"
PAY = "the U.S. will pay"
DUST = "Grain dust is gunpowder"
HELD = "the spillway held"
SOUND = "The floor of the spillway is sound"

WORDS = [
    ("floor", [SOUND, FLOOR, OLD]),
    ("FLOOR lift", [FLOOR]),
    ('"floor lift"', [FLOOR]),
    ('"lift floor"', []),
    ("“the floor”", [SOUND, FLOOR, OLD]),
    ("gun*", [DUST]),
    ("gun", []),
    ('"grain dust is gun"*', [DUST]),
    ("grain OR spillway", [DUST, SOUND, HELD]),
    ("floor spillway OR lift", [SOUND, FLOOR]),
    ("OR floor OR", [SOUND, FLOOR, OLD]),
    ("grain AND dust", [DUST]),
    ("floor -lift", [SOUND, OLD]),
    ('floor -"the spillway" -old', [FLOOR]),
    ("cafe", [DOORS]),
    ("don't", [DOORS]),
    ("don’t", [DOORS]),
    ("dont", []),
    ("Frey", [DOORS, OLD]),
    ("roos wrote", [DOORS]),
    ("floor:lift", [FLOOR]),
    ("content:floor", []),
    ("(grain", [DUST]),
    ('"grain dust', [DUST]),
    ("NEAR(grain dust)", []),
    ("^grain", [DUST]),
    ("dust 🔥 *", [DUST]),
    ("dust\0gunpowder", [DUST]),
    ("dust\ud800", [DUST]),
    ("us", []),
]


@pytest.mark.parametrize("words, expected", WORDS)
def test_words_find_statements(db: sqlite3.Connection, words: str, expected: list[str]) -> None:
    """All words are looked for; phrases, beginnings, OR and - work; all else is words and punctuation."""
    assert contents(db, words) == sorted(expected)


FILTERS = [
    ({"speaker": "Ferrant"}, [DUST, HELD]),
    ({"speaker": "maud ferrant"}, [DUST, HELD]),
    ({"speaker": "Ferr*"}, [DUST, HELD]),
    ({"speaker": "Frey Roos"}, [DOORS]),
    ({"speaker": "floor"}, []),
    ({"outlet": "post"}, [SOUND, HELD]),
    ({"outlet": "ÜBER"}, [SOUND, HELD]),
    ({"outlet": "%"}, []),
    ({"date": "2031-05"}, [DOORS, FLOOR, OLD]),
    ({"date": "2031-04-30"}, [DUST]),
    ({"date": "2030-07"}, [SOUND, HELD]),
    ({"date": "../2031-05-01"}, [DUST, SOUND, HELD]),
    ({"date": "2031-05-01/2031-05-31"}, [DOORS, FLOOR, OLD]),
    ({"form": "direct"}, [DUST, SOUND, FLOOR]),
    ({"mode": "writing"}, [SOUND, DOORS]),
    ({"mode": "thought"}, [PAY]),
    ({"thought": True, "words": "the"}, [PAY, SOUND, HELD, FLOOR, OLD]),
    ({"case": "dam"}, [SOUND, HELD]),
    ({"case": "silo", "form": "indirect"}, [DOORS, OLD, HELD]),
    ({"case": "unknown"}, []),
    (
        {"words": "spillway", "speaker": "Brandt", "mode": "writing", "date": "2030", "outlet": "post"},
        [SOUND],
    ),
    ({"words": "-floor", "speaker": "Frey"}, [DOORS]),
]


@pytest.mark.parametrize("filters, expected", FILTERS)
def test_filters_narrow(db: sqlite3.Connection, filters: dict[str, object], expected: list[str]) -> None:
    """Every filter alone and together; thoughts only where they are asked for."""
    assert contents(db, **filters) == sorted(expected)


def test_initials_are_found_as_they_are_written(db: sqlite3.Connection) -> None:
    """U.S. finds U.S., with its full stops or without the last."""
    assert contents(db, "U.S.", thought=True) == contents(db, "U.S", mode="thought") == [PAY]


def test_a_hit_says_all_that_is_needed_to_cite_it(db: sqlite3.Connection) -> None:
    """Who, what, where it stands, in which outlet's article; the content can be sliced from its text."""
    (hit,) = search(db, Query(words='"floor was old"'))
    start = SILO.index(OLD)
    assert hit == Hit(
        id=f"{silo().article.id}:a2",
        article=silo().article.id,
        speaker="Lucan Frey",
        cue="denied",
        content=OLD,
        form="indirect",
        mode="speech",
        polarity="denied",
        said_on=None,
        start=start,
        end=start + len(OLD),
        outlet="Harbor Ledger",
        title="Terror at the silo",
        url="https://ledger.example/silo",
        published_on="2031-05-10",
        confidence=0.9,
        score=hit.score,
        snippet=OLD,
        marks=((4, len(OLD)),),
    )
    assert hit.score is not None
    assert hit.score > 0


MARKS = [
    ("floor", ["floor"]),
    ("FLOOR lift", ["floor", "lift"]),
    ("gun*", ["gunpowder"]),
    ("cafe", ["café"]),
    ("don't", ["don't"]),
    ("Ferrant dust", ["dust"]),
    ("Ferrant", []),
]


@pytest.mark.parametrize("words, marked", MARKS)
def test_hit_words_are_marked(db: sqlite3.Connection, words: str, marked: list[str]) -> None:
    """The marks are offsets into the snippet; a word found in the speaker's name marks nothing."""
    hit = search(db, Query(words=words)).hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == marked


def test_a_name_alone_is_marked_too(db: sqlite3.Connection) -> None:
    """With a speaker and no words there is nothing to mark, and no score."""
    for hit in search(db, Query(speaker="Ferrant")):
        assert (hit.marks, hit.score) == ((), None)


def test_of_a_long_content_the_part_around_the_hit(tmp_path: Path) -> None:
    """A snippet is cut between words, with … where something is left out; its marks fit."""
    words = " ".join(f"word{n}" for n in range(200))
    db = store(tmp_path / "s.db", record(words, says(words, "", "", words)))
    (hit,) = search(db, Query(words="word150"))
    assert len(hit.snippet) < 310
    assert hit.snippet.startswith("… word")
    assert hit.snippet.endswith(" …")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["word150"]
    assert hit.snippet.strip("… ") in hit.content
    (hit,) = search(db, Query(words="word0 word199"))
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["word0"]


def test_characters_that_could_be_markers_are_text(tmp_path: Path) -> None:
    """Private characters, NULs and control characters in a content move no mark."""
    text = "\U000f0000 dust \U000f0001 and \x01gunpowder\x02"
    db = store(tmp_path / "s.db", record(text, says(text, "", "", text)))
    (hit,) = search(db, Query(words="gunpowder dust"))
    assert hit.snippet == text
    assert "gunpowder" in "".join(hit.snippet[start:end] for start, end in hit.marks)


def test_what_somebody_said_goes_before_what_was_said_of_them(tmp_path: Path) -> None:
    """A name in the speaker counts for more than the same name in a content."""
    text = "Frey said yes. Roos said Frey lied. Dunmore said no."
    said = (
        says(text, "Roos", "said", "Frey lied"),
        says(text, "Frey", "said", "yes"),
        says(text, "Dunmore", "said", "no"),
    )
    db = store(tmp_path / "s.db", record(text, *said))
    assert [hit.speaker for hit in search(db, Query(words="Frey"))] == ["Frey", "Roos"]


def test_the_newest_come_first_without_words(db: sqlite3.Connection) -> None:
    """By the day it was said or else published; what is undated comes last; equals by their ids."""
    days = [hit.said_on or hit.published_on for hit in search(db, Query())]
    assert days == ["2031-05-10"] * 3 + ["2031-04-30"] + ["2030"] * 2


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    """Two stores with the same articles give the same hits in the same order."""
    one = store(tmp_path / "one.db", silo(), dam())
    other = store(tmp_path / "other.db", dam(), silo())
    for query in (Query(words="floor OR said"), Query(), Query(words="the", thought=True)):
        assert search(one, query) == search(other, query)


def test_the_number_of_hits_is_told(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more hits than are shown, how many; where counting ends, that there are more."""
    found = search(db, Query(words="floor", limit=2))
    assert (len(found), found.total, found.more) == (2, 3, False)
    monkeypatch.setattr(searching, "MOST", 2)
    found = search(db, Query(words="floor", limit=1))
    assert (len(found), found.total, found.more) == (1, 2, True)
    assert len(search(db, Query(words="floor", limit=3))) == 3


WRONG = [
    (Query(words="🔥"), "there is no word in '🔥'"),
    (Query(words='"" * -'), "there is no word in"),
    (Query(words="-floor"), "only what to leave out|says only what to leave out"),
    (Query(speaker="?"), "no word in the speaker's name"),
    (Query(words="a " * 100), "too many words.*at most 64"),
    (Query(date="May"), "is no date"),
    (Query(limit=0), "ask for 1 or more"),
]


@pytest.mark.parametrize("query, words", WRONG)
def test_what_cannot_be_looked_for_says_so(db: sqlite3.Connection, query: Query, words: str) -> None:
    """A query that can find nothing is an error in words, not an empty list."""
    with pytest.raises(UsageError, match=words):
        search(db, query)


CHARACTERS = "\"'*^:(){}+-,.~\0\\%_;“”«»\u202e\ud800\U0001f525"
SPECIAL = st.sampled_from([*CHARACTERS, " OR ", " AND ", " NOT ", "NEAR(", "floor"])


@given(st.lists(SPECIAL | st.text(max_size=5), max_size=12).map("".join))
def test_nothing_that_can_be_typed_breaks_it(db: sqlite3.Connection, typed: str) -> None:
    """Any text is words, or an error of ours; never one of the full-text search."""
    for query in (
        Query(words=typed),
        Query(speaker=typed),
        Query(outlet=typed),
        Query(words="floor", date=typed),
    ):
        try:
            search(db, query)
        except UsageError:
            continue


def test_a_word_is_looked_up_and_never_scanned_for(db: sqlite3.Connection) -> None:
    """SQLite plans: words by their index, the newest in the order of theirs; no table is gone through."""

    def plan(sql: str, query: Query) -> str:
        wanted = as_sql(db, query)
        values = {**wanted.values, "most": 10, "limit": 2, "after": 0}
        return "\n".join(
            row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql.format(wanted=wanted)}", values)
        )

    words = plan(BEST, Query(words="floor", outlet="ledger", form="direct", date="2031", case="silo"))
    assert "SCAN f VIRTUAL TABLE INDEX" in words
    assert "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)" in words
    assert "SCAN a" not in words
    newest = plan(NEWEST, Query(form="direct", date="2031"))
    assert "SCAN a USING COVERING INDEX attributions_newest" in newest


def test_settings_are_columns(tmp_path: Path) -> None:
    """Channel, occasion and venue of a statement stand in its row, by name or else by kind."""
    text = "Roos said in a post: yes."
    said: Attribution = says(text, "Roos", "said", "yes", channel=Setting(None, "post", "stated"))
    db = store(tmp_path / "s.db", record(text, said))
    assert db.execute("SELECT channel, venue FROM attributions").fetchone() == ("post", None)
