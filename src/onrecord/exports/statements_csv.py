"""Statements as a table for spreadsheets, R and pandas: a row per attribution, everything in every row.

`docs/csv.md` explains each column. The JSON Lines export is exact; here a cell that a spreadsheet would take
for a formula begins with an apostrophe.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.exports.cells import cell
from onrecord.exports.columns import COLUMNS, rows_of
from onrecord.record import Record

HEADER = tuple(COLUMNS)  # releases may add names; they never drop or rename one
BOM = "\ufeff"  # without it Excel reads UTF-8 as the letters of its own country


class Writable(Protocol):
    """Something text can be written to; a file is opened with newline="", as the csv module asks."""

    def write(self, text: str, /) -> object: ...


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written, and how many articles have no row because nobody in them says anything."""

    articles: int
    rows: int
    without: int


def rows(records: Iterable[Record]) -> Iterator[tuple[str, ...]]:
    """A row for each attribution, in the order of COLUMNS; an article without any has none."""
    for record in records:
        for row in rows_of(record):
            yield tuple(_cell(read(row)) for read in COLUMNS.values())


def write(records: Iterable[Record], file: Writable, *, bom: bool = False) -> Written:
    """Write the names of the columns and all rows; `bom` is for Excel."""
    if bom:
        file.write(BOM)
    table = csv.writer(file)
    table.writerow(HEADER)
    articles = written = without = 0
    for record in records:
        table.writerows(rows([record]))
        articles += 1
        written += len(record.attributions)
        without += not record.attributions
    return Written(articles, written, without)


def _cell(value: str | int | None) -> str:
    return "" if value is None else cell(str(value))
