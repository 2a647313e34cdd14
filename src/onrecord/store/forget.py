"""Forgetting an article: it goes with everything that hangs on it, and its words leave the file."""

import sqlite3
from dataclasses import dataclass, replace

from onrecord.errors import UsageError
from onrecord.store import judgements
from onrecord.store.comparison import leave
from onrecord.store.faults import told
from onrecord.store.names import drop_unused, number
from onrecord.store.transaction import transaction
from onrecord.store.versions import relink
from onrecord.store.write import empty


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went, counted; nothing but `cases` where other cases keep the article."""

    cases: tuple[str, ...]  # that it was taken out of
    articles: int = 0
    attributions: int = 0
    flags: int = 0
    keys: int = 0  # of inputs: they are read again when they are added again
    speakers: int = 0  # whom nothing else in the store names
    outlets: int = 0
    versions: int = 0  # later ones, which now follow another article or none
    utterances: int = 0  # of comparisons, until the next one; other articles may report them too
    judgements: int = 0  # that decide nothing without it
    passages: int = 0  # in it, of judgements that stay
    wiped: bool = True  # False: its words may still be in the file; the next forget takes them out


@told
def forget(
    db: sqlite3.Connection, article: str, *, case: str | None = None, dry_run: bool = False, wipe: bool = True
) -> Forgotten:
    """Forget an article, or with `case` its place there: the article itself when no other case has it.

    `dry_run` tells what would go. Who forgets several, with `wipe` off, calls `wipe_file` once after.
    """
    with transaction(db, undo=dry_run):
        gone = _forgotten(db, article, case)
    return replace(gone, wiped=wipe and wipe_file(db)) if gone.articles and not dry_run else gone


def _forgotten(db: sqlite3.Connection, article: str, case: str | None) -> Forgotten:
    if db.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is None:
        raise UsageError(f"there is no article {article} in the store; `onrecord search` gives the ids")
    cases = _cases(db, article)
    if case is not None and case not in cases:
        raise UsageError(f"the article {article} is not in the case {case}, but in {', '.join(cases)}")
    if case is not None and cases != (case,):
        case_id = number(db, "cases", case)
        db.execute("DELETE FROM case_articles WHERE article_id = ? AND case_id = ?", (article, case_id))
        drop_unused(db)
        return Forgotten((case,))
    versions = relink(db, article)
    utterances = leave.drop(db, article, forgotten=True)
    attributions, flags = empty(db, article)
    keys = db.execute("DELETE FROM inputs WHERE article_id = ?", (article,)).rowcount
    db.execute("DELETE FROM case_articles WHERE article_id = ?", (article,))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    names, left = drop_unused(db), judgements.leave(db, article)
    return Forgotten(
        cases=cases,
        articles=1,
        attributions=attributions,
        flags=flags,
        keys=keys,
        speakers=names["speakers"],
        outlets=names["outlets"],
        versions=versions,
        utterances=utterances,
        judgements=left.judgements,
        passages=left.passages,
    )


def _cases(db: sqlite3.Connection, article: str) -> tuple[str, ...]:
    found = db.execute(
        """SELECT c.name FROM cases c JOIN case_articles ca ON ca.case_id = c.id
        WHERE ca.article_id = ? ORDER BY c.name""",
        (article,),
    )
    return tuple(name for (name,) in found)


def wipe_file(db: sqlite3.Connection) -> bool:
    """Take the words of what was forgotten out of the file as well; False where that cannot be done now.

    It takes a second for 100 MB, as much free disk as the store has, and nobody in the middle of reading.
    A deletion leaves words in the full-text index until its parts are merged, in free space of pages that
    were split, and in the -wal file. So: merge, write the file anew, empty the -wal.
    """
    try:
        for index in ("attributions_fts", "articles_fts"):
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        db.execute("VACUUM")
        waiting: int = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False  # the article is forgotten all the same
    return not waiting
