"""Which other statements one is like, as the last comparison found."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.faults import told

UNIT = "#"  # behind the id of a statement of which this is a sentence


@dataclass(frozen=True, slots=True)
class Near:
    """A statement that may report the same utterance, and how likely that is."""

    attribution: str
    score: float


@told
def near(db: sqlite3.Connection, attribution: str, *, limit: int) -> tuple[Near, ...]:
    """The statements most like one, as the last comparison found; with a score or not in one utterance."""
    best: dict[str, float] = {}
    for mine, its in (("one", "two"), ("two", "one")):
        found = db.execute(
            f"""SELECT p.{its}, p.score FROM compared_pairs p WHERE p.score IS NOT NULL
            AND (p.{mine} = :id OR (p.{mine} >= :first AND p.{mine} < :last))""",
            {"id": attribution, "first": attribution + UNIT, "last": attribution + chr(ord(UNIT) + 1)},
        )
        for unit, score in found:
            id_ = unit.partition(UNIT)[0]
            best[id_] = max(score, best.get(id_, 0.0))
    return tuple(Near(*one) for one in sorted(best.items(), key=lambda one: (-one[1], one[0]))[:limit])
