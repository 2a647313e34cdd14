"""Keeping a comparison: the new one in place of the old one, all of it or nothing.

Utterances that did not change stay where they are, so that a few new articles mean few writes.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from onrecord.across.comparison import Comparison
from onrecord.errors import StoreError
from onrecord.exports.comparison import line_of
from onrecord.exports.jsonl import as_line
from onrecord.store.comparison import ids, pairs, rows
from onrecord.store.comparison.earlier import Earlier
from onrecord.store.comparison.leave import PARTS
from onrecord.store.comparison.versions import versions
from onrecord.store.comparison.whole import OTHERS
from onrecord.store.faults import told
from onrecord.store.rows import Row, clean
from onrecord.store.transaction import transaction


@told
def keep(
    db: sqlite3.Connection, comparison: Comparison, earlier: Earlier, *, case: str | None, at: str
) -> None:
    """Put it in place of the one that was kept of this case, or of the whole store."""
    with transaction(db):
        _check(db, earlier.versions)
        number, run = _comparison(db, comparison, earlier, case or "", at)
        _utterances(db, number, run, comparison, earlier.made_from)
        _entities(db, number, comparison)
        _figures(db, number, comparison)
        _lines(db, number, comparison, earlier.versions)
        pairs.keep(db, earlier)


def _check(db: sqlite3.Connection, compared: Mapping[str, str]) -> None:
    """An article may have been forgotten, or read anew, while it was being compared."""
    there = dict(versions(db))
    if any(there.get(article) != version for article, version in compared.items()):
        raise StoreError(
            "articles were taken out or read anew while they were being compared, so that nothing was "
            "written; run the command again"
        )


def _comparison(
    db: sqlite3.Connection, comparison: Comparison, earlier: Earlier, name: str, at: str
) -> tuple[int, int]:
    """Its number, and how often it has been made by now."""
    db.execute(
        """INSERT INTO comparisons (name, made_at, runs, made_by, made_with, people, gone)
        VALUES (?, ?, 1, ?, ?, ?, 0) ON CONFLICT (name) DO UPDATE SET made_at = excluded.made_at,
        runs = runs + 1, made_by = excluded.made_by, made_with = excluded.made_with,
        people = excluded.people, gone = 0""",
        (clean(name), at, earlier.made_by, as_line(comparison.made_with), earlier.people),
    )
    number, run = db.execute("SELECT id, runs FROM comparisons WHERE name = ?", (clean(name),)).fetchone()
    return int(number), int(run)


def _utterances(
    db: sqlite3.Connection,
    number: int,
    run: int,
    comparison: Comparison,
    made_from: Mapping[str, str | None],
) -> None:
    known = rows.said(comparison.articles)
    names = _named(db, number, run, comparison, known)
    there = _there(db, number)
    for one in comparison.utterances:
        id_, digest = names.ids[one.id], made_from.get(one.id)
        old, *same = there.pop(id_, (None,))
        if digest is not None and same == [digest, rows.order(one, known)[1]]:
            continue
        if old is not None:
            _take_out(db, old)
        _put_in(db, number, rows.rows(one, id_, digest, known))
    for gone, *_ in there.values():
        _take_out(db, gone)
    _give(db, number, names.given)


def _there(db: sqlite3.Connection, number: int) -> dict[str, tuple[int, str | None, int]]:
    """Id -> number, digest and place of the utterances that are kept."""
    found = db.execute("SELECT id, number, made_from, nth FROM utterances WHERE comparison_id = ?", (number,))
    return {id_: (utterance, made_from, nth) for id_, utterance, made_from, nth in found}


def _named(
    db: sqlite3.Connection, number: int, run: int, comparison: Comparison, known: rows.Said
) -> ids.Named:
    given = (
        ids.Given(id_, (article, start, end), made, current)
        for id_, article, start, end, made, current in db.execute(
            """SELECT id, article_id, start, "end", made, current FROM utterance_ids
            WHERE comparison_id = ?""",
            (number,),
        ).fetchall()
    )

    def reports(id_: str) -> list[ids.Place]:
        return db.execute(
            """SELECT v.article_id, v.start, v."end" FROM variants v JOIN utterances u
            ON u.number = v.utterance_number WHERE u.comparison_id = ? AND u.id = ? ORDER BY v.position""",
            (number, id_),
        ).fetchall()

    places = {one.id: [rows.place(v, known) for v in one.variants] for one in comparison.utterances}
    return ids.named(places, given, run, reports)


def _give(db: sqlite3.Connection, number: int, given: Iterable[ids.Given]) -> None:
    db.execute("DELETE FROM utterance_ids WHERE comparison_id = ?", (number,))
    db.executemany(
        "INSERT INTO utterance_ids VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((number, one.id, *one.place, one.made, one.current) for one in given),
    )


def _put_in(db: sqlite3.Connection, number: int, made: rows.Rows) -> None:
    utterance = _insert(db, "utterances", {"comparison_id": number, **made.utterance})
    _insert(db, "utterance_lines", {"utterance_number": utterance}, made.line)
    for table, some in (
        ("variants", made.variants),
        ("utterance_speakers", made.speakers),
        ("utterance_flags", made.flags),
    ):
        for position, row in enumerate(some):
            _insert(db, table, {"utterance_number": utterance, "position": position, **row})


def _take_out(db: sqlite3.Connection, utterance: int) -> None:
    for table in PARTS:
        db.execute(f"DELETE FROM {table} WHERE utterance_number = ?", (utterance,))
    db.execute("DELETE FROM utterances WHERE number = ?", (utterance,))


def _entities(db: sqlite3.Connection, number: int, comparison: Comparison) -> None:
    _empty(db, number, "entities", "entity_members", "entity_number")
    for position, one in enumerate(comparison.entities):
        row: Row = {
            "comparison_id": number,
            "id": one.id,
            "position": position,
            "name": clean(one.name),
            "kind": one.kind,
            "named": int(one.named),
        }
        entity = _insert(db, "entities", row, line_of(one))
        db.executemany("INSERT INTO entity_members VALUES (?, ?, ?)", _members(entity, one.members))


def _figures(db: sqlite3.Connection, number: int, comparison: Comparison) -> None:
    _empty(db, number, "figure_groups", "figure_group_members", "group_number")
    for position, one in enumerate(comparison.figures):
        row: Row = {
            "comparison_id": number,
            "id": one.id,
            "position": position,
            "counts": clean(one.counts) if one.counts else None,
            "relation": one.relation,
            "explanation": clean(one.explanation),
        }
        group = _insert(db, "figure_groups", row, line_of(one))
        db.executemany("INSERT INTO figure_group_members VALUES (?, ?, ?)", _members(group, one.members))


def _empty(db: sqlite3.Connection, number: int, table: str, members: str, column: str) -> None:
    """All rows of a comparison in a table, and those that belong to them."""
    of_it = f"SELECT number FROM {table} WHERE comparison_id = ?"
    db.execute(f"DELETE FROM {members} WHERE {column} IN ({of_it})", (number,))
    db.execute(f"DELETE FROM {table} WHERE comparison_id = ?", (number,))


def _members(number: int, members: Iterable[str]) -> Iterable[tuple[int, str, str]]:
    """Ids of what stands in single articles begin with the article's."""
    return ((number, id_, id_.rpartition(":")[0]) for id_ in dict.fromkeys(members))


def _lines(db: sqlite3.Connection, number: int, comparison: Comparison, versions: Mapping[str, str]) -> None:
    """What has no table of its own, and of what articles all of it was made."""
    for table in ("comparison_lines", "comparison_articles"):
        db.execute(f"DELETE FROM {table} WHERE comparison_id = ?", (number,))
    for field in OTHERS:
        lines = enumerate(map(line_of, getattr(comparison, field)))
        db.executemany(
            "INSERT INTO comparison_lines VALUES (?, ?, ?, ?)", ((number, field, *one) for one in lines)
        )
    db.executemany(
        "INSERT INTO comparison_articles VALUES (?, ?)", ((number, article) for article in versions)
    )


def _insert(db: sqlite3.Connection, table: str, row: Row, line: bytes | str | None = None) -> int:
    values = {**row, **({} if line is None else {"line": line})}
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join(f":{column}" for column in values)
    number = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values).lastrowid
    assert number is not None
    return number
