"""Saved web pages: what stands in the page stands in the text, in zones, in document order."""

from pathlib import Path

import pytest

from onrecord.errors import NoTextError, ReadError
from onrecord.readers.html import reading as html
from onrecord.readers.page import Page

PAGES = Path(__file__).parent / "pages"
PARAGRAPH = (
    "<p>The ferry between Anville and Borough runs again since Tuesday morning, its owners said, "
    "after a break of four months.</p>"
)
MORE = (
    "<p>“The engine is new, and so is the captain,” Cy Dorn, who owns the ferry, said on Tuesday morning.</p>"
)


def page(name: str) -> Page:
    """One of the pages kept as files."""
    return html.read((PAGES / name).read_bytes())


def made(body: str, *, largest: int = 2_000_000) -> Page:
    """A page around these paragraphs."""
    return html.read(f"<html><body><article><h1>Ferry runs</h1>{body}</article>".encode(), largest=largest)


def zones(read: Page, *kinds: str) -> list[str]:
    """The words of the zones of these kinds, or of all."""
    return [read.text[zone.start : zone.end] for zone in read.zones if not kinds or zone.kind in kinds]


def test_zones_stand_in_document_order() -> None:
    """Headline, standfirst, byline, captions, credits and body follow each other as in the page."""
    assert [zone.kind for zone in page("plain_article.html").zones] == [
        "headline",
        "subheading",
        "byline",
        "caption",
        "credit",
        "body",
        "body",
        "subheading",
        "body",
        "body",
        "caption",
        "credit",
        "body",
    ]


def test_blocks_are_one_blank_line_apart() -> None:
    """Between two blocks stands one blank line, and nothing stands outside the zones."""
    read = page("plain_article.html")
    assert read.text.startswith(
        "Anville bridge to stay closed until spring\n\n"
        "The mayor blames the flood of last week.\n\n"
        "By Ana Bell\n\n"
    )
    assert "".join(zones(read)).replace(" ", "") == "".join(read.text.split("\n")).replace(" ", "")


def test_navigation_and_footer_are_left_out() -> None:
    """What leads around the site is no part of the report."""
    text = page("plain_article.html").text
    assert "Sport" not in text
    assert "Post Group" not in text


def test_a_caption_and_its_credit_are_told_apart() -> None:
    """A credit is cut off its caption by markup or, where there is none, by its words."""
    read = page("plain_article.html")
    assert zones(read, "caption") == ["The old bridge on Monday.", "The third pillar."]
    assert zones(read, "credit") == ["Jo Rey/Anville Post", "(Photo: Jo Rey)"]


def test_captions_are_found_without_figure_elements() -> None:
    """A caption may be a paragraph or a span that only its class name tells apart."""
    read = page("captions_without_figure.html")
    assert zones(read, "caption") == [
        "The ferry leaves Anville on its first trip.",
        "Passengers wait at the quay in Borough.",
    ]
    assert zones(read, "credit") == ["Photo: Jo Rey", "Getty Images"]


def test_inline_markup_neither_splits_nor_glues_words() -> None:
    """Bold inside a word, <q> and a footnote number leave the sentence as a browser shows it."""
    assert zones(page("inline_markup.html"), "body")[0] == (
        "The mayor wrote that “the bridge is unsafe” and that she would say “so ‘again and again’” "
        "to anyone[1] who asked her about it."
    )


def test_q_adds_no_marks_to_marks_of_its_own() -> None:
    """Where the words inside <q> bring their quotation marks, none are added."""
    assert (
        "wrote “so it is” again"
        in made(f"{PARAGRAPH}<p>The mayor wrote <q>“so it is”</q> again and again.</p>").text
    )


def test_one_line_break_is_a_line_two_are_a_paragraph() -> None:
    """<br> ends a line; two of them end the block."""
    body = zones(page("inline_markup.html"), "body")
    assert (
        body[1] == "First line of the letter, as it was printed\nsecond line of the letter, as it was printed"
    )
    assert body[2] == "A new paragraph of the letter begins after two line breaks."


def test_characters_stay_as_the_page_has_them() -> None:
    """No-break spaces, soft hyphens and decomposed letters stay; only HTML white space is collapsed."""
    assert zones(page("inline_markup.html"), "body")[3] == (
        "No\xa0break, soft\xadhyphen, white space and cafe\N{COMBINING ACUTE ACCENT} stay as the "
        "page has them, and nothing more."
    )


