"""The records to be compared, and what the last comparison found in them that still holds."""

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cached_property
from operator import attrgetter
from struct import Struct

from onrecord.across.comparison import Utterance
from onrecord.across.features import Features
from onrecord.errors import ReadError, StoreError
from onrecord.exports.jsonl import built, from_json
from onrecord.record import Record
from onrecord.store import judgements
from onrecord.store.comparison.made_by import made_by
from onrecord.store.comparison.versions import OF_CASE, version
from onrecord.store.faults import told

Pair = tuple[str, str]

BATCH = 50  # records fetched at once
PLAIN = tuple(field.name for field in fields(Features) if field.default is MISSING)  # of the pair by itself
ROW = Struct(f"<{len(PLAIN)}d")
_values = attrgetter(*PLAIN)


@dataclass(frozen=True, slots=True)
class Rows(Mapping[Pair, Features]):
    """Rows of features, unpacked when they are asked for: all of them would fill the memory."""

    packed: Mapping[Pair, bytes]

    def __getitem__(self, pair: Pair) -> Features:
        return Features(*ROW.unpack(self.packed[pair]))

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


class Earlier:
    """What `onrecord.across.earlier` asks for, out of a store; and what is to be kept for the next time."""

    def __init__(self, db: sqlite3.Connection, *, case: str | None, people: str | None = None) -> None:
        self.versions: dict[str, str] = {}  # article -> version of its line
        self.made_from: dict[str, str | None] = {}
        self.new: dict[Pair, bytes] = {}
        self.pairs: set[Pair] = set()
        self.scores: dict[Pair, float] = {}
        self._known: dict[Pair, bytes] = {}
        self.made_by, self.people = made_by(), people  # what compares, and with what list of people
        self._db, self._case, self._judged = db, case, judgements.articles(db)

    def records(self) -> Iterator[Record]:
        """The records of the articles, in order of adding."""
        last = 0
        while batch := _batch(self._db, last, self._case):
            last = batch[-1][0]
            for _, article, version_of, line in batch:
                self.versions[article] = version(line)
                found = record_of(line)
                yield replace(found, article=replace(found.article, version_of=version_of))

    def version(self, article: str) -> str | None:
        """With that of what compares; what was found in an article that somebody judged is never kept."""
        return None if article in self._judged else f"{self.made_by} {self.versions[article]}"

    def near(self, pairs: Collection[Pair]) -> Mapping[Pair, Features]:
        """The pairs that were looked at before, both articles being in the version they were in then."""
        wanted, same = {pair: pair for pair in pairs}, self._same
        self._known = {
            wanted[one, two]: row
            for one, two, row in _pairs(self._db)
            if (one, two) in wanted and len(row) == ROW.size and same.issuperset(articles_of((one, two)))
        }
        return Rows(self._known)

    @cached_property
    def _same(self) -> frozenset[str]:
        """The articles in which nothing changed since they were compared."""
        before = _versions(self._db)
        return frozenset(a for a in self.versions if (now := self.version(a)) and before.get(a) == now)

    def add(self, table: Mapping[Pair, Features], scores: Mapping[Pair, float]) -> None:
        """Hold some pairs until the comparison is kept; of those that are there already the score alone."""
        self.new |= {pair: ROW.pack(*_values(row)) for pair, row in table.items() if pair not in self._known}
        self.pairs |= table.keys()
        self.scores |= scores

    def utterance(self, made_from: str) -> Utterance | None:
        """The utterance made from the same before, of whichever comparison."""
        number = self._numbers.get(made_from)
        line = _line(self._db, number) if number is not None else None
        return built(Utterance, json.loads(zlib.decompress(line))) if line is not None else None

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return _made_from(self._db)

    def made(self, made_from: Mapping[str, str | None]) -> None:
        """Hold it until the comparison is kept."""
        self.made_from = dict(made_from)


@told
def _batch(db: sqlite3.Connection, last: int, case: str | None) -> list[tuple[int, str, str | None, bytes]]:
    where = f"WHERE r.rowid > :last AND {OF_CASE if case is not None else '1'} ORDER BY r.rowid LIMIT {BATCH}"
    columns = "r.rowid, r.article_id, a.version_of, r.line"
    rows = db.execute(
        f"SELECT {columns} FROM records r JOIN articles a ON a.id = r.article_id {where}",
        {"last": last, "case": case},
    )
    return rows.fetchall()


def record_of(line: bytes) -> Record:
    """The record a stored line is of."""
    try:
        return from_json(zlib.decompress(line).decode())
    except (zlib.error, UnicodeDecodeError, ReadError) as error:
        raise StoreError(f"the store is damaged: {error}; go on with a backup (`onrecord backup`)") from error


def articles_of(pair: Pair) -> tuple[str, str]:
    """The articles that the two statements stand in."""
    return pair[0].rpartition(":")[0], pair[1].rpartition(":")[0]


def _pairs(db: sqlite3.Connection) -> Iterator[tuple[str, str, bytes]]:
    return iter(db.execute("SELECT one, two, features FROM compared_pairs"))


@told
def _versions(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT article_id, version FROM compared_articles").fetchall())


@told
def _made_from(db: sqlite3.Connection) -> dict[str, int]:
    return dict(db.execute("SELECT made_from, number FROM utterances WHERE made_from IS NOT NULL").fetchall())


@told
def _line(db: sqlite3.Connection, number: int) -> bytes | None:
    found = db.execute("SELECT line FROM utterance_lines WHERE utterance_number = ?", (number,)).fetchone()
    return found[0] if found else None
