"""Tables of articles: one item for every row, its text unchanged, its columns as the user's word."""

import csv
import json
from io import BufferedReader, BytesIO, StringIO

import pytest

from onrecord.errors import ReadError, UsageError
from onrecord.readers import read_item
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed
from onrecord.readers.opening import Reading
from onrecord.readers.sniff import HEAD, container
from onrecord.readers.table import items as table
from onrecord.readers.table.columns import mapping
from onrecord.record import Article

SAID = "“We go,” the mayor said."
ROW = {
    "url": "https://post.example/1",
    "title": "Ferry",
    "text": SAID,
    "date": "2023-10-17",
    "outlet": "Post",
}
HEADER = "url,title,text,date,outlet\n"


def read(
    data: str | bytes,
    name: str = "a.csv",
    *,
    given: Given = Given(),  # noqa: B008  it is frozen
    reading: Reading = Reading(),  # noqa: B008  it is frozen
) -> list[Item | Passed]:
    """Everything a table holds."""
    raw = data if isinstance(data, bytes) else data.encode()
    stream = BufferedReader(BytesIO(raw), HEAD)  # type: ignore[type-var]
    return list(table.items(stream, name, given=given, reading=reading))


def jsonl(*rows: object) -> str:
    """JSON Lines of these rows; strings are lines as they are."""
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def texts(found: list[Item | Passed]) -> list[tuple[str | None, object]]:
    """Place and text of items, place and cause of others."""
    return [(one.record, one.body if isinstance(one, Item) else one.cause) for one in found]


def article(row: dict[str, object]) -> Article:
    """The article that one row of JSON Lines becomes."""
    (item,) = read(jsonl({"text": SAID, **row}), "a.jsonl")
    assert isinstance(item, Item)
    return read_item(item).article


WRITTEN = [
    ("a.jsonl", jsonl(ROW), "line 1"),
    ("a.json", json.dumps([ROW]), "item 1"),
    ("a.json", json.dumps(ROW, indent=2), "item 1"),
    ("a.csv", HEADER + "https://post.example/1,Ferry,“We go,” the mayor said.,2023-10-17,Post\n".replace(
        SAID, f'"{SAID}"'), "line 2"),
    ("a.tsv", "\t".join(ROW) + "\n" + "\t".join(ROW.values()) + "\n", "line 2"),
    ("a.csv", ";".join(ROW) + "\r\n" + ";".join(ROW.values()), "line 2"),
]  # fmt: skip


@pytest.mark.parametrize("name, data, record", WRITTEN)
def test_a_row_is_an_article(name: str, data: str, record: str) -> None:
    """However a table is written, its row gives text, address, title, outlet and date with their places."""
    (item,) = read(data, name)
    assert isinstance(item, Item)
    found = read_item(item).article
    assert (found.text, found.url, found.title, found.record) == (SAID, ROW["url"], "Ferry", record)
    assert found.outlet is not None
    assert (found.outlet.name, found.outlet.evidence[0].place) == ("Post", "column outlet")
    assert (found.published_on.value, found.published_on.evidence[0].place) == ("2023-10-17", "column date")


UNCHANGED = ["  a\n\n b\r\n", "“a”\t'b' \"c\"", "e\u0301\u200b\ufeff", "=1+1", "<b>no & markup</b>", '""']


@pytest.mark.parametrize("text", UNCHANGED)
def test_text_is_unchanged(text: str) -> None:
    """The text of a row stays character for character, in JSON as in CSV."""
    cells = StringIO()
    csv.writer(cells).writerows([("title", "text"), ("x", text)])
    assert texts(read(cells.getvalue())) == [("line 2", text)]
    assert texts(read(jsonl({"text": text}), "a.jsonl")) == [("line 1", text)]


