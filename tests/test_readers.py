"""Bytes to an article: the reader is chosen by content; what the user gave stands above the page."""

import hashlib
from pathlib import Path

import pytest

from onrecord.errors import NoTextError, ReadError, UsageError
from onrecord.readers import Given, article_id, read_bytes, read_item, read_path
from onrecord.readers.item import Item, Told
from onrecord.readers.sniff import is_html
from onrecord.record import Article, DateReport, Evidence

TEXT = " date 2023-10-03 The minister left.\n"


def article(text: str, **known: str) -> Article:
    """The article read from a text, with what the user knows of it."""
    return read_bytes(text.encode(), name="a.txt", given=Given(**known)).article


HTML = [
    "<!DOCTYPE html><p>He left.",
    "\n <!-- saved -->\n<HTML lang='en'>",
    "<?xml version='1.0'?>\n<html xmlns='x'>",
    "<article><p>He left.</p></article>",
    "He left. <p>One</p><p>Two</p><a href='x'>more</a>",
]
PLAIN = [
    "A text that mentions <b> and </b> once.",
    "He typed <p>, <div>, <span>, <a> and <b>.",
    "if a <b and b> c",
    "<tweet id=3>He left.</tweet>",
    "He left.",
]


@pytest.mark.parametrize("text", HTML)
def test_html_by_content(text: str) -> None:
    """Markup at the beginning or all over makes a page, in any encoding."""
    assert is_html(text.encode())
    assert is_html(text.encode("utf-16"))


@pytest.mark.parametrize("text", PLAIN)
def test_plain_by_content(text: str) -> None:
    """A text that mentions tags is a text."""
    assert not is_html(text.encode())
    assert article(text).text == text


