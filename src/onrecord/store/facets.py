"""What the hits of a search have in common: how many by whom, from which outlet, of which month and form.

Counted are the same statements that are ranked: of a word that thousands hold, those added last.
"""

import sqlite3
from collections import Counter
from dataclasses import dataclass

from onrecord.store.faults import told
from onrecord.store.query import Query, as_sql
from onrecord.store.search import MOST
from onrecord.store.transaction import moment

SHOWN = 12  # names of a facet; the search box finds the others

WITH_WORDS = "SELECT f.rowid AS number FROM {wanted} ORDER BY f.rowid DESC LIMIT :most"
WITHOUT = "SELECT a.rowid AS number FROM {wanted} ORDER BY a.dated_from DESC, a.id LIMIT :most"
ROWS = """SELECT s.name, o.name, a.form, a.mode, substr(a.dated_from, 1, 7) = substr(a.dated_to, 1, 7),
    substr(a.dated_from, 1, 10), a.dated_from = a.dated_to
    FROM ({hits}) h JOIN attributions a ON a.rowid = h.number
    LEFT JOIN speakers s ON s.id = a.speaker_id LEFT JOIN outlets o ON o.id = a.outlet_id"""

Count = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Facets:
    """Names with how many hits have them, most first; months and days in order, what is undated left out."""

    speakers: tuple[Count, ...]
    outlets: tuple[Count, ...]
    forms: tuple[Count, ...]
    modes: tuple[Count, ...]
    months: tuple[Count, ...]
    days: tuple[Count, ...]
    unnamed: int
    undated: int


@told
def facets(db: sqlite3.Connection, query: Query) -> Facets:
    """The facets of a search."""
    with moment(db):
        wanted = as_sql(db, query)
        hits = (WITH_WORDS if wanted.match else WITHOUT).format(wanted=wanted)
        rows = db.execute(ROWS.format(hits=hits), {**wanted.values, "most": MOST}).fetchall()
    speakers = Counter(row[0] for row in rows)
    days = Counter(row[5] for row in rows if row[6])
    months = Counter(row[5][:7] for row in rows if row[4])
    return Facets(
        speakers=_most(speakers),
        outlets=_most(Counter(row[1] for row in rows)),
        forms=_most(Counter(row[2] for row in rows)),
        modes=_most(Counter(row[3] for row in rows)),
        months=tuple(sorted(months.items())),
        days=tuple(sorted(days.items())),
        unnamed=speakers[None],
        undated=len(rows) - sum(months.values()),
    )


def _most(counted: Counter[str | None]) -> tuple[Count, ...]:
    named = [(name, number) for name, number in counted.items() if name]
    return tuple(sorted(named, key=lambda one: (-one[1], one[0]))[:SHOWN])
