"""The page of a statement: reports laid against a base, flags lit, who has it from whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

import onrecord
from onrecord.across.collate import Report, collate
from onrecord.across.comparison import Derivation
from onrecord.record import Attribution, ChainLink, Mark, Party, Span
from onrecord.web import urls
from onrecord.web.laid import laid
from onrecord.web.origins import Reported, drawn
from onrecord.web.serving import Serving
from tests.reading_room import asked
from tests.stored import all_are_closed  # noqa: F401

EXAMPLES = Path(__file__).parent.parent / "examples"


def report(id_: str, text: str, *, form: str = "indirect", quoted: str = "") -> Report:
    """A report whose content is all of a text, some words of it in quotation marks."""
    at = text.index(quoted) if quoted else 0
    marks = (Mark(at, at + len(quoted), quoted, "quoted"),) if quoted else ()
    content = (Span(0, len(text), text),)
    return Report(Attribution(id_, (), (), content, form=form, marks=marks), text)  # type: ignore[arg-type]


def pieces(base: str, other: str, *over: str, **said: str) -> list[tuple[str, str]]:
    """Kind and words of what the other report has, laid against a base."""
    reports = [report("x:a1", base), report("y:a1", other, **said)]
    _, found = laid(reports, collate(reports[0], reports[1:]), {}, frozenset(over))
    return [(one.kind, one.text) for one in found if one.kind not in ("same", "between")]


LAID = [
    ("the gates will answer", "the gates will answer", (), []),
    ("the gates will answer", "the gates will reply", (), [("reworded", "reply")]),
    ("the gates will answer", "the old gates will answer", (), [("added", "old")]),
    ("the five old gates will answer", "the gates will answer", (), [("left-out", "five old")]),
    ("the gates will answer", "The Gates will answer", (), [("spelling", "The"), ("spelling", "Gates")]),
    ("the gates will answer", "The Gates will answer", ("spelling",), []),
    ("all gates will answer", "all the gates will answer", (), [("added", "the")]),
    ("all gates will answer", "all the gates will answer", ("small",), []),
]


@pytest.mark.parametrize("base, other, over, expected", LAID)
def test_differences_are_marked_or_passed_over(
    base: str, other: str, over: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """What is reworded, added, left out or only spelled otherwise; noise can be passed over."""
    assert pieces(base, other, *over) == expected


def test_a_report_s_own_words_are_all_there() -> None:
    """Put together again, its pieces are its text, but for what it leaves out and marks around it."""
    text = "If soldiers are sent, the gates will “reply”."
    reports = [report("x:a1", "the gates will answer, he said"), report("y:a1", text, quoted="reply")]
    _, found = laid(reports, collate(reports[0], reports[1:]), {}, frozenset())
    assert "".join(one.text for one in found if one.kind not in ("left-out", "sign", "gap")) == text
    assert [one.text for one in found if one.quoted] == ["reply"]


def test_much_that_is_left_out_is_told_in_few_words() -> None:
    """The first and last words of it, and how many there are."""
    base = "the gates " + " ".join(f"word{chr(97 + i)}" for i in range(20)) + " answer"
    ((kind, words),) = pieces(base, "the gates answer")
    assert (kind, words) == ("left-out", "worda wordb wordc … wordr words wordt (20 words)")


def test_the_quoted_is_inside_marks() -> None:
    """Marks that stand outside of the content are shown around it."""
    _, found = laid(
        [report("x:a1", "the gates"), report("y:a1", "the gates", form="direct")],
        collate(report("x:a1", "the gates"), [report("y:a1", "the gates", form="direct")]),
        {},
        frozenset(),
    )
    assert "".join(one.text for one in found) == "“the gates”"


def test_words_of_flags_are_lit() -> None:
    """A flag's words carry its number, and no others do."""
    reports = [report("x:a1", "the gates will answer"), report("y:a1", "the gates will reply")]
    lit = {"y:a1": ((15, 20, 1),)}
    _, found = laid(reports, collate(reports[0], reports[1:]), lit, frozenset())
    assert [(one.text, one.flags) for one in found if one.flags] == [("reply", (1,))]


def told(id_: str, letter: str, *through: str) -> Reported:
    """A report that came through others."""
    links = [ChainLink("agency", Party(name=name, named=True)) for name in through]
    return Reported(id_, letter, f"Outlet {letter}", links)


def test_the_drawing_says_who_has_it_from_whom() -> None:
    """From the speaker through the agency; a copy hangs on what it was made from, and on nobody else."""
    copied = [Derivation("x", "z", True, "verbatim", ()), Derivation("x", "y", False, "undetermined", ())]
    drawing = drawn("Orlan", [told("x", "A"), told("y", "B", "CPS"), told("z", "C")], copied)
    titles = [arrow.title for arrow in drawing.arrows]
    assert titles == [
        "Orlan to A  Outlet A: said",
        "Orlan to CPS: passed",
        "CPS to B  Outlet B: passed",
        "A  Outlet A to C  Outlet C: verbatim",
    ]
    places = {(box.x, box.y) for box in drawing.boxes}
    assert len(places) == len(drawing.boxes) == 5
    assert all(box.x + 190 <= drawing.width and box.y + 40 <= drawing.height for box in drawing.boxes)


