"""The table of statements: complete, stable, and harmless to the spreadsheet that opens it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.cells import BREAKS, FORMULA, cell
from onrecord.exports.columns import COLUMNS, LEFT_OUT
from onrecord.exports.deep_link import DeepLinks
from onrecord.exports.statements_csv import HEADER, Written, rows, write
from onrecord.record import Article, ChainLink, DateReport, Flag, Mark, Party, Record, Span
from tests.glossary import ENTRY

DOCS = Path(__file__).parent.parent / "docs" / "csv.md"
TEXT = "On Monday Ana Ruiz told the board, quoting radio: “We will [soon] build it”, and: “all of it”. " * 9


def filled(hint: Any, way: str = "") -> Any:
    """A value of a type of the record with nothing unknown and nothing empty in it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return filled(next(one for one in arguments if one is not NoneType), way)
    if hint is Span:
        return Span(50, 72, f"{way} words")
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{f.name: filled(hints[f.name], f"{way}.{f.name}") for f in fields(hint)})
    if origin is tuple and arguments[-1] is Ellipsis:
        return (filled(arguments[0], way),)
    if origin is tuple:
        return tuple(filled(one, way) for one in arguments)
    if origin is Literal:
        return arguments[0]
    return {str: way, int: 1, float: 0.5, bool: True}[hint]


def full() -> Record:
    """A record of one statement in which every field has something."""
    record = filled(Record)
    article = replace(record.article, text=TEXT, url="https://ardeh.example/1")
    statement = replace(record.attributions[0], id="x:a1")
    return replace(
        record,
        article=article,
        attributions=(statement,),
        flags=(replace(record.flags[0], attributions=("x:a1",)),),
    )


RECORD = full()
SAID = RECORD.attributions[0]


def without(thing: Any, *names: str) -> Any:
    """The same with some fields unknown, or empty, wherever a party or a date has them."""
    if isinstance(thing, tuple):
        return tuple(without(one, *names) for one in thing)
    if not is_dataclass(thing):
        return thing
    inside = {f.name: without(getattr(thing, f.name), *names) for f in fields(thing)}
    if isinstance(thing, Party | DateReport) or "value" in inside:
        inside |= {
            name: () if inside[name] else None for name in names if isinstance(inside.get(name), tuple)
        }
        inside |= {name: None for name in names if isinstance(inside.get(name), str)}
    return type(thing)(**inside)  # type: ignore[operator]


def changed(thing: Any, way: str = "") -> Iterator[tuple[str, Any]]:
    """Every way to a field of a record, with the record that differs there and nowhere else."""
    if is_dataclass(thing):
        for field in fields(thing):
            name = f"{way}.{field.name.rstrip('_')}".lstrip(".")
            for deeper, value in changed(getattr(thing, field.name), name):
                yield deeper, replace(thing, **{field.name: value})  # type: ignore[type-var]
    elif isinstance(thing, tuple):
        for number, one in enumerate(thing):
            for deeper, value in changed(one, way):
                yield deeper, (*thing[:number], value, *thing[number + 1 :])
    elif thing is not None:
        yield way, not thing if isinstance(thing, bool) else thing + ("x" if isinstance(thing, str) else 1)


VARIANTS = (RECORD, without(RECORD, "name", "value"), without(RECORD, "name", "value", "antecedent"))
SEEN = {
    way
    for record in VARIANTS
    for way, other in changed(record)
    if list(rows([other])) != list(rows([record]))
}
WAYS = {way for way, _ in changed(RECORD)}


def left_out(way: str) -> bool:
    """Whether a way to a field is on the list."""
    return any(fnmatch(way, one) or fnmatch(way, f"{one}.*") for one in LEFT_OUT)


def test_every_field_has_a_column_or_a_reason_to_have_none() -> None:
    """Whatever field of a record changes, its row changes; or the field is listed as left out."""
    assert {way for way in WAYS if left_out(way)} == WAYS - SEEN


def test_nothing_stale_is_left_out() -> None:
    """Each entry of that list fits a field there is."""
    assert [one for one in LEFT_OUT if not any(fnmatch(w, one) or fnmatch(w, f"{one}.*") for w in WAYS)] == []


def described(heading: str) -> dict[str, str]:
    """The entries of docs/csv.md under a heading."""
    part = DOCS.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return {e["key"]: e["sentence"] for e in map(ENTRY.fullmatch, part.splitlines()) if e}