def test_hidden_text_scripts_and_styles_are_never_text() -> None:
    """What a browser does not show is not read."""
    text = page("inline_markup.html").text
    assert not [words for words in ("hidden", "Hidden", "never text", "color") if words in text]


def test_list_items_and_block_quotations_are_body() -> None:
    """Lists and quoted blocks belong to the report."""
    assert zones(page("inline_markup.html"), "body")[4].startswith("The bridge stays closed")
    assert "“It is a matter of weeks" in zones(page("plain_article.html"), "body")[3]


def test_links_to_other_reports_are_furniture() -> None:
    """A "Read more" line stays in the text, but as furniture."""
    assert zones(page("read_more_links.html"), "furniture") == [
        "Read more: Bridge to stay closed until spring, mayor says"
    ]


def test_the_title_is_the_headline_shown() -> None:
    """The title comes from the headline, without the site's name."""
    assert page("plain_article.html").title == "Anville bridge to stay closed until spring"


def test_the_agency_of_the_dateline_is_a_credit_not_the_outlet() -> None:
    """A report an agency wrote keeps its outlet; who made the pictures is not credited for the text."""
    read = page("plain_article.html")
    assert [(credit.kind, credit.name) for credit in read.credits] == [("agency", "AFP")]
    assert read.outlet is not None
    assert read.outlet.name == "The Anville Post"


def test_credits_point_at_their_words() -> None:
    """A credit's evidence slices out of the text."""
    read = page("plain_article.html")
    place = read.credits[0].evidence[0]
    assert read.text[place.start : place.end] == place.text == "AFP"


CAUSES = [
    (b"", "the page is empty"),
    (b" \n\x00 ", "the page is empty"),
    (b"<!doctype html>", "no elements"),
    ((PAGES / "only_scripts.html").read_bytes(), "no text without its scripts"),
    (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "no text of a report"),
]


@pytest.mark.parametrize(("data", "cause"), CAUSES)
def test_a_page_without_text_says_why_and_what_to_do(data: bytes, cause: str) -> None:
    """The message names the cause and, behind a semicolon, the way out."""
    with pytest.raises(NoTextError, match=rf"{cause}.*; save"):
        html.read(data)


def test_a_page_of_many_megabytes_is_refused() -> None:
    """Markup longer than any article's is refused with its size; pictures saved inside it do not count."""
    with pytest.raises(ReadError, match=r"it has 2,000,0.. characters"):
        made("x" * 2_000_000)
    picture = f'<img src="data:image/png;base64,{"A" * 2_000_000}">'
    assert len(zones(made(picture + PARAGRAPH + MORE), "body")) == 2


def test_a_truncated_page_is_read_as_far_as_it_goes() -> None:
    """A page cut off in the middle of a tag keeps its paragraphs."""
    assert zones(made(f'{PARAGRAPH}{MORE}<p class="x'), "body")[1].startswith("“The engine is new")


def test_ten_thousand_levels_of_markup_are_read() -> None:
    """A page nested deeper than the parser goes keeps its text."""
    deep = "<div><span>" * 5000
    read = html.read(f"<html><body><h1>Ferry runs</h1>{deep}{PARAGRAPH}{MORE}".encode())
    assert len(zones(read, "body")) == 2


def test_a_million_elements_are_read_in_seconds() -> None:
    """A page too large for trafilatura is read by its paragraphs alone, where that much is allowed."""
    read = made("<b>x</b>" * 350_000 + PARAGRAPH + MORE, largest=3_000_000)
    assert len(zones(read, "body")) == 2


def test_text_that_only_linked_data_holds_is_read() -> None:
    """Where the elements are empty, the articleBody of the page's data is the text."""
    body = "The ferry runs again, its owners said on Tuesday. " * 8
    read = html.read(
        f"""<html><head><script type="application/ld+json">
        {{"@type": "NewsArticle", "headline": "Ferry runs", "articleBody": "{body.strip()}"}}</script></head>
        <body><h1>Ferry runs</h1><div id="app"></div></body></html>""".encode()
    )
    assert zones(read, "headline") == ["Ferry runs"]
    assert zones(read, "body") == [body.strip()]
