"""Everybody who is quoted, and one of them: names, listeners, occasions, who passed the words on."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.facets import Count
from onrecord.store.faults import told
from onrecord.store.transaction import moment

SHOWN = 20  # of each kind
# First who is quoted most, from the index alone; then the rest of those few only.
MOST = """SELECT t.name, t.number,
    (SELECT count(DISTINCT a.outlet_id) FROM attributions a
        WHERE a.speaker_id = t.id AND a.mode <> 'thought'),
    (SELECT min(a.dated_from) FROM attributions a WHERE a.speaker_id = t.id AND a.mode <> 'thought'),
    (SELECT max(a.dated_to) FROM attributions a WHERE a.speaker_id = t.id AND a.mode <> 'thought')
    FROM (
        SELECT s.id AS id, s.name AS name, q.number AS number FROM (
            SELECT speaker_id, count(*) AS number FROM attributions
            WHERE mode <> 'thought' AND speaker_id IS NOT NULL GROUP BY speaker_id
        ) q JOIN speakers s ON s.id = q.speaker_id WHERE 1 {begins}
        ORDER BY q.number DESC, s.name LIMIT :limit OFFSET :after
    ) t ORDER BY t.number DESC, t.name"""
SAID = """FROM speakers s JOIN parties p ON p.speaker_id = s.id AND p.role = 'speaker'
    JOIN attributions a ON a.id = p.attribution_id AND a.mode <> 'thought'"""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody in a list: statements, outlets that report them, first and last day."""

    name: str
    statements: int
    outlets: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """What the store knows of one name; each list with how often, most first."""

    name: str
    statements: int
    mentions: tuple[Count, ...]  # as articles print it
    kinds: tuple[Count, ...]
    outlets: tuple[Count, ...]
    addressees: tuple[Count, ...]
    occasions: tuple[Count, ...]
    through: tuple[Count, ...]  # who passed the words on


@told
def people(db: sqlite3.Connection, *, words: str = "", limit: int = 50, after: int = 0) -> tuple[Quoted, ...]:
    """Who is quoted most, of those whose name has these words in it."""
    begins = "AND s.name LIKE :words ESCAPE '\\'" if words else ""
    like = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    asked = {"words": f"%{like}%", "limit": limit, "after": after}
    return tuple(Quoted(*row) for row in db.execute(MOST.format(begins=begins), asked))


@told
def person(db: sqlite3.Connection, name: str) -> Person | None:
    """One name; None where nobody of this name says anything."""
    with moment(db):
        said = f"{SAID} WHERE s.name = :name"
        total = db.execute(f"SELECT count(*) {said}", {"name": name}).fetchone()[0]
        if not total:
            return None
        return Person(
            name,
            total,
            mentions=_counted(db, "p.mention", said, name),
            kinds=_counted(db, "p.kind", said, name),
            outlets=_counted(
                db, "o.name", f"{SAID} JOIN outlets o ON o.id = a.outlet_id WHERE s.name = :name", name
            ),
            addressees=_counted(db, "coalesce(t.name, q.mention)", _others("addressee"), name),
            occasions=_counted(db, "a.occasion", said, name),
            through=_counted(db, "coalesce(t.name, q.mention)", _others("chain"), name),
        )


def _others(role: str) -> str:
    return f"""{SAID} JOIN parties q ON q.attribution_id = a.id AND q.role = '{role}'
        LEFT JOIN speakers t ON t.id = q.speaker_id WHERE s.name = :name"""


def _counted(db: sqlite3.Connection, what: str, of: str, name: str) -> tuple[Count, ...]:
    rows = db.execute(
        f"""SELECT {what} AS one, count(*) AS number {of} AND {what} IS NOT NULL
        GROUP BY one ORDER BY number DESC, one LIMIT {SHOWN}""",
        {"name": name},
    )
    return tuple(rows.fetchall())
