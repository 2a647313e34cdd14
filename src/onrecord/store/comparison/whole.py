"""A comparison that is kept, all of it: as the dataclass, or as lines that need no memory."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import fields

from onrecord.across.comparison import Comparison
from onrecord.exports.comparison import from_json, pieces
from onrecord.exports.jsonl import built
from onrecord.record import VERSION, MadeWith
from onrecord.store.faults import told
from onrecord.store.transaction import moment

TABLES = ("version", "made_with", "articles", "entities", "utterances", "figures")  # each has its own
OTHERS = tuple(field.name for field in fields(Comparison) if field.name not in TABLES)


def comparison(db: sqlite3.Connection, *, case: str | None = None) -> Comparison | None:
    """What `pipeline.compare` gave, but for the ids that the store gave; None when nothing is kept."""
    found = list(as_json(db, case=case))
    return from_json("".join(found)) if found else None


def as_json(db: sqlite3.Connection, *, case: str | None = None) -> Iterator[str]:
    """The object `onrecord compare` writes, bit by bit; nothing when nothing is kept.

    Everything in it is of one moment: whoever reads it slowly keeps others from tidying up, not from writing.
    """
    with moment(db):
        number = _number(db, case)
        if number is None:
            return
        made_with = db.execute("SELECT made_with FROM comparisons WHERE id = ?", (number,)).fetchone()[0]
        lists = {"articles": _articles, "entities": _entities, "utterances": _utterances, "figures": _figures}
        of = {name: lines(db, number) for name, lines in lists.items()}
        of |= {name: _others(db, number, name) for name in OTHERS}
        yield from pieces(VERSION, built(MadeWith, json.loads(made_with)), of.items())


def lines(db: sqlite3.Connection, *, case: str | None = None) -> Iterator[str]:
    """Every utterance as a line of JSON."""
    with moment(db):
        number = _number(db, case)
        yield from _utterances(db, number) if number is not None else ()


@told
def _number(db: sqlite3.Connection, case: str | None) -> int | None:
    found = db.execute("SELECT id FROM comparisons WHERE name = ?", (case or "",)).fetchone()
    return found[0] if found is not None else None


def _articles(db: sqlite3.Connection, number: int) -> Iterator[str]:
    rows = db.execute(
        """SELECT r.line FROM comparison_articles c JOIN records r ON r.article_id = c.article_id
        WHERE c.comparison_id = ? ORDER BY c.article_id""",
        (number,),
    )
    return (zlib.decompress(line).decode() for (line,) in rows)


def _utterances(db: sqlite3.Connection, number: int) -> Iterator[str]:
    rows = db.execute(
        """SELECT l.line FROM utterances u JOIN utterance_lines l ON l.utterance_number = u.number
        WHERE u.comparison_id = ? ORDER BY u.place, u.nth""",
        (number,),
    )
    return (zlib.decompress(line).decode() for (line,) in rows)


def _entities(db: sqlite3.Connection, number: int) -> Iterator[str]:
    rows = db.execute("SELECT line FROM entities WHERE comparison_id = ? ORDER BY position", (number,))
    return (line for (line,) in rows)


def _figures(db: sqlite3.Connection, number: int) -> Iterator[str]:
    rows = db.execute("SELECT line FROM figure_groups WHERE comparison_id = ? ORDER BY position", (number,))
    return (line for (line,) in rows)


def _others(db: sqlite3.Connection, number: int, field: str) -> Iterator[str]:
    rows = db.execute(
        "SELECT line FROM comparison_lines WHERE comparison_id = ? AND field = ? ORDER BY position",
        (number, field),
    )
    return (line for (line,) in rows)
