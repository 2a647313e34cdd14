"""What comparison is kept, counted, and whether it still tells of what is in the store."""

import json
import sqlite3
from dataclasses import dataclass

from onrecord.store.comparison.made_by import made_by
from onrecord.store.faults import told
from onrecord.store.transaction import moment

SCOPE = """SELECT a.id FROM articles a WHERE :case = '' OR a.id IN (SELECT ca.article_id FROM case_articles ca
    JOIN cases c ON c.id = ca.case_id WHERE c.name = :case)"""
COMPARED = "SELECT article_id FROM comparison_articles WHERE comparison_id = :number"
JUDGED = "SELECT line FROM comparison_lines WHERE comparison_id = ? AND field = 'judgements'"


@dataclass(frozen=True, slots=True)
class Kept:
    """A comparison that is kept, in figures; and what happened since it was made."""

    case: str | None
    made_at: str
    articles: int
    utterances: int
    several: int  # utterances with several reports
    flagged: int  # … with flags
    in_conflict: int  # … whose reports differ in speaker, listener, day or figure
    flags: dict[str, int]  # of each kind, most first
    entities: int  # across articles
    figures: int
    dates: int
    came: int  # articles that were added since
    gone: int  # that were forgotten or read anew since
    judged: int  # judgements that are not in it
    other_release: bool  # it was made by another release
    people: str | None  # digest of the list of people it was made with

    @property
    def fresh(self) -> bool:
        """Whether comparing again would find the same."""
        return not (self.came or self.gone or self.judged or self.other_release)


@told
def state(db: sqlite3.Connection, *, case: str | None = None) -> Kept | None:
    """What is kept of a case, or of the whole store; None when nothing is."""
    with moment(db):
        found = db.execute(
            "SELECT id, made_at, made_by, people, gone FROM comparisons WHERE name = ?", (case or "",)
        ).fetchone()
        return _kept(db, case, *found) if found is not None else None


def _kept(
    db: sqlite3.Connection,
    case: str | None,
    number: int,
    made_at: str,
    by: str,
    people: str | None,
    gone: int,
) -> Kept:
    values = {"number": number, "case": case or ""}

    def count(sql: str) -> int:
        return int(db.execute(sql, values).fetchone()[0])

    def of(table: str, where: str = "1") -> int:
        return count(f"SELECT count(*) FROM {table} WHERE comparison_id = :number AND {where}")

    left = count(f"SELECT count(*) FROM ({COMPARED}) WHERE article_id NOT IN ({SCOPE})")
    return Kept(
        case=case,
        made_at=made_at,
        articles=of("comparison_articles"),
        utterances=of("utterances"),
        several=of("utterances", "reports > 1"),
        flagged=of("utterances", "flags > 0"),
        in_conflict=of("utterances", "conflicts > 0"),
        flags=_flags(db, number),
        entities=of("entities"),
        figures=of("figure_groups"),
        dates=of("comparison_lines", "field = 'dates'"),
        came=count(f"SELECT count(*) FROM ({SCOPE}) WHERE id NOT IN ({COMPARED})"),
        gone=gone + left,
        judged=_judged(db, number),
        other_release=by != made_by(),
        people=people,
    )


def _judged(db: sqlite3.Connection, number: int) -> int:
    heard = {json.loads(line)["id"] for (line,) in db.execute(JUDGED, (number,))}
    return sum(id_ not in heard for (id_,) in db.execute("SELECT id FROM judgements"))


def _flags(db: sqlite3.Connection, number: int) -> dict[str, int]:
    return dict(
        db.execute(
            """SELECT f.kind, count(*) AS often FROM utterance_flags f JOIN utterances u
            ON u.number = f.utterance_number WHERE u.comparison_id = ? GROUP BY f.kind
            ORDER BY often DESC, f.kind""",
            (number,),
        ).fetchall()
    )
