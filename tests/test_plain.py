"""Plain text: the decoded file as it is, whatever its encoding; metadata and credit lines get zones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import NoTextError, ReadError
from onrecord.readers.encoding import decode
from onrecord.readers.page import Page
from onrecord.readers.plain import read

ENGLISH = "“We will not go,” the minister’s office said – the café in Ardeh stayed open, and that was that."
CZECH = "Předseda vlády řekl, že válka skončí „brzy“ – příští týden. Žádné podrobnosti neuvedl."
RUSSIAN = "«Мы ответим», — сказал министр обороны в среду в столице."
CHINESE = "官员说，他们将会回应。总统在星期二表示，北方必须停止。"

ENCODINGS = [
    (ENGLISH, "utf-8"),
    (ENGLISH, "utf-8-sig"),
    (ENGLISH, "utf-16"),
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-32"),
    (ENGLISH, "cp1252"),
    (CZECH, "cp1250"),
    (RUSSIAN, "cp1251"),
    ("Министр обороны сказал в среду, что ответ будет.", "koi8-r"),
    (CHINESE, "gb18030"),
]


@pytest.mark.parametrize("text, encoding", ENCODINGS)
def test_encodings(text: str, encoding: str) -> None:
    """A byte order mark tells the encoding, then UTF-8 is tried, then it is detected."""
    assert decode(text.encode(encoding)).text == text
    assert decode(text.encode(encoding)).undecodable == 0


UNDECODABLE = [
    ("“Ja” – café “oui”".encode() + b"\xff!", "“Ja” – café “oui”\ufffd!", 1),
    ("“Ja” – café “oui”".encode()[:-1], "“Ja” – café “oui\ufffd\ufffd", 2),
    (b"\xff\xfea\x00\x00\xd8b\x00", "a\ufffdb", 1),
    (b"\xff\xfea\x00b", "a\ufffd", 1),
    ("a \ufffd b".encode(), "a \ufffd b", 0),
]


@pytest.mark.parametrize("data, text, count", UNDECODABLE)
def test_undecodable(data: bytes, text: str, count: int) -> None:
    """Every byte or lone surrogate that is no character becomes U+FFFD and is counted."""
    assert (decode(data).text, decode(data).undecodable) == (text, count)


UNCHANGED = [
    "\r\nOne\r\n\r\nTwo \n",
    "  blanks\t\n",
    "e\u0301 is not é",
    "a\u00adb\u200b\u2028c\x0cd",
    "\ufeff\ufeffx",
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_character_for_character(text: str) -> None:
    """Nothing is stripped, composed or joined; only one leading byte order mark is taken off."""
    assert read(text.encode()).text == text.removeprefix("\ufeff")


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_any_text(text: str) -> None:
    """What was written in UTF-8 is what is read, and zones slice it in order."""
    if not text.removeprefix("\ufeff").strip():
        return
    page = read(text.encode())
    assert page.text == text.removeprefix("\ufeff")
    assert all(a.end <= b.start for a, b in zip(page.zones, page.zones[1:], strict=False))


@settings(max_examples=60)
@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    """Any bytes at all decode, to text that can be written as UTF-8 again."""
    assert decode(data).text.encode() is not None


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u2003\u00a0".encode()])
def test_empty(data: bytes) -> None:
    """A file without a single visible character holds no text."""
    with pytest.raises(NoTextError):
        read(data)


def test_ten_megabytes_in_one_line() -> None:
    """One line of ten megabytes is a text like any other, where that much is allowed."""
    line = b"word " * 2_000_000
    assert len(read(line, largest=10_000_000).text) == 10_000_000
    with pytest.raises(ReadError, match=r"10,000,000 characters, .* allow more with --largest 10000000"):
        read(line)


METADATA = [
    (' date 2023-10-03 "He will go', "date 2023-10-03", "2023-10-03"),
    ("date 2023-10-03\nHe goes", "date 2023-10-03", "2023-10-03"),
    ("Date: 2023-10-03T10:00:00Z He goes", "Date: 2023-10-03T10:00:00Z", "2023-10-03T10:00:00Z"),
    ("date 2023-10 He goes", "date 2023-10", "2023-10"),
    ("date 2023-02-30 He goes", "date 2023-02-30", None),
]


@pytest.mark.parametrize("text, line, day", METADATA)
def test_metadata_line(text: str, line: str, day: str | None) -> None:
    """A day after the word date opens some files: a zone of its own, and one candidate for the date."""
    page = read(text.encode())
    assert [text[z.start : z.end] for z in page.zones if z.kind == "metadata"] == [line]
    assert page.published.value == day
    assert page.published.basis == ("metadata" if day else "none")
    assert all(text[e.start : e.end] == e.text for e in page.published.evidence)


@pytest.mark.parametrize(
    "text", ["Date 2023 was bad", "Dates 2023-10-03", "date 2023-10-03rd", "He: date 2023-10-03"]
)
def test_no_metadata_line(text: str) -> None:
    """A sentence about a date is no metadata line."""
    assert read(text.encode()).zones == ()


CREDITS = [
    ("Source » ardehtimes", [("ardehtimes", "republished-from")]),
    ("Source: Reuters", [("Reuters", "agency")]),
    ("SOURCE: The Ardeh Times.", [("The Ardeh Times", "republished-from")]),
    ("Sources: Reuters, AP", [("Reuters", "agency"), ("AP", "agency")]),
    ("Via AFP", [("AFP", "agency")]),
    ("(Reuters)", [("Reuters", "agency")]),
    ("This article first appeared in The Ardeh Times.", [("The Ardeh Times", "republished-from")]),
    ("Translated by Mona Kell", [("Mona Kell", "translator")]),
]


@pytest.mark.parametrize("line, credited", CREDITS)
def test_credit_lines(line: str, credited: list[tuple[str, str]]) -> None:
    """A line that says where the text comes from is a credit, never an outlet."""
    page = read(f"The minister left on Monday.\n\n{line}\n".encode())
    assert [(c.name, c.kind) for c in page.credits] == credited
    assert [page.text[z.start : z.end] for z in page.zones if z.kind == "credit"] == [line]
    assert page.outlet is None
    assert all(page.text[e.start : e.end] == e.text for c in page.credits for e in c.evidence)


NO_CREDITS = [
    "Source: a senior official told me that the talks failed",
    "Sources said the talks failed.",
    "Via Twitter",
    "Translation: There's a chance that the talks fail.",
    "Source: https is no name. It is a scheme.",
]


@pytest.mark.parametrize("line", NO_CREDITS)
def test_no_credit_lines(line: str) -> None:
    """A sentence that begins like a credit line is the report's."""
    assert page_of(line).zones == ()


def page_of(line: str) -> Page:
    """A page that ends with this line."""
    return read(f"The minister left on Monday.\n\n{line}\n".encode())


def test_agency_of_a_dateline() -> None:
    """The agency in a dateline is credited though the line is no credit line."""
    page = read(b"ARDEH, Oct 3 (Reuters) - The minister left on Monday.")
    assert [(c.name, c.kind) for c in page.credits] == [("Reuters", "agency")]
    assert page.zones == ()
