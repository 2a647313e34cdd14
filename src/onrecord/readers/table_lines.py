"""The lines of a table, decoded one by one, however long the file is."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from onrecord.readers.encoding import decode

CHUNK = 2**20  # bytes of a line too long that are held at once
BYTES_A_CHARACTER = (
    8  # at most: an escape in JSON has six for each, a character beyond the first plane twelve
)

LARGER = {"iso8859-1": "cp1252"}  # what is detected as the smaller set has curly marks as often as not


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its end, or None where it is too long, and its number in the file."""

    number: int
    text: str | None


def lines(stream: BinaryIO, head: bytes, *, largest: int) -> Iterator[Line]:
    """Every line; what cannot be decoded becomes lone surrogates, which the reader of texts counts."""
    encoding = decode(head).encoding
    found = _of_wide(stream, encoding, largest) if encoding[:6] in ("utf-16", "utf-32") else None
    for number, text in enumerate(found or _of_bytes(stream, encoding, largest), start=1):
        yield Line(number, text.removeprefix("\ufeff") if text and number == 1 else text)


def _of_bytes(stream: BinaryIO, encoding: str, largest: int) -> Iterator[str | None]:
    """Lines of UTF-8; one that is none is read as its file begins, or by itself."""
    longest = BYTES_A_CHARACTER * largest
    while line := stream.readline(longest + 1):
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(CHUNK)
            yield None
        else:
            yield _decoded(line, encoding)


def _decoded(line: bytes, encoding: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        known = encoding if not encoding.startswith("utf-8") else decode(line).encoding
        return line.decode(LARGER.get(known, known), errors="surrogateescape")


def _of_wide(stream: BinaryIO, encoding: str, largest: int) -> Iterator[str | None]:
    """Lines of UTF-16 and UTF-32."""
    longest = BYTES_A_CHARACTER * largest
    text = TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    try:
        while line := text.readline(longest + 1):
            if len(line) > longest:
                while line and not line.endswith("\n"):
                    line = text.readline(CHUNK)
                yield None
            else:
                yield line
    finally:
        text.detach()
