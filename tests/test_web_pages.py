"""The pages of the reading room: what stands on them, the same for programs, and hostile text as text."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

import onrecord
from onrecord.record import Attribution, Flag, Mark, Party, Record, Span, Zone
from onrecord.web import urls
from onrecord.web.serving import Serving
from tests.reading_room import asked, room
from tests.stored import TEXT, all_are_closed, record, says, store  # noqa: F401

HTML = Path(str(urls.STATIC)).parent / "html"
NESTED = "Mara Holt said that Jon Reve told her the dam was safe. Nobody answered."


def nested() -> Record:
    """One statement inside another, on the web, with a flag and a furniture line."""
    made = record(
        NESTED,
        says(NESTED, "Mara Holt", "said", "Jon Reve told her the dam was safe"),
        says(NESTED, "Jon Reve", "told", "the dam was safe", marks=(Mark(0, 4, "Mara", "quoted"),)),
        url="https://post.example/dam",
        outlet="Border Post",
        title="The dam",
    )
    first, second = made.attributions
    zones = (Zone(0, 56, "body"), Zone(56, len(NESTED), "furniture"))
    return replace(
        made,
        article=replace(made.article, zones=zones),
        attributions=(first, replace(second, nested_in=first.id)),
        flags=(Flag("undated", (second.id,), (), "the day is not known"),),
    )


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A site on two articles."""
    with room(tmp_path / "onrecord.db", record(), nested()) as client:
        yield client


def page(client: TestClient, where: str) -> html.HtmlElement:
    """A page, parsed; anything but success fails the test."""
    answer = client.get(where)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    """Its text with single blanks."""
    return " ".join(element.text_content().split())


def test_the_first_page_counts_and_lists(client: TestClient) -> None:
    """How much there is, and the newest article first."""
    found = page(client, "/")
    assert words(found.xpath("//dl")[0]).startswith("articles2 statements5")
    assert [words(row) for row in found.xpath("//tbody//th")] == ["The dam", "Terror at the silo"]


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    """Nothing in it is no error."""
    with room(tmp_path / "onrecord.db") as client:
        assert "onrecord add" in client.get("/").text
        assert client.get("/home.json").json()["items"] == []
        assert "Nothing found" in client.get("/search?q=x").text


def test_a_search_shows_hits_marked(client: TestClient) -> None:
    """The words that were looked for are marked, and a hit leads to its place in the article."""
    found = page(client, "/search?q=floor")
    assert [words(one) for one in found.xpath("//mark")] == ["floor"]
    assert found.xpath("//ol//a/@href") == [urls.attribution(f"{record().article.id}:a1")]


def test_facets_narrow_down_and_can_be_taken_away(client: TestClient) -> None:
    """A facet is a link; when it is set, another link goes back."""
    found = page(client, "/search?q=the")
    link = next(a.get("href") for a in found.xpath("//aside//a") if a.text == "Mara Holt")
    narrowed = page(client, link)
    assert len(narrowed.xpath("//ol/li")) == 1
    assert narrowed.xpath("//a[@class='chip']/@href") == [urls.search(q="the")]


def test_pages_of_hits_are_linked_by_their_cursor(client: TestClient) -> None:
    """The cursor of one answer asks for the next, until there is none; nothing comes twice or is left out."""
    seen, after = [], 0
    while after is not None:
        answer = client.get("/search.json", params={"limit": 1, "after": after}).json()
        assert answer["ok"] is True
        seen += [hit["id"] for hit in answer["items"]]
        after = answer["next"]
    assert len(seen) == len(set(seen)) == 4


def test_an_article_for_programs_is_its_record(client: TestClient, tmp_path: Path) -> None:
    """Its twin holds, byte for byte, what extract and the store give."""
    id_ = nested().article.id
    told = client.get(f"/articles/{id_}.json").text
    with onrecord.open(tmp_path / "onrecord.db") as collection:
        assert onrecord.to_json(collection.record(id_)) in told
    assert json.loads(told)["links"][f"{id_}:a2"].startswith("https://post.example/dam#:~:text=")


def test_an_article_s_text_is_all_there(client: TestClient) -> None:
    """Every character, once; the numbers of statements stand apart."""
    found = page(client, urls.article(nested().article.id))
    (text,) = found.xpath("//article")
    for number in text.xpath(".//a[@class='no']"):
        number.drop_tree()
    assert words(text) == NESTED


def test_fields_can_be_told_apart_in_the_text(client: TestClient) -> None:
    """Speaker, cue and content have classes of their own, and so has what is said inside a statement."""
    (text,) = page(client, urls.article(nested().article.id)).xpath("//article")

    def of(name: str) -> list[str]:
        return [words(one) for one in text.xpath(f".//span[contains(@class, '{name}')]")]

    assert of("speaker") == ["Mara Holt", "Jon Reve"]
    assert of("cue") == ["said", "told"]
    assert of("content-2") == ["the dam was safe"]
    assert of("furniture") == ["Nobody answered."]


