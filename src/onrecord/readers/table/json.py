"""Rows of JSON Lines, and of one JSON document that is an array of objects or an object."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.readers.encoding import decode
from onrecord.readers.table.lines import Line
from onrecord.readers.table.rows import Broken, Row, too_long

MOST_BYTES = 64 * 2**20  # of a document, which is in memory whole
MOST_BRACKETS = 3_000_000  # of a document; each is an object that takes some sixty bytes
BETWEEN = re.compile(r"[\s,]*")  # elements; more commas than one are no damage worth a word
DECODER = json.JSONDecoder()


def of_lines(lines: Iterable[Line], *, largest: int) -> Iterator[Row | Broken]:
    """One row for every line that is not blank."""
    for line in lines:
        record = f"line {line.number}"
        if line.text is None:
            yield too_long(record, largest)
        elif line.text.strip():
            yield _of_line(record, line.text)


def _of_line(record: str, text: str) -> Row | Broken:
    try:
        return _row(record, json.loads(text))
    except RecursionError:
        return Broken(record, "not understood", "it is JSON nested too deeply; write it flatter")
    except ValueError as error:
        return Broken(record, "not understood", f"it is no JSON ({_told(error)}); mend the line")


def of_document(stream: BinaryIO, *, name: str) -> Iterator[Row | Broken]:
    """One row for every element of an array, or for each object that stands by itself."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        why = f"{name} has more than {MOST_BYTES // 2**20} MiB in one JSON document; make it JSON Lines"
        raise ReadError(why, cause="too large")
    text = decode(data).text
    del data
    if text.count("{") + text.count("[") > MOST_BRACKETS:
        why = f"{name} has more than {MOST_BRACKETS:,} objects in one JSON document; make it JSON Lines"
        raise ReadError(why, cause="too large")
    for number, value in enumerate(_values(text, name), start=1):
        yield _row(f"item {number}", value)


def _values(text: str, name: str) -> Iterator[object]:
    """The elements one after the other, so that those before a damage are kept."""
    at, number, inside = _next(text, 0), 0, False
    while at < len(text):
        if text[at] in "[]" and inside == (text[at] == "]"):
            at, inside = _next(text, at + 1), not inside
            continue
        try:
            value, end = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            why = f"{name} is broken JSON behind item {number} ({_told(error)}); what stands before is kept"
            raise ReadError(f"{why}, mend the rest", cause="damaged") from error
        number += 1
        yield value
        at = _next(text, end)
    if inside:
        raise ReadError(f"{name} is cut short behind item {number}; fetch it again", cause="damaged")


def _next(text: str, at: int) -> int:
    return BETWEEN.match(text, at).end()  # type: ignore[union-attr]


def _row(record: str, value: object) -> Row | Broken:
    if isinstance(value, dict):
        return Row(record, value)
    return Broken(record, "not understood", "it is no object with named values; write it as {…}")


def _told(error: Exception) -> str:
    """What is wrong, and where."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno} column {error.colno}: {error.msg}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
