"""What can be taken away: CSV with everything, citations in three forms, a comparison as one file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.exports.citations import Cited, bibtex, csl, plain
from onrecord.exports.statements_csv import HEADER
from onrecord.record import Named
from onrecord.web import urls
from tests.reading_room import asked, room
from tests.stored import TEXT, all_are_closed, record, says, store  # noqa: F401
from tests.test_web_judging import FIRST, SECOND

ODD = "The {odd} 50% & $5_000 #1 ~ ^ \\ “deal”"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A site on three articles, two of which report one statement; compared."""
    import onrecord
    from onrecord.web.serving import Serving

    path = tmp_path / "onrecord.db"
    said = "the old dam would hold through the winter"
    store(
        path,
        record(url="https://ledger.example/silo"),
        record(FIRST, says(FIRST, "Mara Holt", "said", said), outlet="Post", date="2031-05-01", title=None),
        record(SECOND, says(SECOND, "Mara Holt", "said", said), outlet="=Ledger()", date="2031-05-01"),
    ).close()
    with onrecord.open(path) as collection:
        collection.compare()
    with asked(Serving(path)) as client:
        yield client


def rows(client: TestClient, where: str) -> list[dict[str, str]]:
    """A table, read as a spreadsheet does."""
    answer = client.get(where)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_a_search_as_csv_is_all_of_it(client: TestClient) -> None:
    """Every hit, whatever page is shown, with the columns of the export."""
    found = rows(client, "/search.csv?limit=1")
    assert tuple(found[0]) == HEADER
    assert len(found) == client.get("/search.json").json()["total"] == 4


def test_lists_have_tables_of_all_their_pages(client: TestClient) -> None:
    """Whatever the limit of a page is; a cell that a spreadsheet would take for a formula does not act."""
    assert [one["name"] for one in rows(client, "/outlets.csv?limit=1")] == [
        "'=Ledger()",
        "Harbor Ledger",
        "Post",
    ]
    assert len(rows(client, "/people.csv?limit=1")) == 3
    assert rows(client, "/statements.csv")[0]["reports"] == "2"
    assert rows(client, "/conflicts.csv") == []


def test_reports_of_a_statement_can_be_cited(client: TestClient) -> None:
    """Each with outlet, day and the words."""
    id_ = client.get("/statements.json").json()["items"][0]["id"]
    lines = client.get(urls.of_statement(id_, "txt")).text.splitlines()
    assert len(lines) == 2
    assert all("Mara Holt: the old dam would hold" in line and "2031-05-01" in line for line in lines)
    assert len(rows(client, urls.of_statement(id_, "csv"))) == 2


def test_one_statement_of_an_article_can_be_cited(client: TestClient) -> None:
    """By its own link, in each form."""
    id_ = record(url="https://ledger.example/silo").article.id
    answers = {form: client.get(urls.cited(id_, "a1", form)) for form in ("txt", "bib", "csl.json")}
    assert all(one.status_code == 200 for one in answers.values())
    assert answers["bib"].text.count("@article{") == 1
    (entry,) = answers["csl.json"].json()
    assert (entry["type"], entry["container-title"], entry["issued"]) == (
        "article-newspaper",
        "Harbor Ledger",
        {"date-parts": [[2031, 5, 10]]},
    )
    assert entry["URL"].startswith("https://ledger.example/silo#:~:text=")
    assert client.get("/search.docx").status_code == 400


def test_bibtex_s_own_signs_are_letters() -> None:
    """Braces, per cent, ampersand and the others do not end an entry or begin a comment."""
    made = record(TEXT, title=ODD)
    made = replace(made, article=replace(made.article, authors=(Named("A & B"),)))
    (entry,) = bibtex([Cited(made.article, made.attributions[0])])
    assert r"The \{odd\} 50\% \& \$5\_000 \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}" in entry
    assert entry.count("{") == entry.count("}")


def test_a_citation_is_one_line() -> None:
    """Line breaks and escapes of a title stay out of it; no date is no year."""
    made = record(TEXT, title="One\nTwo\x1b[31m", date=None, outlet=None)
    cited = [Cited(made.article, made.attributions[0])]
    (line,) = plain(cited)
    assert line.count("\n") == 1
    assert "“One Two[31m”, undated." in line
    assert '"issued"' not in "".join(csl(cited))
    assert "year" not in "".join(bibtex(cited))


def test_a_comparison_is_one_file(client: TestClient) -> None:
    """With its style in it, no script, and no link that leads back to this machine."""
    id_ = client.get("/statements.json").json()["items"][0]["id"]
    answer = client.get(urls.report(id_))
    page = html.fromstring(answer.text)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert page.xpath("//style")
    assert not page.xpath("//script | //link | //form | //img")
    assert all(link.startswith(("https://", "http://")) for link in page.xpath("//@href"))
    assert page.text_content().count("the old dam would hold") >= 2


def test_an_empty_list_is_an_empty_file(tmp_path: Path) -> None:
    """No hit, no row, no error."""
    with room(tmp_path / "onrecord.db") as client:
        assert rows(client, "/search.csv?q=nothing") == []
        assert client.get("/search.bib?q=nothing").text == ""
        assert client.get("/search.csl.json?q=nothing").json() == []
