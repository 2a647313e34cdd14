"""Which tables of articles a file can be, told by its beginning."""

import csv
import json
import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Literal

from onrecord.readers.encoding import decode
from onrecord.readers.table.columns import is_known

Form = Literal["lines", "document", "cells"]

BY_NAME = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab")
LINES_BY_NAME = (".jsonl", ".ndjson")
CELLS_BY_NAME = (".csv", ".tsv", ".tab")
DELIMITERS = ("\t", ",", ";", "|")
LONGEST_HEADER = 64  # characters of a column's name; prose has no such cells
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]')
OWN = {"version", "made_with"}  # and "article" or "articles": what onrecord itself writes


def is_table(head: bytes, name: str) -> bool:
    """Whether bytes begin a table of articles, or something named like one that is no page."""
    text = decode(head).text.lstrip("\ufeff")
    if PurePath(name).suffix.lower() in BY_NAME:
        return True
    if text.lstrip()[:1] in ("{", "["):
        return _tells_of_articles(first_keys(text))
    return delimiter(text.partition("\n")[0]) is not None


def form(head: str, name: str) -> Form | None:
    """How a table is written: an object a line, one JSON document, or cells; None where it is none."""
    start = head.lstrip()
    if start.startswith("["):
        broken = PurePath(name).suffix.lower() in LINES_BY_NAME and not _begins_document(start)
        return "lines" if broken else "document"
    if start.startswith("{"):
        line, end, rest = start.partition("\n")
        return "lines" if not end or is_object(line) or rest.lstrip().startswith("{") else "document"
    if PurePath(name).suffix.lower() in CELLS_BY_NAME or delimiter(start.partition("\n")[0]) is not None:
        return "cells"
    return None


def _begins_document(start: str) -> bool:
    """Whether brackets begin a list of objects, and are not a broken first row of lines."""
    return start[1:].lstrip()[:1] in ("{", "]")


def is_object(line: str) -> bool:
    """Whether a line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def is_own(keys: Iterable[str]) -> bool:
    """Whether an object is a record, or a comparison, that onrecord wrote."""
    keys = set(keys)
    return keys >= OWN and bool(keys & {"article", "articles"})


def delimiter(header: str) -> str | None:
    """What parts the cells of a header that names a text and another known column."""
    for candidate in DELIMITERS:
        cells = cells_of(header, candidate)
        if len(cells) > 1 and _tells_of_articles(cells):
            return candidate
    return None


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line, without blanks around them."""
    try:
        return [cell.strip() for cell in next(csv.reader([line.strip("\r\n")], delimiter=delimiter), [])]
    except csv.Error:
        return []


def first_keys(text: str) -> tuple[str, ...]:
    """The keys of the first object in JSON, even where it is cut short."""
    keys: list[str] = []
    inside = 2 if text.lstrip().startswith("[") else 1  # so many brackets are open around its keys
    depth, last = 0, ""
    for found in TOKEN.finditer(text):
        token = found[0]
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token, 0)
        if token == "}" and depth < inside:
            break
        if token == ":" and depth == inside:
            keys.append(_unquoted(last))
        last = token
    return tuple(keys)


def _unquoted(token: str) -> str:
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token


def _tells_of_articles(names: Iterable[str]) -> bool:
    """Whether these are columns of articles: a text and something else known; linked data is no table."""
    names = tuple(names)
    if is_own(names):
        return True
    if any(name.startswith("@") or len(name) > LONGEST_HEADER for name in names):
        return False
    texts = [name for name in names if is_known(name, "text", "html")]
    return bool(texts) and any(is_known(name) for name in names if name not in texts)
