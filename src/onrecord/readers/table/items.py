"""Tables of articles (JSON Lines, JSON, CSV, TSV): one item for every row."""

from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO, cast

from onrecord.errors import ReadError
from onrecord.readers.encoding import decode
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed, called
from onrecord.readers.sniff import HEAD
from onrecord.readers.table.cells import Cells
from onrecord.readers.table.columns import columns
from onrecord.readers.table.json import of_document, of_lines
from onrecord.readers.table.kinds import first_keys, form, is_own
from onrecord.readers.table.lines import lines
from onrecord.readers.table.row import item
from onrecord.readers.table.rows import Broken, Row

if TYPE_CHECKING:
    from onrecord.readers.opening import Reading

NAMED = {"lines": "JSON Lines", "document": "JSON", "cells": "CSV"}
SOME = 12  # columns that a message lists


def items(stream: BinaryIO, path: str | None, *, given: Given, reading: "Reading") -> Iterator[Item | Passed]:
    """The rows of a table in its order; something named like a table that is none is set aside."""
    name = called(path, None)
    head = cast(BufferedReader, stream).peek(HEAD)[:HEAD]
    text = decode(head).text.lstrip("\ufeff")
    kind = form(text, name)
    if kind is None:
        raise ReadError(
            f"{name}: {'it is empty' if not text.strip() else 'no table of articles'}", cause="no page"
        )
    found: Iterable[Row | Broken]
    if kind == "cells":
        cells = Cells(
            lines(stream, head, largest=reading.largest), head=text, name=name, largest=reading.largest
        )
        found, names = cells.rows(), cells.header
    elif kind == "lines":
        found = of_lines(lines(stream, head, largest=reading.largest), largest=reading.largest)
        names = _of_lines(text)
    else:
        found, names = of_document(stream, name=name), first_keys(text)
    _check(names, reading.columns, name)
    for row in found:
        yield _item(row, path, NAMED[kind], given, reading)


def _of_lines(text: str) -> tuple[str, ...]:
    """The names in the objects that the beginning of JSON Lines shows, each once."""
    names = dict.fromkeys(first_keys(text))
    for line in text.split("\n")[1:-1]:
        names.update(dict.fromkeys(first_keys(line)))
    return tuple(names)


def _check(names: tuple[str, ...], mapped: Mapping[str, str], name: str) -> None:
    """Refuse what cannot be meant, set aside what holds no articles."""
    if is_own(names):
        raise ReadError(
            f"{name} is what onrecord wrote, with the statements found; give the articles themselves",
            cause="not understood",
        )
    has = ", ".join(names[:SOME]) + (" …" if len(names) > SOME else "")
    for ours, theirs in mapped.items():
        if theirs not in names:
            why = f"{name} has no column {theirs!r} for {ours}; its columns are {has}"
            raise ReadError(f"{why}: correct --columns", cause="not understood")
    known = columns(names, mapped)
    if any(one.startswith("@") for one in names) or not (known["text"] or known["html"]):
        why = f"{name}: no table of articles; none of its columns ({has}) is known to hold texts"
        raise ReadError(f"{why}: name it with --columns text=NAME if one does", cause="no page")


def _item(row: Row | Broken, path: str | None, kind: str, given: Given, reading: "Reading") -> Item | Passed:
    name = called(path, row.record)
    if isinstance(row, Row):
        found = item(row, path, kind=kind, given=given, mapped=reading.columns)
        if isinstance(found, Item):
            return found
        row = found
    if row.cause == "no text":
        return Passed(path, row.record, "set aside", row.cause, f"{name}: {row.why}")
    return Passed(path, row.record, "refused", row.cause, f"{name}: {row.why}")
