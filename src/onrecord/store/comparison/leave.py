"""An article leaves, or is read anew: whatever comparisons tell of it goes, and they know that it did."""

import sqlite3

PARTS = ("variants", "utterance_speakers", "utterance_flags", "utterance_lines")  # of an utterance


def drop(db: sqlite3.Connection, article: str, *, forgotten: bool) -> int:
    """Inside a transaction: nothing of its words stays; how many utterances went.

    Those of one that is only read anew will be back after the next comparison, with their ids.
    """
    if forgotten:
        _lead_elsewhere(db, article)
    reported = "SELECT DISTINCT utterance_number FROM variants WHERE article_id = ?"
    numbers = db.execute(reported, (article,)).fetchall()
    for table in PARTS:
        db.executemany(f"DELETE FROM {table} WHERE utterance_number = ?", numbers)
    db.executemany("DELETE FROM utterances WHERE number = ?", numbers)
    for table, members, column in (
        ("entities", "entity_members", "entity_number"),
        ("figure_groups", "figure_group_members", "group_number"),
    ):
        touched = db.execute(
            f"SELECT DISTINCT {column} FROM {members} WHERE article_id = ?", (article,)
        ).fetchall()
        db.executemany(f"DELETE FROM {members} WHERE {column} = ?", touched)
        db.executemany(f"DELETE FROM {table} WHERE number = ?", touched)
    db.execute("DELETE FROM comparison_lines WHERE instr(line, ?)", (article,))
    db.execute("DELETE FROM compared_articles WHERE article_id = ?", (article,))
    db.execute(
        """UPDATE comparisons SET gone = gone + 1
        WHERE id IN (SELECT comparison_id FROM comparison_articles WHERE article_id = ?)""",
        (article,),
    )
    db.execute("DELETE FROM comparison_articles WHERE article_id = ?", (article,))
    return len(numbers)


def _lead_elsewhere(db: sqlite3.Connection, article: str) -> None:
    """Ids given for a passage of it go with another report of the same utterance; those without one go."""
    held = db.execute(
        "SELECT comparison_id, id, current FROM utterance_ids WHERE article_id = ?", (article,)
    ).fetchall()
    for number, id_, current in held:
        other = db.execute(
            """SELECT v.article_id, v.start, v."end" FROM variants v JOIN utterances u
            ON u.number = v.utterance_number WHERE u.comparison_id = ? AND u.id = ? AND v.article_id <> ?
            ORDER BY v.position LIMIT 1""",
            (number, current, article),
        ).fetchone()
        if other is None:
            db.execute("DELETE FROM utterance_ids WHERE comparison_id = ? AND id = ?", (number, id_))
        else:
            db.execute(
                """UPDATE utterance_ids SET article_id = ?, start = ?, "end" = ?
                WHERE comparison_id = ? AND id = ?""",
                (*other, number, id_),
            )