def test_every_column_is_explained() -> None:
    """docs/csv.md explains the columns in their order, and what is left out in the words of the code."""
    assert list(described("Columns")) == list(HEADER) == list(COLUMNS)
    assert described("Left out") == {way: f"{why}." for way, why in LEFT_OUT.items()}


def table(*records: Record, bom: bool = False) -> list[dict[str, str]]:
    """The rows that Python's csv module reads from what is written."""
    file = io.StringIO(newline="")
    write(records, file, bom=bom)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


HOSTILE = [
    ("a comma, a quotation mark", 'said, "no"'),
    ("line breaks", "one\ntwo\r\nthree\rfour"),
    ("the sign between things", "a; b … c"),
    ("other scripts", "„Übung“ خبر 报告 😀"),
    ("an apostrophe", "'tis so"),
    ("a formula inside", "a =1+1"),
]


@pytest.mark.parametrize("words", [pytest.param(words, id=name) for name, words in HOSTILE])
def test_text_comes_back_as_it_was(words: str) -> None:
    """Commas, quotation marks, line breaks and any script survive the way through a csv file."""
    said = replace(SAID, content=(Span(50, 72, words),))
    article = replace(RECORD.article, title=words)
    row = table(replace(RECORD, article=article, attributions=(said,)))[0]
    assert (row["content"], row["title"]) == (words, words)


FORMULAS = [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@velden", "'@velden"),
    ("\tx", "'\tx"),
    ("\rx", "'\rx"),
    ("  =1", "'  =1"),
    ("\u00a0\u3000=1", "'\u00a0\u3000=1"),
    ("\u200b\ufeff=1", "'\u200b\ufeff=1"),
    ("\u202e=1", "'\u202e=1"),
    ("\x00=1", "'=1"),
    ("\x1b[31m-1", "[31m-1"),
    ("＝1", "'＝1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠x", "'＠x"),
    (" \n=1", "' \n=1"),
    ("'=1", "'=1"),
    ("a=1", "a=1"),
    (" a", " a"),
    ("–1", "–1"),
    ("\ud800a", "\ufffda"),
    ("", ""),
]


@pytest.mark.parametrize("text, written", FORMULAS)
def test_no_cell_acts(text: str, written: str) -> None:
    """A cell that would be a formula, also behind blanks and unseen signs, begins with an apostrophe."""
    assert cell(text) == written


@given(st.text(st.characters(codec=None), max_size=20))
def test_no_text_acts(text: str) -> None:
    """Whatever a text is, its cell begins with no formula, holds no control character, and is UTF-8."""
    written = cell(text)
    assert not written.lstrip(" ").startswith((*FORMULA, *BREAKS))
    assert not any(ord(c) < 32 and c not in BREAKS for c in written)
    written.encode()


def test_every_cell_is_guarded() -> None:
    """A formula in any field of a record reaches no cell of its row as one."""
    for way, other in changed(evil(RECORD)):
        for row in rows([other]):
            assert not [one for one in row if one.startswith(tuple(FORMULA))], way


def evil(thing: Any) -> Any:
    """The same with every text turned into a formula."""
    if isinstance(thing, tuple):
        return tuple(map(evil, thing))
    if is_dataclass(thing):
        return type(thing)(**{f.name: evil(getattr(thing, f.name)) for f in fields(thing)})  # type: ignore[operator]
    return f"=1+{thing}" if isinstance(thing, str) else thing


def test_rows_end_as_the_standard_says() -> None:
    """Rows end with CR LF; a byte order mark comes first only when asked for."""
    plain, excel = io.StringIO(newline=""), io.StringIO(newline="")
    write([], plain)
    write([], excel, bom=True)
    assert plain.getvalue() == ",".join(HEADER) + "\r\n"
    assert excel.getvalue() == "\ufeff" + plain.getvalue()


def test_articles_without_statements_are_counted() -> None:
    """An article in which nobody says anything has no row, and does not vanish from the count."""
    silent = replace(RECORD, attributions=(), flags=())
    twice = replace(RECORD, attributions=(SAID, replace(SAID, id="x:a2")))
    assert write([silent, twice, silent], io.StringIO()) == Written(articles=3, rows=2, without=2)


def test_thought_is_in_the_table() -> None:
    """What somebody is said to think has its row; the column `mode` tells it from what was said."""
    said = replace(SAID, mode="thought")
    assert table(replace(RECORD, attributions=(said,)))[0]["mode"] == "thought"


