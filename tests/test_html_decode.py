"""Bytes of a page to characters."""

import pytest

from onrecord.readers.html.decode import decode

CASES = [
    ("byte order mark", "\ufeff“é”".encode(), "“é”"),
    ("UTF-16 with its mark", "“é”".encode("utf-16"), "“é”"),
    (
        "declared, and larger than declared",
        "<meta charset=iso-8859-1>“é”".encode("cp1252"),
        "<meta charset=iso-8859-1>“é”",
    ),
    (
        "valid UTF-8 whatever it declares",
        "<meta charset=iso-8859-1>“é”".encode(),
        "<meta charset=iso-8859-1>“é”",
    ),
    ("an unknown charset", "<meta charset=nonsense>“é”".encode(), "<meta charset=nonsense>“é”"),
    ("NULs", b"a\x00b", "ab"),
]


@pytest.mark.parametrize(("what", "data", "text"), CASES)
def test_the_encoding_is_found(what: str, data: bytes, text: str) -> None:
    """Mark first, then what fits, then what is declared."""
    assert decode(data) == (text, 0)


def test_bytes_in_no_encoding_are_counted() -> None:
    """Bytes that cannot be read become U+FFFD, and the reader says how many."""
    text = "<meta charset=utf-8>" + "é" * 2000
    assert decode(text.encode() + b"\xff\xfe") == (text + "\ufffd\ufffd", 2)


def test_half_a_character_is_counted() -> None:
    """A lone surrogate becomes one U+FFFD."""
    assert decode("the é \ud800 sign".encode("utf-8", "surrogatepass")) == ("the é \ufffd sign", 1)


def test_a_replacement_character_of_the_page_is_not_counted() -> None:
    """What the page itself had lost is not lost here."""
    assert decode("a \ufffd b".encode()) == ("a \ufffd b", 0)
