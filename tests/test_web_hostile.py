"""Hostile text is text: two hundred strings in every field of an article act on no page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

import onrecord
from onrecord.web import urls
from onrecord.web.serving import Serving
from tests.reading_room import HERE, asked
from tests.stored import all_are_closed, record, says, store  # noqa: F401

SCRIPT = "alert(1)"
ACTS = [f"<script>{SCRIPT}</script>", f"<img src=x onerror={SCRIPT}>", f"<svg onload={SCRIPT}>"]
ACTS += [f"<iframe srcdoc='{ACTS[0]}'>", f"<a href=javascript:{SCRIPT}>x</a>", f"<body onload={SCRIPT}>"]
ACTS += [
    "<style>*{display:none}</style>",
    "<base href=//evil.example>",
    "<form action=//evil.example><button>",
]
ACTS += [
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example>",
]
ACTS += [
    f"<object data=javascript:{SCRIPT}>",
    f"<embed src=javascript:{SCRIPT}>",
    "<template><b>",
    "<!--",
    "]]>",
]
AROUND = [
    "{}",
    '"{}',
    "'{}",
    '">{}',
    "'>{}",
    "</title>{}",
    "</script>{}",
    "</textarea>{}",
    "--> {}",
    "{{{{{}}}}}",
]
AROUND += ["{{% raw %}}{}", "`{}`", "\u2028{}"]
OTHERS = [
    "'; DROP TABLE articles; --",
    '" OR 1=1 --',
    "{{ 7 * 7 }}",
    "{% for x in page %}",
    "${7*7}",
    "%00",
    "../../etc",
]
OTHERS += [
    "=cmd|' /C calc'!A0",
    "\x1b[31mred",
    "\u202eevil",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "\ufeff<b>",
    "%3Cb%3E",
]
STRINGS = [around.format(one) for one in ACTS for around in AROUND][:190] + OTHERS
URLS = [
    f"javascript:{SCRIPT}",
    f"data:text/html,{ACTS[0]}",
    f"https://x.example/{ACTS[1]}",
    f"JaVaScRiPt:{SCRIPT}",
]
URLS += [f"https://x.example/'\"><{ACTS[2]}", f" javascript:{SCRIPT}", "vbscript:x", "//evil.example"]
EACH = 8  # strings of one article: so many fields it has

PAGES = ["/", "/search", "/people", "/outlets", "/statements?alone=1", "/conflicts", "/review", "/judgements"]
SAFE_LINKS = ("/", "#", "https://", "http://")


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which every field of some article is one of the strings."""
    path = tmp_path_factory.mktemp("hostile") / "onrecord.db"
    made = []
    for number, at in enumerate(range(0, len(STRINGS), EACH)):
        speaker, cue, content, outlet, title, other, more, last = (STRINGS[at:] + STRINGS)[:EACH]
        text = f"{speaker} {cue} said: {content} and {other}. {more} {last}"
        where = URLS[number % len(URLS)]
        one = says(text, speaker, cue, content, form="direct" if number % 2 else "indirect")
        made.append(record(text, one, url=where, outlet=outlet, title=title, date="2031-05-10"))
    store(path, *made).close()
    with onrecord.open(path) as collection:
        collection.compare()
    return path


@pytest.fixture
def client(pile: Path) -> Iterator[TestClient]:
    """The site on that store."""
    with asked(Serving(pile)) as client:
        yield client


def assert_nothing_acts(answer: object) -> None:
    """The page holds our own elements only, and no link leads where it should not."""
    page = html.fromstring(answer.text)  # type: ignore[attr-defined]
    assert not [one for one in page.iter() if isinstance(one.tag, str) and one.tag in FORBIDDEN]
    assert all(
        script.get("src", "").startswith("/static/") and not script.text for script in page.iter("script")
    )
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (element.tag, name)
            assert name != "style"
            if name in ("href", "src", "action"):
                assert value.startswith(SAFE_LINKS), value
                assert not value.startswith("//"), value


FORBIDDEN = {
    "style",
    "iframe",
    "img",
    "base",
    "object",
    "embed",
    "template",
    "math",
    "video",
    "audio",
    "body2",
}


def test_there_are_two_hundred(pile: Path) -> None:
    """As many as the house asks for."""
    assert len(STRINGS) + len(URLS) >= 200


@pytest.mark.parametrize("where", PAGES)
def test_lists_show_them_as_text(client: TestClient, where: str) -> None:
    """All pages of every list."""
    seen = 0
    while where:
        answer = client.get(where)
        assert answer.status_code == 200, answer.text
        assert_nothing_acts(answer)
        found = html.fromstring(answer.text).xpath("//a[@rel='next']/@href")
        where = found[0] if found and seen < 10 else ""
        seen += 1


def test_articles_and_statements_show_them_as_text(client: TestClient, pile: Path) -> None:
    """Every article with its cards, every statement, person and outlet, and the report as a file."""
    with onrecord.open(pile) as collection:
        ids = [one.article.id for one in collection.records()]
    for id_ in ids:
        page = client.get(urls.article(id_, lit="a1"))
        assert page.status_code == 200
        assert_nothing_acts(page)
    for one in client.get("/statements.json?alone=1&limit=500").json()["items"]:
        assert_nothing_acts(client.get(urls.statement(one["id"])))
        assert f"<script>{SCRIPT}" not in client.get(urls.report(one["id"])).text
    for one in client.get("/people.json?limit=500").json()["items"]:
        assert_nothing_acts(client.get(urls.person(one["name"])))
    for one in client.get("/outlets.json?limit=500").json()["items"]:
        assert_nothing_acts(client.get(urls.outlet(one["name"])))


@pytest.mark.parametrize("field", ["q", "speaker", "person", "outlet", "date"])
def test_what_is_searched_for_is_text(client: TestClient, field: str) -> None:
    """Whatever is typed comes back as text, or as an error that says so; never as a fault."""
    for string in STRINGS[::7] + OTHERS:
        answer = client.get("/search", params={field: string})
        assert answer.status_code in (200, 400), string
        assert_nothing_acts(answer)


def test_addresses_are_text(client: TestClient) -> None:
    """A path, a name and an id of hostile words end in a page that says there is none."""
    for string in STRINGS[::9]:
        for where in (urls.person(string), urls.outlet(string), f"/articles/{urls.encoded(string)}"):
            answer = client.get(where)
            assert answer.status_code in (200, 400, 404), where
            assert_nothing_acts(answer)


def test_decisions_are_text(client: TestClient) -> None:
    """Names, notes and values of judgements."""
    id_ = client.get("/search.json?limit=1").json()["items"][0]["id"]
    for string in STRINGS[::40]:
        fields = {
            "kind": "fix",
            "statement": id_,
            "field": "speakers",
            "value": string,
            "note": string,
            "who": string,
        }
        client.post("/judgements", data=fields, headers={"origin": HERE})
    assert_nothing_acts(client.get("/judgements"))
    assert_nothing_acts(client.get(urls.attribution(id_)))