def test_nothing_known_is_nothing_written() -> None:
    """A statement of which only the content is known has empty cells, not words for nothing."""
    bare = type(SAID)("x:a1", (), (), (Span(50, 72, "We will [soon] build it"),))
    article = Article("x", None, None, None, "00", None, None, None, (), (), None, None, True, DateReport(),
                      DateReport(), TEXT, ())  # fmt: skip
    row = table(replace(RECORD, article=article, attributions=(bare,), flags=()))[0]
    known = {name for name, value in row.items() if value} - {"onrecord", "reader", "tagger", "registry"}
    assert known == {
        *("article_id", "attribution_id", "sha256", "version", "published_on_basis", "updated_on_basis"),
        *("said_on_basis", "form", "mode", "polarity", "zone", "confidence", "translated"),
        *("content", "content_start", "content_end", "content_at", "content_prefix", "content_suffix"),
    }


def words(*texts: str) -> tuple[Span, ...]:
    """The spans of some words where they first stand."""
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one), one) for one in texts)


def test_what_a_reader_of_the_table_sees() -> None:
    """Pieces, several speakers, chains, bounds and marks are readable in one cell each."""
    said = replace(
        SAID,
        speakers=(Party(words("Ana Ruiz"), kind="person", named=True), Party(words("the board"))),
        content=words("We will [soon] build it", "all of it"),
        chain=(ChainLink("media", Party(words("radio")), words("quoting"), DateReport("2023-10-17")),),
        said_on=DateReport(range=(None, "2023-10-16")),
        marks=(Mark(58, 64, "[soon]", "bracket"), Mark(50, 73, "", "quoted"), Mark(83, 92, "", "quoted")),
        confidence=0.91239,
    )
    warned = (Flag("undated", (), (), "It has no date."), Flag("partial-quote", ("x:a1",), (), "It is cut."))
    row = table(replace(RECORD, attributions=(said,), flags=warned))[0]
    assert (row["speaker"], row["speaker_kind"], row["speaker_named"]) == (
        "Ana Ruiz; the board", "person; ", "true; false",
    )  # fmt: skip
    assert (row["content"], row["content_at"]) == ("We will [soon] build it … all of it", "51..74; 83..92")
    assert (row["content_prefix"][-8:], row["content_suffix"][:2]) == (" radio: “"[-8:], "”.")
    assert (row["chain"], row["said_on"]) == ("media radio (quoting, 2023-10-17)", "../2023-10-16")
    assert (row["marks"], row["confidence"]) == ("bracket 1; quoted 2", "0.912")
    assert (row["flags"], row["flags_explained"]) == ("partial-quote; undated", "It is cut.; It has no date.")


REPORT = (
    "She will go, not now\nShe will go, the minister said on Monday - or not, as others had it: no, never; "
    "100 % & more.\nShe said: “The dam holds, and it has held for all of these years, and it will\n"
    "hold for forty more.”"
)
LINKS = [
    ("the minister", "the%20minister"),
    ("She will go", "She%20will%20go,-%2C%20the%20minister"),  # the headline has the same words
    ("had it: no, never; 100 % & more", "had%20it%3A%20no%2C%20never%3B%20100%20%25%20%26%20more"),
    ("not", "Monday%20%2D%20or-,not,-%2C%20as%20others"),
    ("Monday - or", "Monday%20%2D%20or"),
    ("The dam holds, and it has held for all of these years, and it will\nhold for forty more",
     "The%20dam%20holds%2C%20and,hold%20for%20forty%20more"),
]  # fmt: skip


def article(url: str | None) -> Article:
    """The report at an address."""
    return replace(RECORD.article, url=url, text=REPORT)


@pytest.mark.parametrize("wording, terms", LINKS)
def test_deep_links(wording: str, terms: str) -> None:
    """Few words stand whole in a link, many by their ends; what stands there twice has its neighbours."""
    start = REPORT.rindex(wording)
    link = DeepLinks(article("https://a.example/")).to((Span(start, start + len(wording), wording),))
    assert link == f"https://a.example/#:~:text={terms}"


ADDRESSES = [
    ("https://a.example/#top", "https://a.example/#top:~:text=the%20minister"),
    ("file:///a.html", None),
    ("javascript:alert(1)", None),
    (None, None),
]


@pytest.mark.parametrize("url, link", ADDRESSES)
def test_only_pages_on_the_web_have_deep_links(url: str | None, link: str | None) -> None:
    """An address with a fragment keeps it; what is no page on the web is not linked."""
    start = REPORT.index("the minister")
    assert DeepLinks(article(url)).to((Span(start, start + 12, "the minister"),)) == link
