"""The lines of a table, decoded one by one, however long the file is."""

from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple

from onrecord.readers.encoding import decode

CHUNK = 2**20  # bytes of a line too long that are held at once
BYTES_A_CHARACTER = (
    8  # at most: an escape in JSON has six for each, a character beyond the first plane twelve
)

LARGER = {"iso8859-1": "cp1252"}  # what is detected as the smaller set has curly marks as often as not


class Line(NamedTuple):  # made for every line of a file, four times as fast as a dataclass
    """One line with its end, or None where it is too long, and its number in the file."""

    number: int
    text: str | None


def lines(stream: BinaryIO, head: bytes, *, largest: int) -> Iterator[Line]:
    """Every line; what cannot be decoded becomes lone surrogates, which the reader of texts counts."""
    encoding = decode(head).encoding
    found = _of_wide(stream, encoding, largest) if encoding[:6] in ("utf-16", "utf-32") else None
    for number, text in enumerate(found or _of_bytes(stream, encoding, head, largest), start=1):
        yield Line(number, text.removeprefix("\ufeff") if text and number == 1 else text)


def _of_bytes(stream: BinaryIO, encoding: str, head: bytes, largest: int) -> Iterator[str | None]:
    """Lines of UTF-8; one that is none is read as its file begins, or by itself."""
    longest = BYTES_A_CHARACTER * largest
    encoding = "" if encoding.startswith("utf-8") or _is_mixed(head) else encoding
    while line := stream.readline(longest + 1):
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(CHUNK)
            yield None
        else:
            yield _decoded(line, encoding)


def _is_mixed(head: bytes) -> bool:
    """Whether some lines are in UTF-8 beyond ASCII, so that what is detected for all says nothing."""
    return any(not line.isascii() and _is_utf8(line) for line in head.split(b"\n")[:-1])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(line: bytes, encoding: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        known = encoding or decode(line).encoding
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
