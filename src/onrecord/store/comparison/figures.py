"""Groups of figures that are kept: those of some articles, or those that need a look, in pages."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.across.comparison import FigureGroup, Relation
from onrecord.exports.jsonl import built
from onrecord.store.faults import told

OF_CASE = "g.comparison_id = (SELECT id FROM comparisons WHERE name = :case)"
OF_ARTICLES = """SELECT g.line FROM figure_groups g WHERE {of_case} AND g.number IN (
    SELECT m.group_number FROM figure_group_members m
        WHERE m.article_id IN (SELECT value FROM json_each(:articles)))
    ORDER BY g.position"""
RELATED = """SELECT g.line FROM figure_groups g
    WHERE {of_case} AND g.relation IN (SELECT value FROM json_each(:relations))
    ORDER BY g.relation <> 'conflict', g.position LIMIT :limit OFFSET :after"""


@dataclass(frozen=True, slots=True)
class Groups:
    """Some groups of figures, and where to go on."""

    items: tuple[FigureGroup, ...]
    next: int | None


@told
def of_articles(
    db: sqlite3.Connection, articles: Iterable[str], *, case: str | None = None
) -> tuple[FigureGroup, ...]:
    """The groups with a figure of one of these articles."""
    values = {"case": case or "", "articles": json.dumps(sorted(articles))}
    rows = db.execute(OF_ARTICLES.format(of_case=OF_CASE), values)
    return tuple(_group(line) for (line,) in rows)


@told
def groups(
    db: sqlite3.Connection,
    *,
    relations: Iterable[Relation],
    case: str | None = None,
    limit: int = 20,
    after: int = 0,
) -> Groups:
    """The groups whose figures stand so to each other, those in conflict first."""
    values = {
        "case": case or "",
        "relations": json.dumps(sorted(relations)),
        "limit": limit + 1,
        "after": after,
    }
    rows = db.execute(RELATED.format(of_case=OF_CASE), values).fetchall()
    items = tuple(_group(line) for (line,) in rows[:limit])
    return Groups(items, after + limit if len(rows) > limit else None)


def _group(line: str) -> FigureGroup:
    return built(FigureGroup, json.loads(line))