def test_what_the_address_names_is_lit(client: TestClient) -> None:
    """One field's characters, or a whole statement's, without any script."""
    id_ = nested().article.id
    lit = page(client, urls.article(id_, lit="a2.speaker")).xpath("//article//span[contains(@class, 'lit')]")
    assert [words(one) for one in lit] == ["Jon Reve"]
    whole = page(client, urls.article(id_, lit="a2")).xpath("//article//span[contains(@class, 'lit')]")
    assert "told" in [words(one) for one in whole]


def test_a_card_says_what_to_look_at_and_where_it_stands(client: TestClient) -> None:
    """Flags, how many hands, the link to the words at the publisher's, the evidence."""
    found = page(client, urls.article(nested().article.id))
    card = found.get_element_by_id("a2")
    assert "the day is not known" in words(card)
    assert card.xpath(".//a[contains(@href, '#:~:text=')]")
    assert nested().article.sha256 in words(found)


WRONG = [
    ("/articles/0123.json", 404),
    ("/articles/zzzz.json", 404),
    ("/nothing.json", 404),
    ("/search.json?form=x", 400),
    ("/search.json?date=yesterday", 400),
    ("/search.json?limit=0", 400),
    ("/search.json?limit=99999", 400),
    ("/search.json?after=-1", 400),
    ("/search.json?q=" + "x" * 3000, 400),
]


@pytest.mark.parametrize("where, status", WRONG)
def test_errors_have_one_shape(client: TestClient, where: str, status: int) -> None:
    """ok, error, errors, status; and a page that says the same to people."""
    answer = client.get(where)
    assert answer.status_code == status
    told = answer.json()
    assert list(told) == ["ok", "error", "errors", "status"]
    assert (told["ok"], told["status"]) == (False, status)
    people = client.get(where.replace(".json", ""), headers={"accept": "text/html"})
    assert people.status_code == status
    assert "text/html" in people.headers["content-type"]


def test_every_link_leads_somewhere(client: TestClient) -> None:
    """All links of all pages that can be reached from the first one are answered."""
    seen, waiting = set(), ["/"]
    while waiting:
        where = waiting.pop()
        answer = client.get(where)
        assert answer.status_code == 200, where
        seen.add(where)
        if "text/html" not in answer.headers["content-type"] or len(seen) > 150:
            continue
        for link in html.fromstring(answer.text).xpath("//@href | //@src"):
            parts = urlsplit(link)
            if not parts.netloc and parts.path:
                there = parts._replace(fragment="").geturl()
                if there not in seen and there not in waiting:
                    waiting.append(there)
    assert len(seen) > 20


def test_no_template_lets_markup_through() -> None:
    """None switches escaping off, has a script or a style in it, or an attribute that acts."""
    for template in sorted(HTML.glob("*.html")):
        text = template.read_text("utf-8").replace(
            "<style>{{ style }}</style>", ""
        )  # our own sheet, in a file
        assert not re.search(r"\|\s*safe|autoescape|<style|\sstyle=|\son\w+=|javascript:|Markup", text), (
            template
        )
        assert not re.search(r"<script(?![^>]* src=)", text), template


def test_a_case_can_be_searched_alone(tmp_path: Path) -> None:
    """Where there are several, the first page leads to each, and the form offers them."""
    path = tmp_path / "onrecord.db"
    store(path, record(), case="silo").close()
    store(path, nested(), case="dam").close()
    with asked(Serving(path)) as client:
        assert urls.search(case="dam") in page(client, "/").xpath("//@href")
        found = client.get("/search.json?case=dam").json()
        assert {hit["article"] for hit in found["items"]} == {nested().article.id}
        options = page(client, "/search?case=dam").xpath("//select[@name='case']/option")
        assert [(words(one), one.get("selected")) for one in options] == [
            ("all", None),
            ("dam", "selected"),
            ("silo", None),
        ]


def test_a_very_long_article_opens(tmp_path: Path) -> None:
    """Two thousand statements in one line, and as many zones: the work does not grow with their square."""
    said = "Mara Holt said it rained. "
    text = said * 2000
    every = tuple(
        Attribution(
            "",
            (Party(mention=(Span(at, at + 9, "Mara Holt"),)),),
            (Span(at + 10, at + 14, "said"),),
            (Span(at + 15, at + 24, "it rained"),),
        )
        for at in range(0, len(text), len(said))
    )
    made = record(text, *every)
    zones = tuple(Zone(at, at + len(said), "body") for at in range(0, len(text), len(said)))
    made = replace(made, article=replace(made.article, zones=zones))
    with room(tmp_path / "onrecord.db", made) as client:
        began = time.process_time()
        found = page(client, urls.article(made.article.id))
        assert time.process_time() - began < 15
    assert len(found.xpath("//*[@data-card]")) == 2000
