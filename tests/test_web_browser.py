"""The reading room in a real browser: stories by clicks and by keys, and pages that shut nobody out."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

import onrecord
from tests import needs

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parent.parent / "examples"
SHOTS = os.environ.get("ONRECORD_SHOTS")  # a folder: pictures of every page go there
SERIOUS = ("serious", "critical")
PAGE = """<!doctype html><html lang=en><head><title>Mayor of Velden opens the bridge</title></head>
<body><article><h1>Mayor of Velden opens the bridge</h1>
<p>VELDEN - Ana Ruiz, the mayor of Velden, said on Monday: “We will build the second bridge before the
winter, whatever the council of Orm thinks of it.”</p>
<p>Bo Lind, the engineer, told reporters that 16 piers were finished.</p></article></body></html>"""


YEAR = {
    1: "the ice on the river would hold until March",
    4: "four villages had been warned of the flood",
    9: "the new bridge would be paid for by the province",
    12: "she would not run for another term",
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the examples, compared."""
    path = tmp_path_factory.mktemp("browser") / "onrecord.db"
    with onrecord.open(path) as collection:
        collection.add(sorted(EXAMPLES.glob("*.html")) + sorted(EXAMPLES.glob("*.txt")))
        for month, said in YEAR.items():
            text = path.with_name(f"holt-{month}.txt")
            text.write_text(f"Holt speaks\n\nMara Holt, the minister, said that {said}.\n", "utf-8")
            collection.add(text, outlet="Velden Post", published=f"2030-{month:02}-11")
        collection.compare()
    return path


@pytest.fixture(scope="module")
def address(pile: Path) -> Iterator[str]:
    """The site as a user starts it."""
    program = str(Path(sys.executable).with_name("onrecord"))
    command = [program, "serve", "--store", str(pile), "--port", "0", "--no-browser", "--who", "anna"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.search(r"http://[\d.:]+/", server.stderr.readline())
        assert found
        yield found.group().rstrip("/")
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium of the system."""
    program = needs.program("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A tab on the first page; whatever goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    page = context.new_page()
    page.set_default_timeout(15_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto("/")
    yield page
    assert wrong == []
    context.close()


def test_how_outlets_differ_on_a_speech_by_clicks(page: Page) -> None:
    """From the first page to the reports, another base, less noise, and a flag's words in their article."""
    page.get_by_role("link", name="Statements", exact=True).click()
    page.get_by_label("flagged").check()
    page.get_by_role("button", name="Show").click()
    page.locator(".hits a").first.click()
    reports = page.locator("article.report")
    assert reports.count() >= 2
    expect(page.get_by_role("heading", name="To be looked at")).to_be_visible()
    second = reports.nth(1).locator("strong").first.inner_text()
    reports.nth(1).get_by_role("link", name="lay the others against this").click()
    expect(page.locator("article.report.base strong").first).to_have_text(second)
    noise = page.get_by_role("switch", name="capitals")
    expect(noise).to_have_attribute("aria-checked", "true")
    noise.click()
    expect(noise).to_have_attribute("aria-checked", "false")
    words = page.locator(".shows a q").first.inner_text().strip('“”"')
    page.locator(".shows a").first.click()
    assert words[:12] in "".join(page.locator(".text .lit").all_inner_texts())


def test_how_outlets_differ_on_a_speech_by_keys(page: Page) -> None:
    """The same without a mouse: search, next hit, open, and back."""
    page.keyboard.press("/")
    page.keyboard.type("gates soldiers")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".hits > li").nth(1)).to_have_class("at")
    page.keyboard.press("Enter")
    expect(page.locator(".card.lit")).to_have_count(1)
    lit = page.locator(".text .lit").count()
    assert lit > 0
    page.keyboard.press("j")
    expect(page.locator(".card.lit")).to_have_count(1)
    page.keyboard.press("g")
    page.keyboard.press("h")
    expect(page.get_by_role("heading", name="Most reported")).to_be_visible()


def test_a_click_on_a_field_lights_its_characters(page: Page) -> None:
    """And the address then says which, so that it can be sent on."""
    page.goto("/search?q=arithmetic")
    page.locator(".hits a").first.click()
    card = page.locator(".card.lit")
    card.get_by_role("link", name="Cue", exact=True).click()
    cue = card.locator("dd").first.inner_text()
    assert page.locator(".text .lit").all_inner_texts() == [cue]
    assert re.search(r"lit=a\d+\.cue", page.url)
    page.reload()
    assert page.locator(".text .lit").all_inner_texts() == [cue]


