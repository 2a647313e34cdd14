"""What the pages ask of the store: facets, single pages of hits, what is there at a glance."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.record import Flag
from onrecord.store.facets import facets
from onrecord.store.overview import newest, overview
from onrecord.store.query import Query
from onrecord.store.search import search
from tests.stored import all_are_closed, record, says, store  # noqa: F401

HE = "He said the river was high."


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    """Three articles: two with named speakers, one where nobody is named."""
    id_ = record(outlet="Evening Post", date=None).article.id
    return store(
        tmp_path / "onrecord.db",
        record(),
        record(outlet="Evening Post", date=None, flags=(Flag("undated", (f"{id_}:a1",), (), "no day"),)),
        record(HE, says(HE, "He", "said", "the river was high"), outlet="Ledger", date="2031-06"),
    )


def ids(db: sqlite3.Connection, query: Query) -> list[str]:
    """The hits, by id."""
    return [hit.id for hit in search(db, query)]


def test_pages_of_hits_lie_end_to_end(db: sqlite3.Connection) -> None:
    """What comes after the first page begins where that one ends."""
    for words in ("", "floor OR people OR river"):
        whole = ids(db, Query(words=words))
        assert ids(db, Query(words=words, limit=2)) + ids(db, Query(words=words, limit=9, after=2)) == whole


def test_facets_count_the_hits(db: sqlite3.Connection) -> None:
    """Every speaker, outlet, form and month with the number of hits."""
    found = facets(db, Query())
    assert found.speakers == (("Anneke Roos", 2), ("Lucan Frey", 2))
    assert found.outlets == (("Evening Post", 2), ("Harbor Ledger", 2), ("Ledger", 1))
    assert found.forms == (("indirect", 3), ("direct", 2))
    assert found.months == (("2031-05", 2), ("2031-06", 1))
    assert found.days == (("2031-05-10", 2),)
    assert (found.unnamed, found.undated) == (1, 2)
    assert facets(db, Query(words="floor")).speakers == (("Anneke Roos", 2),)


def test_a_name_alone_can_be_asked_for(db: sqlite3.Connection) -> None:
    """A person is one name and no other; what is unnamed or flagged can be asked for too."""
    assert len(ids(db, Query(person="Anneke Roos"))) == 2
    assert ids(db, Query(person="Anneke")) == []
    assert len(ids(db, Query(unnamed=True))) == 1
    assert len(ids(db, Query(flagged=True))) == 1


def test_a_whole_name_of_an_outlet_means_that_one(db: sqlite3.Connection) -> None:
    """Others with the same word in their name are found by a part of it only."""
    assert len(ids(db, Query(outlet="ledger"))) == 1
    assert len(ids(db, Query(outlet="edge"))) == 3


def test_the_store_at_a_glance(db: sqlite3.Connection) -> None:
    """How much there is, and how much of it is undated."""
    found = overview(db)
    assert (found.articles, found.attributions, found.outlets, found.speakers) == (3, 7, 3, 2)
    assert (found.months, found.undated) == ((("2031-05", 1), ("2031-06", 1)), 1)


def test_the_newest_articles_come_in_pages(db: sqlite3.Connection) -> None:
    """The last added first, thoughts not counted; one outlet's alone where that is asked for."""
    first, second, third = newest(db, limit=9)
    assert (first.outlet, first.statements, third.title, third.statements) == (
        "Ledger",
        1,
        "Terror at the silo",
        2,
    )
    assert newest(db, limit=1, before=first.id) == (second,)
    assert newest(db, limit=9, outlet="Harbor Ledger") == (third,)
