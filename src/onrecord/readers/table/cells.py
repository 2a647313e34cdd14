"""Rows of tables in cells: CSV, TSV and their like; quoted cells may hold several lines."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import ReadError
from onrecord.readers.table.kinds import DELIMITERS, cells_of
from onrecord.readers.table.lines import Line
from onrecord.readers.table.rows import Broken, Row, too_long

LONGEST_ROW = 2  # times the largest article
MOST_AGAIN = 64 * 2**20  # characters read twice because of broken rows; more is no table of this kind
DOUBLED = re.compile(r'[^\s,;|]""|""[^\s,;|]')
ESCAPED = re.compile(r'\\"')


class _TooLongError(Exception):
    """A row outgrew what is held of one."""


class Cells:
    """Reads a table's lines as rows with the cells of its header; `head` is how the table begins."""

    def __init__(self, lines: Iterable[Line], *, head: str, name: str, largest: int) -> None:
        self._lines, self._name, self._largest = iter(lines), name, largest
        self._waiting: deque[Line] = deque()
        self._again = 0
        self._delimiter = _delimiter(head)
        by_backslash = ESCAPED.search(head) and not DOUBLED.search(head)
        self._form: dict[str, Any] = {
            "delimiter": self._delimiter,
            "strict": True,  # or a quotation mark of the text would vanish without a word
            "escapechar": "\\" if by_backslash else None,
        }
        # The module has one limit for all; a cell may be as long as an article, lines are bounded here.
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW * largest + 1))
        self.header = tuple(cells_of(head.partition("\n")[0], self._delimiter))

    def rows(self) -> Iterator[Row | Broken]:
        """Every row below the header; a broken one is told, and the next line read as a new one."""
        first = True
        while taken := self._taken():
            lines, cells, problem = taken
            if first:
                first = False
            elif problem is not None:
                yield problem
            elif cells:
                yield self._row(f"line {lines[0].number}", cells)

    def _row(self, record: str, cells: list[str]) -> Row | Broken:
        while len(cells) > len(self.header) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(self.header):
            why = f"it has {len(cells)} cells, the header {len(self.header)}; set its text in quotation marks"
            return Broken(record, "not understood", why)
        return Row(record, dict(zip(self.header, cells, strict=True)))

    def _taken(self) -> tuple[list[Line], list[str], Broken | None] | None:
        """The lines of the next row with its cells, or what is wrong with it; None at the end."""
        taken: list[Line] = []
        try:
            cells = next(csv.reader(self._feed(taken), **self._form))
        except StopIteration:
            return None
        except (csv.Error, _TooLongError) as error:
            plain = self._unquoted(taken[0])
            if plain is None and isinstance(error, _TooLongError):
                self._skip(taken)
                return taken[:1], [], too_long(f"line {taken[0].number}", self._largest)
            self._put_back(taken[1:])
            why = f"its quotation marks do not fit ({error}); double those inside a cell"
            broken = Broken(f"line {taken[0].number}", "not understood", why)
            return taken[:1], plain or [], None if plain else broken
        return taken, cells, None

    def _unquoted(self, line: Line) -> list[str] | None:
        """The cells of a line between tabs, where quotation marks are often just that."""
        if self._delimiter != "\t" or line.text is None:
            return None
        cells = line.text.rstrip("\r\n").split("\t")
        return cells if len(cells) == len(self.header) else None

    def _feed(self, taken: list[Line]) -> Iterator[str]:
        """Lines as `csv` asks for them, kept in `taken`."""
        length = 0
        while line := self._next():
            taken.append(line)
            length += len(line.text or "")
            if line.text is None or length > LONGEST_ROW * self._largest:
                raise _TooLongError
            yield line.text

    def _next(self) -> Line | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _skip(self, taken: list[Line]) -> None:
        """Pass over the rest of a row too long: up to where its last quotation mark closes."""
        if taken[-1].text is None:
            return
        marks = sum((line.text or "").count('"') for line in taken)
        while marks % 2:
            line = self._next()
            if line is None:
                raise ReadError(
                    f"{self._name}: the quotation mark that opens a cell in line {taken[0].number} never "
                    "closes, so the rows behind it cannot be told apart; close it",
                    cause="damaged",
                )
            marks += (line.text or "").count('"')

    def _put_back(self, lines: list[Line]) -> None:
        self._again += sum(len(line.text or "") for line in lines)
        if self._again > MOST_AGAIN:
            line = lines[0].number if lines else 0
            why = (
                f"{self._name}: the quotation marks of too many rows do not fit, the last before line {line}"
            )
            raise ReadError(f"{why}; save the table again as CSV", cause="damaged")
        self._waiting.extendleft(reversed(lines))


def _delimiter(head: str) -> str:
    """What parts the header into most cells."""
    header = head.partition("\n")[0]
    return max(DELIMITERS, key=lambda one: len(cells_of(header, one)))
