"""All outlets, and one of them: how directly it quotes, through how many hands, what is flagged."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.facets import Count
from onrecord.store.faults import told
from onrecord.store.transaction import moment

MOST = """SELECT o.name, count(*) AS articles, min(r.published_from), max(r.published_to),
    (SELECT count(*) FROM attributions a WHERE a.outlet_id = o.id AND a.mode <> 'thought')
    FROM outlets o JOIN articles r ON r.outlet_id = o.id
    GROUP BY o.id ORDER BY articles DESC, o.name LIMIT :limit OFFSET :after"""
SAID = "FROM outlets o JOIN attributions a ON a.outlet_id = o.id AND a.mode <> 'thought'"
HANDS = """(SELECT count(*) FROM parties p WHERE p.attribution_id = a.id AND p.role = 'chain')"""


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet in a list: articles, first and last day, statements."""

    name: str
    articles: int
    first: str | None
    last: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """How one outlet quotes; each list with how often, most first."""

    name: str
    articles: int
    statements: int
    unnamed: int  # statements nobody is named for
    forms: tuple[Count, ...]
    hands: tuple[tuple[int, int], ...]  # through how many hands, how often; 0 is at first hand
    speakers: tuple[Count, ...]
    through: tuple[Count, ...]  # who passed the words on
    flags: tuple[Count, ...]
    months: tuple[Count, ...]  # articles, in order


@told
def outlets(db: sqlite3.Connection, *, limit: int = 50, after: int = 0) -> tuple[Publisher, ...]:
    """The outlets with most articles first."""
    return tuple(Publisher(*row) for row in db.execute(MOST, {"limit": limit, "after": after}))


@told
def outlet(db: sqlite3.Connection, name: str) -> Outlet | None:
    """One outlet; None where there is none of this name."""
    with moment(db):
        found = db.execute("SELECT id FROM outlets WHERE name = ?", (name,)).fetchone()
        if found is None:
            return None
        of = {"id": found[0]}

        def number(sql: str) -> int:
            return int(db.execute(sql, of).fetchone()[0])

        def counted(
            what: str, tables: str, order: str = "number DESC, one", limit: int = 20
        ) -> tuple[Count, ...]:
            sql = f"""SELECT {what} AS one, count(*) AS number {tables} AND {what} IS NOT NULL
                GROUP BY one ORDER BY {order} LIMIT {limit}"""
            return tuple(db.execute(sql, of).fetchall())

        said = f"{SAID} WHERE o.id = :id"
        return Outlet(
            name,
            articles=number("SELECT count(*) FROM articles WHERE outlet_id = :id"),
            statements=number(f"SELECT count(*) {said}"),
            unnamed=number(f"SELECT count(*) {said} AND a.speaker_id IS NULL"),
            forms=counted("a.form", said),
            hands=tuple((int(hands), count) for hands, count in counted(HANDS, said, "one")),
            speakers=counted("s.name", f"{SAID} JOIN speakers s ON s.id = a.speaker_id WHERE o.id = :id"),
            through=counted(
                "coalesce(s.name, p.mention)",
                f"""{SAID} JOIN parties p ON p.attribution_id = a.id AND p.role = 'chain'
                LEFT JOIN speakers s ON s.id = p.speaker_id WHERE o.id = :id""",
            ),
            flags=counted(
                "f.kind", "FROM flags f JOIN articles r ON r.id = f.article_id WHERE r.outlet_id = :id"
            ),
            months=counted(
                "substr(r.published_from, 1, 7)",
                """FROM articles r WHERE r.outlet_id = :id
                AND substr(r.published_from, 1, 7) = substr(r.published_to, 1, 7)""",
                "one",
                -1,
            ),
        )
