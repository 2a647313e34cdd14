"""Utterances that are kept: one by its id, lists of them, and those that a statement reports."""

import json
import sqlite3
import zlib
from dataclasses import dataclass
from typing import Literal

from onrecord.across.comparison import Utterance
from onrecord.exports.jsonl import built
from onrecord.store import dates
from onrecord.store.faults import told
from onrecord.store.transaction import moment

Order = Literal["reported", "flags", "conflicts", "day", "article"]

ORDERS: dict[Order, str] = {
    "reported": "u.articles DESC, u.reports DESC, u.place, u.nth",
    "flags": "u.flags DESC, u.place, u.nth",
    "conflicts": "u.conflicts DESC, u.place, u.nth",
    "day": "u.dated_from, u.place, u.nth",
    "article": "u.place, u.nth",
}
SPEAKING = """u.number IN (SELECT s.utterance_number FROM utterance_speakers s WHERE s.name = :speaker
    OR s.entity = :speaker OR s.entity IN (SELECT e.id FROM entity_members m JOIN entities e
    ON e.number = m.entity_number WHERE m.id = :speaker))"""
CONDITIONS = {
    "speaker": SPEAKING,
    "flagged": "u.flags > 0",
    "conflicts": "u.conflicts > 0",
    "several": "u.reports > 1",
    "kind": "u.number IN (SELECT f.utterance_number FROM utterance_flags f WHERE f.kind = :kind)",
    "first": "u.dated_to >= :first",
    "last": "u.dated_from <= :last",
    "article": "u.number IN (SELECT v.utterance_number FROM variants v WHERE v.article_id = :article)",
}


@dataclass(frozen=True, slots=True)
class Line:
    """An utterance as a list shows it."""

    id: str
    title: str
    speakers: tuple[str, ...]
    said_on: str | None
    reports: int
    articles: int
    outlets: int
    flags: int
    conflicts: int
    base: str
    first_report: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """Some utterances, how many there are in all, and where to go on."""

    items: tuple[Line, ...]
    total: int
    next: int | None


@told
def utterance(db: sqlite3.Connection, id_: str, *, case: str | None = None) -> Utterance | None:
    """The utterance that an id leads to, also one that was given up since; None where it leads nowhere.

    Without a case it is looked for in the comparison of the whole store, then in those of cases.
    """
    found = db.execute(
        """SELECT l.line FROM utterance_ids i JOIN comparisons c ON c.id = i.comparison_id
        JOIN utterances u ON u.comparison_id = c.id AND u.id = i.current
        JOIN utterance_lines l ON l.utterance_number = u.number
        WHERE i.id = :id AND (:case IS NULL OR c.name = :case) ORDER BY c.name LIMIT 1""",
        {"id": id_, "case": case},
    ).fetchone()
    return read(found[0]) if found is not None else None


def read(line: bytes) -> Utterance:
    """The utterance a stored line is of."""
    return built(Utterance, json.loads(zlib.decompress(line)))


@told
def of_attribution(db: sqlite3.Connection, attribution: str, *, case: str | None = None) -> tuple[str, ...]:
    """The ids of the utterances that an attribution reports, most reported first."""
    found = db.execute(
        """SELECT u.id FROM variants v JOIN utterances u ON u.number = v.utterance_number
        JOIN comparisons c ON c.id = u.comparison_id WHERE v.attribution_id = ? AND c.name = ?
        ORDER BY u.reports DESC, u.place, u.nth""",
        (attribution, case or ""),
    )
    return tuple(id_ for (id_,) in found)


@told
def utterances(
    db: sqlite3.Connection,
    *,
    case: str | None = None,
    speaker: str | None = None,
    flagged: bool = False,
    kind: str | None = None,
    conflicts: bool = False,
    several: bool = False,
    article: str | None = None,
    date: str | None = None,
    order: Order = "reported",
    limit: int = 20,
    after: int = 0,
) -> Lines:
    """Those that fit all of this; `after` passes over those of the pages before."""
    first, last = dates.asked(date) if date else (None, None)
    asked: dict[str, str | bool | None] = {
        "speaker": speaker,
        "kind": kind,
        "first": first,
        "last": last,
        "article": article,
        "flagged": flagged or None,
        "conflicts": conflicts or None,
        "several": several or None,
    }
    wanted = [condition for name, condition in CONDITIONS.items() if asked[name] is not None]
    where = " AND ".join(["u.comparison_id = (SELECT id FROM comparisons WHERE name = :case)", *wanted])
    values = {**asked, "case": case or "", "limit": limit + 1, "after": after}
    with moment(db):
        total = db.execute(f"SELECT count(*) FROM utterances u WHERE {where}", values).fetchone()[0]
        rows = db.execute(
            f"""SELECT u.number, u.id, u.title, u.said_on, u.reports, u.articles, u.outlets, u.flags,
            u.conflicts, u.base, u.first_report FROM utterances u WHERE {where}
            ORDER BY {ORDERS[order]} LIMIT :limit OFFSET :after""",
            values,
        ).fetchall()
        items = tuple(_line(db, *row) for row in rows[:limit])
    return Lines(items, total, after + limit if len(rows) > limit else None)


def _line(db: sqlite3.Connection, number: int, id_: str, title: str, *rest: object) -> Line:
    names = db.execute(
        """SELECT name FROM utterance_speakers WHERE utterance_number = ? AND name IS NOT NULL
        ORDER BY position""",
        (number,),
    )
    return Line(id_, title, tuple(name for (name,) in names), *rest)  # type: ignore[arg-type]
