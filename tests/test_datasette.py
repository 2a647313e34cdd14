"""Datasette opens a store as it is: names instead of numbers, search, facets, views, JSON."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

import onrecord
from onrecord.store import write
from tests.stored import AT, all_are_closed, record, store  # noqa: F401
from tests.test_compare import pile


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> "Served":
    """A store in Datasette, without a setting."""
    path = tmp_path_factory.mktemp("datasette") / "onrecord.db"
    db = store(path, record(url="https://ledger.example/silo"), case="silo")
    write.put(db, record("Another text.", outlet="Evening Post"), key=None, case="silo", at=AT)
    db.close()
    return Served(path)


class Served:
    """Datasette's pages, asked for without a server."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def page(self, where: str) -> str:
        """A page as text; anything but success fails the test."""
        return asyncio.run(self._get(where))

    def json(self, where: str) -> Any:
        """The same page for programs."""
        return json.loads(self.page(where))

    async def _get(self, where: str) -> str:
        datasette = Datasette([str(self.path)])
        response = await datasette.client.get(f"/onrecord{where}")
        assert response.status_code == 200, response.text
        return str(response.text)


def test_tables_show_names_for_numbers(served: Served) -> None:
    """Outlet, speaker and article of a statement are links with their names."""
    page = served.page("/attributions")
    assert 'href="/onrecord/outlets/1">Harbor Ledger</a>' in page
    assert 'href="/onrecord/speakers/1">Anneke Roos</a>' in page
    assert ">Terror at the silo</a>" in page
    assert 'href="/onrecord/outlets/2">Evening Post</a>' in served.page("/articles")
    assert ">silo</a>" in served.page("/case_articles")
    assert "Anneke Roos [said]" in served.page("/parties")


def test_every_label_is_found(served: Served) -> None:
    """With _labels=on each foreign key has the name of what it points at."""
    rows = served.json("/attributions.json?_labels=on&_shape=objects")["rows"]
    assert [row["speaker_id"] and row["speaker_id"]["label"] for row in rows] == [
        "Anneke Roos",
        "Lucan Frey",
        None,
    ]
    assert {row["outlet_id"]["label"] for row in rows} == {"Harbor Ledger"}
    assert {row["article_id"]["label"] for row in rows} == {"Terror at the silo"}


SEARCHES = [
    ("/attributions.json?_search=floor", 1),
    ("/attributions.json?_search=frey", 1),
    ("/attributions.json?_search=nothing", 0),
    ("/articles.json?_search=window", 1),
    ("/articles.json?_search=text", 1),
    ("/articles.json?_search=terror", 2),
]


@pytest.mark.parametrize("where, number", SEARCHES)
def test_search_works(served: Served, where: str, number: int) -> None:
    """Datasette finds the full-text index of both tables by itself."""
    assert len(served.json(where)["rows"]) == number


def test_there_is_a_field_to_search_in(served: Served) -> None:
    """The pages of both tables have it."""
    for table in ("/attributions", "/articles"):
        assert 'name="_search"' in served.page(table)


FACETS = ["outlet_id", "speaker_id", "form", "mode", "zone"]


@pytest.mark.parametrize("facet", FACETS)
def test_facets_work(served: Served, facet: str) -> None:
    """Statements can be counted by outlet, speaker, form, mode and zone, with names where there are."""
    found = served.json(f"/attributions.json?_facet={facet}")["facet_results"]
    results = found.get("results", found)[facet]["results"]
    assert results
    assert all(not str(result["label"]).isdigit() for result in results)


def test_views_open(served: Served) -> None:
    """Both views have what a journalist wants in one row; thoughts are left out of the statements."""
    statements = served.json("/v_statements.json?_shape=array&_sort=id")
    assert [(row["speaker"], row["outlet"], row["cases"]) for row in statements] == [
        ("Anneke Roos", "Harbor Ledger", "silo"),
        ("Lucan Frey", "Harbor Ledger", "silo"),
    ]
    articles = served.json("/v_articles.json?_shape=array&_sort_desc=statements")
    assert [(row["statements"], row["thoughts"], row["outlet"]) for row in articles] == [
        (2, 1, "Harbor Ledger"),
        (0, 0, "Evening Post"),
    ]


def test_compared_statements_open(tmp_path: Path) -> None:
    """A comparison's utterances stand in a row each, with who speaks and what is to be looked at."""
    with onrecord.open(tmp_path / "onrecord.db") as collection:
        for one in pile():
            write.put(collection._db, one, key=None, case="main", at=AT)
        collection.compare()
    compared = Served(tmp_path / "onrecord.db")
    rows = compared.json("/v_utterances.json?_shape=array&_sort_desc=reports")
    assert [(row["speakers"], row["reports"], row["case"]) for row in rows] == [
        ("Ana Ruiz", 2, None),
        ("Piet Oss", 1, None),
    ]
    assert "Ana Ruiz: “We will" in compared.page("/variants")
    for table in ("utterances", "v_utterances", "variants", "entities", "figure_groups"):
        assert "$base64" not in compared.page(f"/{table}.json")


def test_there_is_no_binary_in_what_people_look_at(served: Served) -> None:
    """The compressed lines are in a table of their own."""
    for table in ("articles", "attributions", "v_statements", "v_articles", "speakers"):
        assert "$base64" not in served.page(f"/{table}.json")


def test_a_row_has_a_page(served: Served) -> None:
    """An article's page is named by its id, and lists what refers to it."""
    id_ = record(url="https://ledger.example/silo").article.id
    page = served.page(f"/articles/{id_}")
    assert "attributions?article_id=" in page
    assert record().article.text[:40] in page


def test_every_table_and_view_opens(served: Served) -> None:
    """None of them fails, hidden ones included."""
    listed = served.json(".json")
    names = [table["name"] for table in listed["tables"]] + [view["name"] for view in listed["views"]]
    assert len(names) > 12
    for name in names:
        served.json(f"/{name}.json")