def test_a_drawing_of_circles_ends() -> None:
    """Two that are each said to be made from the other are drawn all the same."""
    both = [Derivation("x", "y", True, "verbatim", ()), Derivation("y", "x", True, "verbatim", ())]
    assert len(drawn("Orlan", [told("x", "A"), told("y", "B")], both).boxes) == 3


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with some of the examples, compared."""
    path = tmp_path_factory.mktemp("room") / "onrecord.db"
    with onrecord.open(path) as collection:
        collection.add(sorted(EXAMPLES.glob("dam-*.txt")), tagger="rules")
        collection.compare()
    return path


@pytest.fixture
def client(compared: Path) -> Iterator[TestClient]:
    """The site on that store."""
    with asked(Serving(compared)) as client:
        yield client


def first(client: TestClient) -> str:
    """The most reported statement."""
    return str(client.get("/statements.json").json()["items"][0]["id"])


def test_statements_come_most_reported_first(client: TestClient) -> None:
    """In pages, and narrowed to those with flags."""
    found = client.get("/statements.json?limit=500").json()
    articles = [one["articles"] for one in found["items"]]
    assert articles == sorted(articles, reverse=True)
    assert len(articles) == found["total"]
    assert all(one["flags"] for one in client.get("/statements.json?flagged=1").json()["items"])
    page = client.get("/statements.json?limit=1").json()
    again = client.get("/statements.json", params={"limit": 1, "after": page["next"]}).json()
    assert again["items"][0]["id"] == found["items"][1]["id"]


def test_another_base_can_be_chosen(client: TestClient) -> None:
    """It stands on top, the others are laid against it, and the address says so."""
    id_ = first(client)
    told = client.get(f"/statements/{id_}.json").json()
    other = next(v["attribution"] for v in told["utterance"]["variants"] if v["attribution"] != told["base"])
    again = client.get(f"/statements/{id_}.json", params={"base": other}).json()
    assert again["base"] == other
    kinds = {w["kind"] for r in again["readings"] for w in r["witnesses"] if w["attribution"] == other}
    assert kinds == {"base"}
    page = html.fromstring(client.get(urls.statement(id_)).text)
    assert any(f"base={other.replace(':', '%3A')}" in link for link in page.xpath("//@href"))


def test_the_utterance_for_programs_is_the_kept_one(client: TestClient, compared: Path) -> None:
    """The page's twin gives what the store and `compare` give."""
    id_ = first(client)
    with onrecord.open(compared) as collection:
        kept = collection.utterance(id_)
    told = client.get(f"/statements/{id_}.json").json()["utterance"]
    assert told["id"] == kept.id
    assert [v["attribution"] for v in told["variants"]] == [v.attribution for v in kept.variants]
    assert len(told["readings"]) == len(kept.readings)


def test_every_page_of_a_compared_store_opens(client: TestClient) -> None:
    """Each statement, flagged or not, with every kind of noise passed over."""
    for one in client.get("/statements.json?limit=500&alone=1").json()["items"]:
        for over in ("none", "spelling,small,order"):
            assert client.get(urls.statement(one["id"], over=over)).status_code == 200
    for where in ("/", "/people", "/outlets", "/statements?order=flags&flagged=1", "/add"):
        assert client.get(where).status_code == 200


def test_everybody_a_statement_names_has_a_page(client: TestClient) -> None:
    """Also who is called so across articles only."""
    for one in client.get("/statements.json?limit=500&alone=1").json()["items"]:
        for name in one["speakers"]:
            assert client.get(urls.person(name)).status_code == 200, name


def test_what_is_not_there_is_told(client: TestClient) -> None:
    """No statement, person or outlet of that name."""
    for where in ("/statements/nothing.json", "/person.json?name=Nobody", "/outlet.json?name=None"):
        assert client.get(where).status_code == 404
    assert client.get("/statements.json?order=best").status_code == 400


def test_days_that_other_articles_settle_are_shown(client: TestClient, compared: Path) -> None:
    """Each with the words that settle it, and where they stand."""
    with onrecord.open(compared) as collection:
        days = collection.days().items
        people = [one.name for one in collection.comparison().entities if one.roles or one.same_as][:1]
    told = client.get("/conflicts.json").json()["days"]
    assert [one["day"]["article"] for one in told] == [one.article for one in days]
    page = client.get("/conflicts").text
    assert all(one["outlet"] in page for one in told)
    for name in people:
        assert client.get(urls.person(name)).status_code in (200, 404)