PROGRAMS = [
    {"title": "Ferry", "hostname": "post.example", "date": "2023-10-17", "raw_text": "x", "text": SAID,
     "source": "https://post.example/1", "source-hostname": "Post", "excerpt": "y"},
    {"authors": ["Ann Lee"], "date_publish": "2023-10-17", "maintext": SAID, "text": None,
     "source_domain": "post.example", "title": "Ferry", "url": "https://post.example/1", "outlet": "Post"},
    {"title": "Ferry", "publishing_date": "2023-10-17", "publisher": "Post", "url": "https://post.example/1",
     "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [SAID]}]}},
    {"story_id": 1, "title": "Ferry", "url": "https://post.example/1", "publish_date": "2023-10-17",
     "media_name": "Post", "media_url": "post.example", "text": SAID},
    {"Headline": "Ferry", "Article Text": SAID, "Pub Date": "2023-10-17", "Source": "Post",
     "Link": "https://post.example/1"},
]  # fmt: skip


@pytest.mark.parametrize("row", PROGRAMS)
def test_columns_of_other_programs(row: dict[str, object]) -> None:
    """Tables of trafilatura, news-please, Fundus and Media Cloud need no mapping."""
    (item,) = read(jsonl(row), "a.jsonl")
    assert isinstance(item, Item)
    assert (item.body, item.given.url, item.given.title) == (SAID, "https://post.example/1", "Ferry")
    assert (item.given.outlet, item.given.published) == ("Post", "2023-10-17")


def test_mapped_columns() -> None:
    """A mapping goes before every known name."""
    data = 'text,story,day\nno,"We go, he said.",2023\n'
    (item,) = read(data, reading=Reading(columns=mapping("text=story,date=day")))
    assert isinstance(item, Item)
    assert (item.body, item.given.published) == ("We go, he said.", "2023")


def test_a_mapped_column_that_is_missing() -> None:
    """The message names the columns that the table has."""
    with pytest.raises(ReadError, match="no column 'story' for text; its columns are url, title, text, date"):
        read(HEADER + "a,b,c,d,e\n", reading=Reading(columns={"text": "story"}))


@pytest.mark.parametrize("written", ["text", "text=", "body=text", "text=a,,"])
def test_a_wrong_mapping(written: str) -> None:
    """A mapping that is none is a wrong command."""
    with pytest.raises(UsageError, match="is not OURS=THEIRS"):
        mapping(written)


def test_options_go_before_columns() -> None:
    """What the command line says of outlet and date goes before a row's; a title there is not a row's."""
    (item,) = read(jsonl(ROW), "a.jsonl", given=Given(outlet="The Post", url="https://x.example", title="T"))
    assert isinstance(item, Item)
    assert (item.given.outlet, item.given.outlet_place) == ("The Post", "--outlet")
    assert (item.given.published, item.given.url, item.given.title) == ("2023-10-17", ROW["url"], "Ferry")


def test_a_date_that_is_none() -> None:
    """The row is kept; the words stay as evidence of a date nobody knows."""
    found = article({"date": "yesterday"})
    assert found.published_on.value is None
    assert [(one.place, one.text) for one in found.published_on.evidence] == [("column date", "yesterday")]


def test_an_outlet_by_its_host() -> None:
    """A row without an outlet has the one of its address; authors and language are taken over."""
    found = article({"url": "https://www.bbc.co.uk/1", "author": "Ann Lee; Bo Roe", "language": "en"})
    assert found.outlet is not None
    assert (found.outlet.name, found.language) == ("BBC", "en")
    assert [one.name for one in found.authors] == ["Ann Lee", "Bo Roe"]


def test_lone_surrogates() -> None:
    """Half a character escaped in JSON becomes U+FFFD and is counted."""
    (item,) = read('{"text": "a \\ud800 b", "title": "\\udfff"}\n', "a.jsonl")
    assert isinstance(item, Item)
    found = read_item(item)
    assert (found.article.text, found.article.title) == ("a \ufffd b", "\ufffd")
    assert "1 undecodable byte was replaced" in found.notes


BROKEN_LINES = [
    "{bad",
    "[1]",
    '"text"',
    '{"text": ["a"]}',
    '{"text": 7}',
    '{"text": "a\\u0000b"}',
    '{"text": "a\x00b"}',
    '{"text": "a", "n": ' + "1" * 5000 + "}",
    '{"text": "a", "n": ' + "[" * 100_000 + "}",
]


@pytest.mark.parametrize("line", BROKEN_LINES)
def test_a_broken_line(line: str) -> None:
    """A line that is no row is refused with its number; the others are read."""
    found = read(jsonl(ROW, line, ROW), "a.jsonl")
    assert texts(found) == [("line 1", SAID), ("line 2", "not understood"), ("line 3", SAID)]
    assert isinstance(found[1], Passed)
    assert (found[1].message or "").startswith("a.jsonl line 2: it")


@pytest.mark.parametrize("line", ["[1]", "[" * 1000, "{bad"])
def test_a_broken_first_line(line: str) -> None:
    """A file named as lines stays one when its first line is no row."""
    found = read(jsonl(line, ROW), "a.jsonl")
    assert texts(found) == [("line 1", "not understood"), ("line 2", SAID)]


BROKEN_CELLS = [
    ("x,y,a said b, c,2023,Post\n", "not understood"),
    ("x,y\n", "not understood"),
    ('x,y,"He said "no" to it",2023,Post\n', "not understood"),
    ('x,y,"never closed,2023,Post\n', "not understood"),
    ("x,y,a\x00b,2023,Post\n", "not understood"),
    ("x,y,,2023,Post\n", "no text"),
]


@pytest.mark.parametrize("row, cause", BROKEN_CELLS)
def test_broken_cells(row: str, cause: str) -> None:
    """A row whose cells do not fit is told with its line; no quotation mark vanishes without a word."""
    good = f'https://post.example/2,T,"{SAID}",2023,Post\n'
    assert texts(read(HEADER + row + good)) == [("line 2", cause), ("line 3", SAID)]


def test_lines_inside_cells() -> None:
    """A quoted cell may hold lines and doubled marks; a row is named by the line it begins in."""
    data = HEADER + 'x,y,"One.\n\n""Two"", he said.",2023,P\nx,y,Three,2023,P,,\n\n,,,,\n'
    assert texts(read(data)) == [
        ("line 2", 'One.\n\n"Two", he said.'),
        ("line 5", "Three"),
        ("line 7", "no text"),
    ]


def test_tabs_need_no_quotation_marks() -> None:
    """Between tabs a quotation mark may be just that."""
    data = 'title\ttext\nx\t"No," he said.\ny\t"Yes", or "no"?\n'
    assert texts(read(data, "a.tsv")) == [("line 2", '"No," he said.'), ("line 3", '"Yes", or "no"?')]


def test_marks_escaped_by_backslashes() -> None:
    """Some databases write a backslash before a quotation mark instead of doubling it."""
    assert texts(read('title,text\nx,"He said \\"no\\" to it"\n')) == [("line 2", 'He said "no" to it')]


def test_too_large_rows() -> None:
    """A row beyond the largest article is refused without being held, quoted or not; the rest is read."""
    small = Reading(largest=100)
    line = jsonl({"text": "a" * 2000}, {"text": "b said c"})
    assert texts(read(line, "a.jsonl", reading=small)) == [("line 1", "too large"), ("line 2", "b said c")]
    cells = 'title,text\nx,"' + "many lines\n" * 200 + '"\ny,short\n'
    assert texts(read(cells, reading=small)) == [("line 2", "too large"), ("line 203", "short")]


def test_a_mark_that_never_closes() -> None:
    """Where a cell never ends the rows behind it cannot be told apart: the table is damaged, and told so."""
    cells = 'title,text\nw,fine\nx,"' + "many lines\n" * 200
    stream = BufferedReader(BytesIO(cells.encode()), HEAD)  # type: ignore[type-var]
    found = table.items(stream, "a.csv", given=Given(), reading=Reading(largest=100))
    assert isinstance(next(found), Item)
    with pytest.raises(ReadError, match="opens a cell in line 3 never closes"):
        next(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Tables are decoded line by line, in whatever Excel or a shell wrote them."""
    for name, data in (("a.csv", f'title,text\nx,"{SAID}"\n'), ("a.jsonl", f'{{"text": "{SAID}"}}\n')):
        (_, body) = texts(read(data.encode(encoding), name))[-1]
        assert body == SAID


def test_mixed_encodings() -> None:
    """A line that is not in UTF-8 does not spoil those that are."""
    data = "title,text\nx,“a”\n".encode() + "y,“b”\n".encode("cp1252") + "z,“c”\n".encode()
    assert [body for _, body in texts(read(data))] == ["“a”", "“b”", "“c”"]


def test_a_document_cut_short() -> None:
    """Objects before a damage are read; the damage is told."""
    stream = BufferedReader(BytesIO((json.dumps([ROW, ROW], indent=1)[:-5]).encode()), HEAD)  # type: ignore[type-var]
    found = table.items(stream, "a.json", given=Given(), reading=Reading())
    assert isinstance(next(found), Item)
    with pytest.raises(ReadError, match=r"broken JSON behind item 1 .*what stands before is kept") as raised:
        next(found)
    assert raised.value.cause == "damaged"


def test_pages_in_rows() -> None:
    """A row that has a page instead of a text is read as that page."""
    html = f"<html><body><article><h1>Ferry runs again</h1><p>{SAID} {'And more. ' * 20}</p></article>"
    (item,) = read(jsonl({"url": "https://post.example/1", "html": html}), "a.jsonl")
    assert isinstance(item, Item)
    assert item.kind == "page"
    assert read_item(item).article.text.startswith("Ferry runs again\n\n“We go,”")


NO_PAGE = [
    ("a.json", '{"name": "x", "version": 1}'),
    ("a.json", '{"@context": "https://schema.org", "headline": "T", "text": "x", "url": "y"}'),
    ("a.csv", "path,outlet,url,date,title\na,b,c,d,e\n"),
    ("a.csv", "The ferry, its owner said, runs again.\n"),
    ("a.jsonl", "prose\n"),
    ("a.json", "[1, 2]"),
    ("a.json", ""),
]


@pytest.mark.parametrize("name, data", NO_PAGE)
def test_no_table_of_articles(name: str, data: str) -> None:
    """What is only named like a table of articles is set aside, not read as prose."""
    assert container(data.encode(), name) == "table"
    with pytest.raises(ReadError) as raised:
        read(data, name)
    assert raised.value.cause == "no page"


@pytest.mark.parametrize("key", ["article", "articles"])
def test_our_own_output(key: str) -> None:
    """Records that onrecord wrote are no articles, whatever the file is called."""
    data = jsonl({"version": 1, "made_with": {}, key: {"text": SAID}})
    assert container(data.encode(), "out.txt") == "table"
    with pytest.raises(ReadError, match="is what onrecord wrote"):
        read(data, "out.txt")


TABLES = [
    jsonl(ROW),
    json.dumps([ROW], indent=2),
    '{"title": "x", "text": "' + "long " * 20_000,
    HEADER,
    "Date;Headline;Full Text\n",
]
NO_TABLES = [
    "{He said, she said: nothing.}\n",
    "Text, title and date are missing, he said.\n",
    '{"title": "x", "version": "1"}\n',
    '{"@type": "NewsArticle", "headline": "x", "text": "y"}\n',
    "[Editor’s note: text.]\n",
    "text\nurl\n",
]


@pytest.mark.parametrize("data", TABLES)
def test_is_table(data: str) -> None:
    """A table is told by its columns, whatever it is called."""
    assert container(data.encode()[:HEAD], "standard input") == "table"


@pytest.mark.parametrize("data", NO_TABLES)
def test_is_no_table(data: str) -> None:
    """Prose with braces and commas, settings and linked data are no tables."""
    assert container(data.encode(), "a.txt") is None


@pytest.mark.parametrize("data", [b"<!DOCTYPE html><html><p>a", b"%PDF-1.7", b"\x89PNG"])
def test_named_like_a_table(data: bytes) -> None:
    """A page or a picture stays one although it is named like a table."""
    assert container(data, "a.json") is None