def test_a_wrong_speaker_is_settled_and_stays(page: Page, pile: Path) -> None:
    """Fixed on the page, kept when the article is read again, taken back with a key."""
    page.goto("/search?q=%22heard+40+kilometres%22")
    page.locator(".hits a").first.click()
    card = page.locator(".card.lit")
    was = card.get_by_role("heading").inner_text()
    card.get_by_text("Decide", exact=True).click()
    card.get_by_label("says (names parted by ;)").fill("Odile Marsh")
    card.get_by_role("button", name="Fix").click()
    expect(page.locator(".card.lit").get_by_role("heading")).to_contain_text("Odile Marsh")
    with onrecord.open(pile) as collection:
        collection.add(EXAMPLES / "silo-4-cps-wire.txt", again=True)
    page.reload()
    expect(page.locator(".card.lit").get_by_role("heading")).to_contain_text("Odile Marsh")
    page.goto("/judgements")
    page.keyboard.press("u")
    expect(page.locator(".undone")).to_have_count(1)
    page.go_back()
    page.goto("/search?q=%22heard+40+kilometres%22")
    page.locator(".hits a").first.click()
    expect(page.locator(".card.lit").get_by_role("heading")).to_have_text(was)


def test_conflicting_figures_are_found_and_cited(page: Page) -> None:
    """Side by side, each in its article, with a citation to keep."""
    page.get_by_role("link", name="Conflicts", exact=True).click()
    table = page.locator(".numbers").first
    assert table.locator("tbody tr").count() >= 2
    figure = table.locator("tbody th a").first
    words = figure.inner_text().partition(" · ")[0]
    figure.click()
    assert words in "".join(page.locator(".text .lit").all_inner_texts())
    with page.expect_download() as kept:
        page.locator(".formats").get_by_role("link", name="BibTeX").click()
    assert "@article{" in Path(kept.value.path()).read_text("utf-8")


def test_what_a_person_said_over_a_year(page: Page) -> None:
    """Through the list of people to one of them, and from the picture to a month."""
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_label("Name").fill("Holt")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Mara Holt", exact=True).click()
    expect(page.get_by_role("heading", name="Mara Holt")).to_be_visible()
    expect(page.locator(".timeline .bar")).to_have_count(len(YEAR))
    expect(page.locator(".timeline figcaption")).to_contain_text("2030-01 to 2030-12")
    expect(page.locator(".hits > li")).to_have_count(len(YEAR))
    page.locator(".timeline a", has_text="2030-09").click(force=True)
    expect(page.locator(".hits > li")).to_have_count(1)
    expect(page.locator(".hits")).to_contain_text(YEAR[9])


def test_a_page_is_dropped_in(page: Page, tmp_path: Path) -> None:
    """Chosen on the first page, read while one watches, found by its words."""
    saved = tmp_path / "bridge.html"
    saved.write_text(PAGE, "utf-8")
    page.get_by_label("Choose files").set_input_files(saved)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="bridge.html").click()
    expect(page.locator(".card")).not_to_have_count(0)
    page.goto("/search?q=piers")
    expect(page.locator(".hits > li")).to_have_count(1)


def test_pages_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    """A field is lit by its link, noise is passed over by another, a search is a form."""
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Words").fill("arithmetic")
    page.keyboard.press("Enter")
    page.locator(".hits a").first.click()
    page.locator(".card.lit").get_by_role("link", name="Cue", exact=True).click()
    assert page.locator(".text .lit").count() == 1
    context.close()


def pages(page: Page) -> dict[str, str]:
    """Every page of the site, by name."""
    page.goto("/statements")
    statement = page.locator(".hits a").first.get_attribute("href") or ""
    page.goto("/search?q=arithmetic")
    article = page.locator(".hits a").first.get_attribute("href") or ""
    return {
        "home": "/",
        "search": "/search?q=gates",
        "article": article,
        "statements": "/statements",
        "statement": statement,
        "people": "/people",
        "person": "/person?name=Lucan+Frey",
        "outlets": "/outlets",
        "outlet": "/outlet?name=Meridian+Standard",
        "conflicts": "/conflicts",
        "review": "/review",
        "judgements": "/judgements",
        "add": "/add",
        "fault": "/nothing",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nobody_is_shut_out(browser: Browser, address: str, width: int, scheme: str) -> None:
    """No serious fault of accessibility on any page, and nothing wider than the screen."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        base_url=address,
    )
    page = context.new_page()
    faults: list[str] = []
    for name, where in pages(page).items():
        page.goto(where)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
        found = Axe().run(page).response["violations"]
        faults += [
            f"{name}: {one['id']}: {node['html'][:150]} {node['failureSummary'][:200]}"
            for one in found
            if one["impact"] in SERIOUS
            for node in one["nodes"][:2]
        ]
        wide = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{name}: {wide} wide"] if wide > width else []
    context.close()
    assert faults == []
