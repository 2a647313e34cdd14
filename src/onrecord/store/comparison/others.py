"""More of the kept comparison: somebody by a name, and the days that other articles settle or contradict."""

import json
import sqlite3
from dataclasses import dataclass

from onrecord.across.comparison import SettledDate, Somebody
from onrecord.exports.jsonl import built
from onrecord.store.faults import told

OF_CASE = "comparison_id = (SELECT id FROM comparisons WHERE name = :case)"
NAMED = f"SELECT line FROM entities WHERE {OF_CASE} AND name = :name ORDER BY position"
DATES = f"""SELECT line FROM comparison_lines WHERE {OF_CASE} AND field = 'dates'
    ORDER BY position LIMIT :limit OFFSET :after"""


@dataclass(frozen=True, slots=True)
class Days:
    """Some days that were settled or are contradicted, and where to go on."""

    items: tuple[SettledDate, ...]
    next: int | None


@told
def named(db: sqlite3.Connection, name: str, *, case: str | None = None) -> tuple[Somebody, ...]:
    """Everybody across articles who is called so; namesakes are several."""
    rows = db.execute(NAMED, {"case": case or "", "name": name})
    return tuple(_somebody(line) for (line,) in rows)


@told
def days(db: sqlite3.Connection, *, case: str | None = None, limit: int = 20, after: int = 0) -> Days:
    """The days of single articles that others settle, and the articles' own ones where they conflict."""
    rows = db.execute(DATES, {"case": case or "", "limit": limit + 1, "after": after}).fetchall()
    items = tuple(built(SettledDate, json.loads(line)) for (line,) in rows[:limit])
    return Days(items, after + limit if len(rows) > limit else None)


def _somebody(line: str) -> Somebody:
    value = json.loads(line)
    return built(Somebody, value | {"same_as": list(value["same_as"].items())})
