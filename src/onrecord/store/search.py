"""Search: who said what, by words, speaker, outlet, date, form and mode; hits are ranked and marked."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.record import Form, Mode, Polarity
from onrecord.store.faults import told
from onrecord.store.query import Query, as_sql
from onrecord.store.snippets import marks, snippet
from onrecord.store.transaction import moment

# How much a word counts in the speaker, in the cue and in the content. Who looks for a name wants first what
# that person said, then what was said of them; "said" itself tells nothing.
WEIGHTS = "2.0, 0.2, 1.0"
# Scoring takes two microseconds a match, and a word that is in more statements than this tells little about
# any of them: of those with the commonest words, the ones added last are scored, and the rest is not counted.
MOST = 5_000
BEST = f"""SELECT number, score, count(*) OVER () FROM (
        SELECT f.rowid AS number, a.id AS id, -bm25(attributions_fts, {WEIGHTS}) AS score
        FROM {{wanted}} ORDER BY f.rowid DESC LIMIT :most
    ) ORDER BY score DESC, id LIMIT :limit OFFSET :after"""
NEWEST = """SELECT number, NULL, count(*) OVER () FROM (
        SELECT a.rowid AS number, a.id AS id, a.dated_from AS day
        FROM {wanted} ORDER BY a.dated_from DESC, a.id LIMIT :most
    ) ORDER BY day DESC, id LIMIT :limit OFFSET :after"""
HIT = """SELECT a.id, a.article_id, a.speaker, a.cue, a.content, a.form, a.mode, a.polarity, a.said_on,
    a.start, a."end", o.name, r.title, r.url, r.published_on, a.confidence
    FROM attributions a JOIN articles r ON r.id = a.article_id LEFT JOIN outlets o ON o.id = r.outlet_id
    WHERE a.rowid = ?"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement that was found, with what is needed to show and cite it."""

    id: str
    article: str
    speaker: str | None  # as printed: she (Anneke Roos); joint speakers joined by " and "
    cue: str
    content: str  # its spans joined by " … "
    form: Form
    mode: Mode
    polarity: Polarity
    said_on: str | None
    start: int  # from the first character of the content to the last, in the article's text
    end: int
    outlet: str | None
    title: str | None
    url: str | None
    published_on: str | None
    confidence: float  # how probably the statement is right, 0 to 1
    score: float | None  # higher is better; None where there were no words to rank by
    snippet: str  # the content, or the part of it around the first hit
    marks: tuple[tuple[int, int], ...]  # where the hit words stand in the snippet, half-open


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and how many there are in all; `more`: counting ended there.

    `left_out`: how many more would fit, were they as sure as was asked for.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    left_out: int = 0

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@told
def search(db: sqlite3.Connection, query: Query) -> Found:
    """The best hits, at most `limit`; without words the newest. Equals come in the order of their ids."""
    with moment(db):
        wanted = as_sql(db, query)
        first = (BEST if query.words.strip() else NEWEST).format(wanted=wanted)
        most = max(MOST, query.limit + query.after)
        page = {"most": most + 1, "limit": query.limit, "after": query.after}
        best = db.execute(first, {**wanted.values, **page}).fetchall()
        total: int = best[0][2] if best else 0
        left_out = _less_sure(db, query) if query.min_confidence else 0
        return Found(_hits(db, best, wanted.match), min(total, most), total > most, left_out)


def _less_sure(db: sqlite3.Connection, query: Query) -> int:
    """How many statements fit but for their confidence."""
    wanted = as_sql(db, replace(query, min_confidence=0.0))
    counted = f"SELECT count(*) FROM {wanted} AND a.confidence < :least"
    number: int = db.execute(counted, {**wanted.values, "least": query.min_confidence}).fetchone()[0]
    return number


def _hits(
    db: sqlite3.Connection, best: list[tuple[int, float | None, int]], match: str | None
) -> tuple[Hit, ...]:
    rows: list[tuple[Any, ...]] = []
    for number, score, _ in best:
        rows.append((*db.execute(HIT, (number,)).fetchone(), score))
    marked = marks([row[2:5] for row in rows], match) if match else [()] * len(rows)
    shown = [snippet(row[4], hits) for row, hits in zip(rows, marked, strict=True)]
    return tuple(Hit(*(*row, *parts)) for row, parts in zip(rows, shown, strict=True))


__all__ = ["Found", "Hit", "Query", "search"]
