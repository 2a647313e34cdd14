"""The interface for programs: described as it is, no fault whatever is asked, nothing lost."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

import onrecord
from onrecord.store import write
from onrecord.web.serving import Serving
from tests.reading_room import HERE, asked
from tests.stored import AT, all_are_closed, record, store  # noqa: F401
from tests.test_web_judging import FIRST, SECOND, says

DOCS = (Path(__file__).parent.parent / "docs" / "reading-room.md").read_text("utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A site on three articles, compared."""
    path = tmp_path_factory.mktemp("interface") / "onrecord.db"
    said = "the old dam would hold through the winter"
    store(
        path,
        record(url="https://ledger.example/silo"),
        record(FIRST, says(FIRST, "Mara Holt", "said", said), outlet="Post", date="2031-05-01"),
        record(SECOND, says(SECOND, "Mara Holt", "said", said), outlet="Ledger", date="2031-05-01"),
    ).close()
    with onrecord.open(path) as collection:
        collection.compare()
    with asked(Serving(path)) as client:
        yield client


def described(client: TestClient) -> dict[str, Any]:
    """The paths of the description, with what can be done there."""
    return dict(client.get("/openapi.json").json()["paths"])


def test_every_answer_is_described_with_our_errors(served: TestClient) -> None:
    """One shape of errors, and none of the framework's own."""
    for path, methods in described(served).items():
        for answer in methods.values():
            assert "422" not in answer["responses"], path
            schema = answer["responses"]["400"]["content"]["application/json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/Error"}


def test_every_page_is_described_and_in_the_docs(served: TestClient) -> None:
    """A path that the docs do not name cannot be added."""
    named = [path.split("{")[0].rstrip("/.").removesuffix(".json") for path in described(served)]
    assert [path for path in named if path and f"`{path}" not in DOCS and path not in DOCS] == []


ODD = st.one_of(
    st.text(max_size=30),
    st.integers().map(str),
    st.sampled_from(
        ["", "0", "-1", "1e9", "null", "true", "../..", "%00", "2031-13", "a" * 3000, "'", '"', "*", "\x00"]
    ),
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_asked_is_no_fault(served: TestClient, data: st.DataObject) -> None:
    """Any page with any questions: an answer, or an error that says what was wrong with them."""
    paths = [(path, verb, what) for path, some in described(served).items() for verb, what in some.items()]
    path, verb, what = data.draw(st.sampled_from(paths))
    parameters = what.get("parameters", [])
    known = {one["name"]: data.draw(ODD) for one in parameters if data.draw(st.booleans())}
    for one in parameters:
        if one["in"] == "path":
            known.pop(one["name"], None)
            value = data.draw(
                st.one_of(st.text("abc:019/.%", max_size=20), st.sampled_from(["csv", "bib", "j1"]))
            )
            path = path.replace("{" + one["name"] + "}", value.replace("/", "%2F").replace("%%", "%25"))
    fields = {
        key: data.draw(ODD) for key in ("kind", "statement", "field", "value", "text", "published", "who")
    }
    body = {"data": fields} if verb == "post" and path != "/compare" else {}
    answer = served.request(verb, path, params=known, headers={"origin": HERE}, **body)  # type: ignore[arg-type]
    assert answer.status_code < 500, (path, known)
    if answer.status_code >= 400 and path.endswith(".json"):
        assert list(answer.json()) == ["ok", "error", "errors", "status"]


def test_all_records_come_as_lines(served: TestClient) -> None:
    """Each line is a record as `onrecord export` writes it."""
    lines = served.get("/records.jsonl").text.splitlines()
    assert len(lines) == 3
    ids = [json.loads(line)["article"]["id"] for line in lines]
    assert [onrecord.from_json(line).article.id for line in lines] == ids


def test_nothing_is_lost_side_by_side(tmp_path: Path) -> None:
    """Pages, decisions in many tabs, and somebody who adds articles: all of it is there in the end."""
    path = tmp_path / "onrecord.db"
    store(path, record()).close()
    id_ = record().article.id

    def add(number: int) -> None:
        with onrecord.open(path) as collection:
            made = record(f"Text {number}.", outlet=f"Outlet {number}")
            write.put(collection._db, made, key=None, case="main", at=AT)

    with asked(Serving(path)) as client:

        def decide(number: int) -> int:
            fields = {"kind": "fix", "statement": f"{id_}:a1", "field": "speakers", "value": f"Name {number}"}
            return client.post("/judgements", data=fields, headers={"origin": HERE}).status_code

        def look(_: int) -> int:
            return client.get("/").status_code

        with ThreadPoolExecutor(6) as people:
            added = [people.submit(add, number) for number in range(15)]
            decided = [people.submit(decide, number) for number in range(15)]
            seen = [people.submit(look, number) for number in range(15)]
            for one in added:
                one.result()
            assert {one.result() for one in decided} == {303}
            assert {one.result() for one in seen} == {200}
        assert len(client.get("/judgements.json?limit=500").json()["items"]) == 15
    with onrecord.open(path) as collection:
        assert collection.overview().articles == 16
