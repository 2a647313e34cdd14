"""Statements that were judged least sure of, and that nobody has decided about yet."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.faults import told

LEAST = """SELECT a.id, a.article_id, a.speaker, a.cue, a.content, a.form, a.mode, a.confidence, o.name,
    r.title, r.published_on FROM attributions a JOIN articles r ON r.id = a.article_id
    LEFT JOIN outlets o ON o.id = r.outlet_id
    WHERE a.mode <> 'thought' AND NOT EXISTS (SELECT 1 FROM judgement_targets t
        WHERE t.article_id = a.article_id AND t.start < a."end" AND a.start < t."end")
    ORDER BY a.confidence, a.id LIMIT :limit OFFSET :after"""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A statement that a person should look at."""

    id: str
    article: str
    speaker: str | None
    cue: str
    content: str
    form: str
    mode: str
    confidence: float
    outlet: str | None
    title: str | None
    published_on: str | None


@told
def least_sure(db: sqlite3.Connection, *, limit: int = 20, after: int = 0) -> tuple[Unsure, ...]:
    """The least sure ones first; what was decided about is left out, also where that was undone."""
    return tuple(Unsure(*row) for row in db.execute(LEAST, {"limit": limit, "after": after}))
