"""Putting articles in: a record with its search columns, its key and its case, in one transaction."""

import sqlite3
import zlib

from onrecord.exports.jsonl import to_json
from onrecord.record import Flag, Party, Record
from onrecord.store import rows
from onrecord.store.comparison import leave
from onrecord.store.faults import told
from onrecord.store.names import drop_unused, number
from onrecord.store.transaction import transaction
from onrecord.store.versions import earlier


@told
def put(db: sqlite3.Connection, record: Record, *, key: str | None, case: str, at: str) -> bool:
    """Store a record; False when its article was there already: then only key and case are linked."""
    with transaction(db):
        new = not _stored(db, record.article.id)
        if new:
            _add(db, record, at)
        _link(db, record.article.id, key, case, at)
    return new


@told
def replace(db: sqlite3.Connection, record: Record, *, key: str | None, case: str, at: str) -> None:
    """Store a record in place of the one its article had; its place in the order, its cases and keys stay."""
    with transaction(db):
        if not _stored(db, record.article.id):
            _add(db, record, at)
        elif not _same(db, record):
            leave.drop(db, record.article.id, forgotten=False)
            empty(db, record.article.id)
            _set(db, record)
            drop_unused(db)
        _link(db, record.article.id, key, case, at)


@told
def link(db: sqlite3.Connection, article: str, *, case: str, at: str) -> bool:
    """Put an article that is in the store into a case as well; False when it is there, or gone."""
    with transaction(db):
        return _stored(db, article) and _link(db, article, None, case, at)


def empty(db: sqlite3.Connection, article: str) -> tuple[int, int]:
    """Inside a transaction: take away what was found in an article; how many attributions and flags."""
    of_it = "SELECT id FROM attributions WHERE article_id = ?"
    db.execute(f"DELETE FROM flag_attributions WHERE attribution_id IN ({of_it})", (article,))
    flags = db.execute("DELETE FROM flags WHERE article_id = ?", (article,)).rowcount
    db.execute(f"DELETE FROM parties WHERE attribution_id IN ({of_it})", (article,))
    attributions = db.execute("DELETE FROM attributions WHERE article_id = ?", (article,)).rowcount
    db.execute("DELETE FROM records WHERE article_id = ?", (article,))
    return attributions, flags


def _stored(db: sqlite3.Connection, article: str) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is not None


def _same(db: sqlite3.Connection, record: Record) -> bool:
    """Whether exactly this is stored: what was found in it, and all that tells of it, can stay."""
    found = db.execute("SELECT line FROM records WHERE article_id = ?", (record.article.id,)).fetchone()
    try:
        return found is not None and zlib.decompress(found[0]) == to_json(record).encode()
    except zlib.error:
        return False


def _add(db: sqlite3.Connection, record: Record, at: str) -> None:
    row = rows.article_row(record)
    row["outlet_id"] = _outlet(db, record)
    row["version_of"] = earlier(db, record.article.id, row["url_key"], row["text"])
    row["added_at"] = at
    _insert(db, "articles", row)
    _fill(db, record, row["outlet_id"])


def _set(db: sqlite3.Connection, record: Record) -> None:
    """The columns of an article that is there; text and url, and so its versions, are the same by its id."""
    row = rows.article_row(record)
    row["outlet_id"] = _outlet(db, record)
    columns = ", ".join(f'"{column}" = :{column}' for column in row)
    db.execute(f"UPDATE articles SET {columns} WHERE id = :id", row)
    _fill(db, record, row["outlet_id"])


def _fill(db: sqlite3.Connection, record: Record, outlet: rows.Value) -> None:
    """What was found in an article that is there: attributions, flags, and the line itself."""
    for position in range(1, len(record.attributions) + 1):
        _attribution(db, record, position, outlet)
    for flag in record.flags:
        _flag(db, record.article.id, flag)
    line = zlib.compress(to_json(record).encode())
    db.execute("INSERT INTO records (article_id, line) VALUES (?, ?)", (record.article.id, line))


def _attribution(db: sqlite3.Connection, record: Record, position: int, outlet: rows.Value) -> None:
    """One attribution with everybody who has a part in it; `speaker_id` is its first speaker who is named."""
    attribution = record.attributions[position - 1]
    parties = [_party(db, attribution.id, *part) for part in rows.parties(attribution)]
    row = rows.attribution_row(attribution, record.article, position)
    row["outlet_id"] = outlet
    named = [party["speaker_id"] for party in parties if party["role"] == "speaker" and party["speaker_id"]]
    row["speaker_id"] = named[0] if named else None
    _insert(db, "attributions", row)
    for party in parties:
        _insert(db, "parties", party)


def _party(db: sqlite3.Connection, attribution: str, role: str, position: int, party: Party) -> rows.Row:
    name = rows.speaker_name(party)
    return {
        "attribution_id": attribution,
        "role": role,
        "position": position,
        "speaker_id": number(db, "speakers", name) if name else None,
        "mention": rows.printed(party),
        "kind": party.kind,
    }


def _flag(db: sqlite3.Connection, article: str, flag: Flag) -> None:
    row: rows.Row = {"article_id": article, "kind": flag.kind, "explanation": flag.explanation}
    id_ = _insert(db, "flags", row)
    pairs = [(id_, attribution) for attribution in dict.fromkeys(flag.attributions)]
    db.executemany("INSERT INTO flag_attributions (flag_id, attribution_id) VALUES (?, ?)", pairs)


def _link(db: sqlite3.Connection, article: str, key: str | None, case: str, at: str) -> bool:
    """Note the fingerprint an article was read from, and its case; whether it is new there."""
    if key is not None:
        db.execute("INSERT OR REPLACE INTO inputs (key, article_id) VALUES (?, ?)", (key, article))
    row = (number(db, "cases", case), article, at)
    linked = db.execute(
        "INSERT OR IGNORE INTO case_articles (case_id, article_id, added_at) VALUES (?, ?, ?)", row
    )
    return linked.rowcount > 0


def _outlet(db: sqlite3.Connection, record: Record) -> int | None:
    named = record.article.outlet
    return number(db, "outlets", named.name) if named and named.name else None


def _insert(db: sqlite3.Connection, table: str, row: rows.Row) -> int | None:
    columns = ", ".join(f'"{column}"' for column in row)
    values = ", ".join(f":{column}" for column in row)
    return db.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})", row).lastrowid
