"""Deciding in the reading room: what is decided holds, can be taken back, and outlives reading again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import onrecord
from onrecord.web import urls
from onrecord.web.serving import Serving
from tests.reading_room import HERE, asked
from tests.stored import all_are_closed, record, says, store  # noqa: F401

FIRST = "Mara Holt said on Monday that the old dam would hold through the winter. It rained."
SECOND = "In Velden, Mara Holt said that the old dam would hold through the winter, and left."
THIRD = "Jon Reve said that the bakeries of Velden would stay closed for a week."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with two reports of one statement, and another one; compared."""
    path = tmp_path / "onrecord.db"
    said = "the old dam would hold through the winter"
    store(
        path,
        record(FIRST, says(FIRST, "Mara Holt", "said", said), outlet="Post", date="2031-05-01"),
        record(SECOND, says(SECOND, "Mara Holt", "said", said), outlet="Ledger", date="2031-05-01"),
        record(THIRD, says(THIRD, "Jon Reve", "said", "the bakeries of Velden would stay closed for a week")),
    ).close()
    with onrecord.open(path) as collection:
        collection.compare()
    return path


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """The site on that store."""
    with asked(Serving(path, who="anna")) as client:
        yield client


def statements(client: TestClient, **narrowed: object) -> list[dict[str, object]]:
    """What statements there are."""
    found = client.get("/statements.json", params={"alone": 1, **narrowed}).json()["items"]
    return [dict(one) for one in found]


def decide(client: TestClient, **fields: object) -> None:
    """Send a decision as a page's form does."""
    answer = client.post("/judgements", data=fields, headers={"origin": HERE})
    assert answer.status_code == 303, answer.text


def reports(client: TestClient) -> list[str]:
    """The reports of the most reported statement."""
    id_ = statements(client)[0]["id"]
    told = client.get(f"/statements/{id_}.json").json()
    return [one["attribution"] for one in told["utterance"]["variants"]]


def test_a_report_is_split_off_and_comes_back(client: TestClient) -> None:
    """Reports something else: two statements then; taken back, one again."""
    both = reports(client)
    assert len(both) == 2
    decide(client, kind="split", statement=both, back="/statements")
    assert len(reports(client)) == 1
    made = client.get("/judgements.json").json()["items"][0]
    assert (made["kind"], made["who"]) == ("split", "anna")
    client.post(urls.undo(made["id"]), headers={"origin": HERE})
    assert len(reports(client)) == 2
    assert client.get("/judgements.json").json()["undone"] == [made["id"]]


def test_statements_are_joined(client: TestClient) -> None:
    """It reports this, too."""
    id_ = statements(client)[0]["id"]
    other = f"{record(THIRD).article.id}:a1"
    decide(client, kind="join", statement=[reports(client)[0], other])
    told = client.get(f"/statements/{id_}.json").json()
    assert other in [one["attribution"] for one in told["utterance"]["variants"]]


def test_a_wrong_speaker_is_settled_and_survives_reading_again(client: TestClient, path: Path) -> None:
    """The page says who it is from then on, whatever the machine says when the article is read anew."""
    article = record(THIRD).article.id
    decide(client, kind="fix", statement=f"{article}:a1", field="speakers", value="Ilse Brandt; Bo Lind")
    told = client.get(f"/articles/{article}.json").json()["record"]["attributions"][0]
    assert [one["name"] for one in told["speakers"]] == ["Ilse Brandt", "Bo Lind"]
    with onrecord.open(path) as collection:
        found = collection.record(article)
        from onrecord.store import write

        write.replace(collection._db, found, key=None, case="main", at="2031-06-02T12:00:00+00:00")
    again = client.get(f"/articles/{article}.json").json()["record"]["attributions"][0]
    assert [one["name"] for one in again["speakers"]] == ["Ilse Brandt", "Bo Lind"]
    assert "Ilse Brandt" in client.get(urls.article(article)).text


def test_what_is_no_statement_is_seen_no_more(client: TestClient) -> None:
    """Neither in its article nor among the statements to look at; the history keeps it."""
    article = record(THIRD).article.id
    decide(client, kind="reject", statement=f"{article}:a1", note="a recipe")
    assert client.get(f"/articles/{article}.json").json()["record"]["attributions"] == []
    assert f"{article}:a1" not in client.get("/review.json").text
    page = client.get("/judgements").text
    assert "no statement" in page
    assert "a recipe" in page


def test_who_decided_is_remembered(client: TestClient) -> None:
    """The name that is given once is the name of the next decision on this browser."""
    decide(client, kind="reject", statement=f"{record(THIRD).article.id}:a1", who="Jörg, Anna; x=y")
    made = client.get("/judgements.json").json()["items"][0]
    client.post(urls.undo(made["id"]), headers={"origin": HERE})
    assert {one["who"] for one in client.get("/judgements.json").json()["items"]} == {"Jörg, Anna; x=y"}


BACK = [
    ("/review", "/review"),
    ("/statements/x:a1?base=y", "/statements/x:a1?base=y"),
    ("https://evil.example", "/"),
    ("//evil.example", "/"),
    ("/\\evil.example", "/"),
    ("javascript:alert(1)", "/"),
    ("/a\r\nset-cookie: x=y", "/"),
]


@pytest.mark.parametrize("back, there", BACK)
def test_a_decision_leads_back_to_this_site_only(client: TestClient, back: str, there: str) -> None:
    """Whatever address the form says."""
    fields = {"kind": "reject", "statement": f"{record(THIRD).article.id}:a1", "back": back}
    answer = client.post("/judgements", data=fields, headers={"origin": HERE})
    assert answer.headers["location"] == there


WRONG = [
    {"kind": "undo"},
    {"kind": "forgive"},
    {"kind": "reject"},
    {"kind": "reject", "statement": "0123456789abcdef:a1"},
    {"kind": "fix", "statement": "x", "value": "y"},
    {"kind": "fix", "statement": "x", "field": "text", "value": "y"},
    {"kind": "join", "statement": "x"},
]


@pytest.mark.parametrize("fields", WRONG)
def test_what_means_nothing_is_refused(client: TestClient, fields: dict[str, str]) -> None:
    """With a reason, and nothing is kept."""
    answer = client.post("/judgements", data=fields, headers={"origin": HERE})
    assert answer.status_code == 400
    assert client.get("/judgements.json").json()["items"] == []


def test_another_site_decides_nothing(client: TestClient) -> None:
    """A form elsewhere that is sent here is stopped at the door."""
    fields = {"kind": "reject", "statement": f"{record(THIRD).article.id}:a1"}
    answer = client.post("/judgements", data=fields, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert client.get("/judgements.json").json()["items"] == []


def test_a_statement_without_reports_is_told(client: TestClient, path: Path) -> None:
    """What was decided away since it was compared is an answer that says so, not a fault."""
    id_ = next(one["id"] for one in statements(client) if one["reports"] == 1)
    with onrecord.open(path) as collection:  # at the command line, say
        collection.judge("reject", [f"{record(THIRD).article.id}:a1"], who="anna")
    answer = client.get(f"/statements/{id_}.json")
    assert answer.status_code == 404
    assert "compared again" in answer.json()["error"]
    assert "1 judgement was made" in client.get("/statements").text
