"""Judgements in the store: put in once, never changed; they go only with the article they are about."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.across.comparison import Fix, Judgement, Target
from onrecord.across.judging import FEWEST
from onrecord.across.standing import in_order, moment
from onrecord.store.faults import told
from onrecord.store.rows import clean
from onrecord.store.transaction import transaction


@told
def put(db: sqlite3.Connection, judgements: Iterable[Judgement]) -> int:
    """Put in those that are not there; how many. All of them, or none; and on the disk when this returns."""
    db.execute("PRAGMA synchronous = FULL")  # what a person decided cannot be found again by reading
    try:
        with transaction(db):
            return sum(_put(db, one) for one in judgements)
    finally:
        db.execute("PRAGMA synchronous = NORMAL")


@told
def read(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """All of them, the earliest first."""
    targets = _targets(db)
    rows = db.execute("SELECT id, kind, field, value, who, at, note, undoes FROM judgements").fetchall()
    return tuple(in_order(_judgement(row, tuple(targets[row[0]])) for row in rows))


@told
def latest(db: sqlite3.Connection) -> str | None:
    """When the last one was made."""
    return max((at for (at,) in db.execute("SELECT at FROM judgements")), key=moment, default=None)


@told
def articles(db: sqlite3.Connection) -> frozenset[str]:
    """The articles that any judgement is about, and their versions."""
    found = db.execute(
        """SELECT t.article_id FROM judgement_targets t
        UNION SELECT v.id FROM judgement_targets t JOIN articles a ON a.id = t.article_id
            JOIN articles v ON v.url_key = a.url_key"""
    )
    return frozenset(id_ for (id_,) in found)


@dataclass(frozen=True, slots=True)
class Left:
    """What went with an article: judgements, and passages in it of judgements that stay."""

    judgements: int
    passages: int


def leave(db: sqlite3.Connection, article: str) -> Left:
    """Inside a transaction: no judgement keeps words of an article that is forgotten.

    One that decides nothing without that article goes, and with it whatever undid it.
    """
    targets = _targets(db, about=article)
    kinds = {id_: _kind(db, id_) for id_ in targets}
    gone = [id_ for id_, some in targets.items() if not _decides(kinds[id_], some, article)]
    gone += _undoing(db, gone)
    db.executemany(
        "INSERT OR IGNORE INTO judgements_leaving (judgement_id) VALUES (?)",
        [(i,) for i in [*targets, *gone]],
    )
    db.executemany("DELETE FROM judgement_targets WHERE judgement_id = ?", [(i,) for i in gone])
    db.executemany("DELETE FROM judgements WHERE id = ?", [(i,) for i in gone])
    cut = db.execute("DELETE FROM judgement_targets WHERE article_id = ?", (article,)).rowcount
    db.execute("DELETE FROM judgements_leaving")
    return Left(len(gone), cut)


def _put(db: sqlite3.Connection, one: Judgement) -> bool:
    if db.execute("SELECT 1 FROM judgements WHERE id = ?", (one.id,)).fetchone() is not None:
        return False
    field, value = (one.value.field, json.dumps(one.value.to)) if one.value is not None else (None, None)
    row = (one.id, one.kind, field, value, clean(one.who), one.at, one.note and clean(one.note), one.undoes)
    db.execute("INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    for at, target in enumerate(one.targets):
        words = map(clean, (target.text, target.prefix, target.suffix))
        place = (target.article, target.place, target.start, target.end)
        db.execute(
            "INSERT INTO judgement_targets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (one.id, at, *place, *words)
        )
    return True


def _targets(db: sqlite3.Connection, *, about: str | None = None) -> dict[str, list[Target]]:
    """Those of every judgement, or of the judgements about an article, in order."""
    which = "WHERE judgement_id IN (SELECT judgement_id FROM judgement_targets WHERE article_id = :about)"
    rows = db.execute(
        f"""SELECT judgement_id, article_id, place, start, "end", text, prefix, suffix FROM judgement_targets
        {which if about is not None else ""} ORDER BY judgement_id, position""",
        {"about": about},
    )
    found: dict[str, list[Target]] = defaultdict(list)
    for id_, *rest in rows:
        found[id_].append(Target(*rest))
    return found


def _judgement(row: tuple[Any, ...], targets: tuple[Target, ...]) -> Judgement:
    id_, kind, field, value, who, at, note, undoes = row
    fix = Fix(field, tuple(json.loads(value))) if field is not None else None
    return Judgement(id_, kind, targets, fix, who, at, note, undoes)


def _kind(db: sqlite3.Connection, id_: str) -> str:
    return str(db.execute("SELECT kind FROM judgements WHERE id = ?", (id_,)).fetchone()[0])


def _decides(kind: str, targets: list[Target], without: str) -> bool:
    """Whether a judgement decides anything without one of its articles."""
    left = [one for one in targets if one.article != without]
    return len(left) >= FEWEST[kind] and not (kind == "split" and targets[0].article == without)


def _undoing(db: sqlite3.Connection, ids: list[str]) -> list[str]:
    """Whatever undoes any of these, and what undoes that."""
    found: list[str] = []
    for id_ in (waiting := list(ids)):
        undoing = [i for (i,) in db.execute("SELECT id FROM judgements WHERE undoes = ?", (id_,))]
        waiting += undoing
        found += undoing
    return found
