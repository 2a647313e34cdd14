"""What is in the store at a glance: how much, from when, the newest articles."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.faults import told
from onrecord.store.transaction import moment

FIRST_LINE = "trim(substr(r.text, 1, min(instr(r.text || char(10), char(10)) - 1, 200)))"
NEWEST = f"""SELECT r.id, r.title, coalesce(r.title, {FIRST_LINE}), o.name,
    r.published_on, r.added_at, r.language, r.analysed,
    (SELECT count(*) FROM attributions a WHERE a.article_id = r.id AND a.mode <> 'thought')
    FROM articles r LEFT JOIN outlets o ON o.id = r.outlet_id
    WHERE r.rowid < :before {{of_outlet}} ORDER BY r.rowid DESC LIMIT :limit"""
MONTHS = """SELECT substr(published_from, 1, 7) AS month, count(*) FROM articles
    WHERE substr(published_from, 1, 7) = substr(published_to, 1, 7) GROUP BY month ORDER BY month"""
LAST = 2**62


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as a list shows it."""

    id: str
    title: str | None
    label: str  # the title, or where there is none the first line
    outlet: str | None
    published_on: str | None
    added_at: str
    language: str | None
    analysed: int  # 0: in a language that is not searched for statements
    statements: int  # thoughts left out


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of the whole store; months have the articles published in them."""

    articles: int
    attributions: int  # thoughts among them
    outlets: int
    speakers: int  # names, as articles print them
    undated: int
    months: tuple[tuple[str, int], ...]


@told
def overview(db: sqlite3.Connection) -> Overview:
    """How much there is."""
    with moment(db):
        months = tuple(db.execute(MONTHS).fetchall())
        articles = _count(db, "articles")
        return Overview(
            articles=articles,
            attributions=_count(db, "attributions"),
            outlets=_count(db, "outlets"),
            speakers=_count(db, "speakers"),
            undated=articles - sum(number for _, number in months),
            months=months,
        )


def _count(db: sqlite3.Connection, table: str) -> int:
    number: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return number


@told
def newest(
    db: sqlite3.Connection, *, limit: int, before: str | None = None, outlet: str | None = None
) -> tuple[Listed, ...]:
    """The articles added last, or those added before one of them; of one outlet or of all."""
    of_outlet = "AND o.name = :outlet" if outlet is not None else ""
    asked = {"before": _place(db, before), "outlet": outlet, "limit": limit}
    rows = db.execute(NEWEST.format(of_outlet=of_outlet), asked)
    return tuple(Listed(*row) for row in rows)


def _place(db: sqlite3.Connection, article: str | None) -> int:
    """Where an article stands in the order of adding."""
    found = db.execute("SELECT rowid FROM articles WHERE id = ?", (article,)).fetchone()
    return found[0] if found else LAST