STRANGERS = [
    (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff\xe0JFIF", "an image"),
    (b"PK\x03\x04\x14\x00", "a zip archive or office document"),
    (b"BZh91AY", "a packed archive"),
    (b"The minister\x00left", "binary data (it holds NUL bytes)"),
    (b"\x01\x02\x03\x04\x05 left", "binary data"),
    (b"<?xml version='1.0'?><urlset><url/></urlset>", "an XML document that is neither a page nor a feed"),
]


@pytest.mark.parametrize("data, what", STRANGERS)
def test_no_article(data: bytes, what: str) -> None:
    """What is no article is refused by name, with what it looks like and the way out."""
    with pytest.raises(ReadError) as refused:
        read_bytes(data, name="pile/x.txt")
    assert str(refused.value).startswith(f"pile/x.txt: it looks like {what}; ")
    assert refused.value.cause == "not understood"


def test_no_text() -> None:
    """An empty input is told from one that cannot be read, and named."""
    with pytest.raises(NoTextError, match=r"^x\.txt: the file is empty$"):
        read_bytes(b"", name="x.txt")
    with pytest.raises(NoTextError, match=r"^standard input: "):
        read_bytes(b" \n", name=None)


def test_missing_file(tmp_path: Path) -> None:
    """A file that cannot be opened is named as the user named it."""
    with pytest.raises(ReadError, match=r"^pile/x\.txt: No such file or directory; "):
        read_path(tmp_path / "x.txt", name="pile/x.txt")


def test_path_and_bytes_agree(tmp_path: Path) -> None:
    """A file gives the same article as its bytes; `path` is the name as given, `sha256` that of the bytes."""
    (tmp_path / "x.txt").write_bytes(TEXT.encode())
    read = read_path(tmp_path / "x.txt", name="pile/x.txt")
    assert read == read_bytes(TEXT.encode(), name="pile/x.txt")
    assert read.article.path == "pile/x.txt"
    assert read.article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert read.reader == "plain"


def test_id() -> None:
    """The id is made of url, outlet as given and text, parted by NUL."""
    known = hashlib.sha256(b"https://example.org/a\0Ardeh Times\0He left.").hexdigest()[:16]
    assert article("He left.", url="https://example.org/a", outlet="Ardeh Times").id == known
    assert article("He left.").id == hashlib.sha256(b"\0\0He left.").hexdigest()[:16]
    assert article_id(url=None, outlet=None, text="He left.") == article("He left.").id


def test_evidence_names_the_article() -> None:
    """Whatever the reader found points at the article, and slices."""
    found = article(TEXT + "\nSource » ardehtimes")
    evidence = (*found.published_on.evidence, *found.credits[0].evidence)
    assert {e.article for e in evidence} == {found.id}
    assert [found.text[e.start : e.end] for e in evidence] == ["2023-10-03", "ardehtimes"]


def test_given_date_conflicts() -> None:
    """The date the user gave stands; another day in the file is kept as a conflict."""
    dates = article(TEXT, published="2023-10-17", published_place="manifest").published_on
    assert (dates.value, dates.basis) == ("2023-10-17", "given")
    assert [(e.place, e.start, e.text) for e in dates.evidence] == [("manifest", None, "2023-10-17")]
    assert [(o.kind, o.value, o.basis) for o in dates.others] == [("conflict", "2023-10-03", "metadata")]


@pytest.mark.parametrize("given", ["2023-10-03", "2023-10", "2023", "2023-10-03T08:00"])
def test_given_date_agrees(given: str) -> None:
    """A date that can be the same day is an alternative, not a conflict; partial dates stay partial."""
    dates = article(TEXT, published=given).published_on
    assert dates.value is not None
    assert dates.value.startswith(given)
    assert [o.kind for o in dates.others] == ["alternative"]


def test_wrong_date() -> None:
    """A date that is none is an error that says how to write it."""
    with pytest.raises(UsageError, match=r"^--published: '17\.10\.' is no date; write it as 2023, 2023-10, "):
        article(TEXT, published="17.10.")


def test_given_outlet() -> None:
    """The outlet the user gave, and where it was given."""
    found = article(TEXT, outlet="Ardeh Times")
    assert found.outlet is not None
    assert found.outlet.name == "Ardeh Times"
    assert found.outlet.evidence == (Evidence(found.id, "--outlet", None, None, "Ardeh Times"),)


def test_notes() -> None:
    """What the user should know is said in plain sentences, without the name: inputs may share them."""
    assert read_bytes(
        b"\xef\xbb\xbfHe \xe2\x80\x9cleft\xe2\x80\x9d \xe2\x80\x93\xe2\x80\x93.\xff", name="x.txt"
    ).notes == (
        "1 undecodable byte was replaced",
        "undated; give --published, as in --published 2023-10-17",
        "no outlet known; give --outlet NAME",
    )
    assert read_bytes(TEXT.encode(), name="x.txt", given=Given(outlet="Ardeh Times")).notes == ()


PAGE = """<!DOCTYPE html><html lang="{language}"><head><title>Minister leaves</title>
<meta property="article:published_time" content="2023-10-03T08:00:00Z"></head><body><article>
<h1>Minister leaves</h1><p>The minister of Ardeh left her office on Monday after nine long years there.</p>
<p>She told reporters in Ardeh that nobody had asked her to leave, and that she would not come back.</p>
</article></body></html>"""


def test_page_with_what_the_user_knows() -> None:
    """Given address, title and date stand above the page's own, which is kept."""
    given = Given(
        url="https://ardeh.example/1", title="She leaves", published="2023-10-04", outlet="Ardeh Times"
    )
    found = read_bytes(PAGE.format(language="en").encode(), name="x.html", given=given).article
    assert (found.url, found.title) == ("https://ardeh.example/1", "She leaves")
    assert found.published_on.value == "2023-10-04"
    assert "conflict" in {other.kind for other in found.published_on.others}
    assert {e.article for other in found.published_on.others for e in other.evidence} == {found.id}


def test_a_date_that_is_none_is_kept_as_written() -> None:
    """What stands where a date belongs stays visible beside the date the user gives."""
    told = Told(published=DateReport(evidence=(Evidence(None, "feed pubDate", None, None, "soon"),)))
    item = Item("a.xml", "item 1", "He left.", "text", told, Given(published="2031-04"))
    (other,) = read_item(item).article.published_on.others
    assert (other.value, other.evidence[0].text) == (None, "soon")
    assert other.why == "feed pubDate says 'soon', which is no date"
