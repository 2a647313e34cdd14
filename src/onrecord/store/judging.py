"""Judging what is in the store, and what people see of it after that."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from onrecord.across.comparison import Fix, Judgement, JudgementKind, Orphan, Target
from onrecord.across.judged import Judged, apply
from onrecord.across.judging import FIELDS, KINDS, made
from onrecord.across.marking import marked, with_content
from onrecord.across.standing import moment
from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.store import find, judgements
from onrecord.store.faults import told

STEP = timedelta(microseconds=1)  # between judgements of one moment, so that the last one holds
SHORTEST = 5  # characters of a judgement's id that can stand for it


def judge(
    db: sqlite3.Connection,
    kind: JudgementKind,
    marks: Sequence[str | Target],
    value: Fix | None,
    *,
    who: str,
    now: str,
    note: str | None,
) -> Judgement:
    """Take a judgement; statements are named by their whole ids."""
    if kind not in KINDS or kind == "undo":
        raise UsageError(f"{kind!r} is no judgement of statements; those are {', '.join(KINDS[:-1])}")
    if value is not None and value.field not in FIELDS:
        raise UsageError(f"{value.field!r} cannot be fixed; what can is {', '.join(FIELDS)}")
    if value is not None and value.field == "content" and len(marks) == 1 and isinstance(marks[0], str):
        targets, value = with_content(_record(db, marks[0]), marks[0], value)
    else:
        targets = tuple(
            one if isinstance(one, Target) else marked(_record(db, one), one, kind, value) for one in marks
        )
    if len({(one.article, one.start, one.end) for one in targets}) < len(targets):
        raise UsageError("the same statement is named twice; name each once")
    return _put(db, made(kind, targets, value, who=who, at=_after(db, now), note=note))


def undo(db: sqlite3.Connection, id_: str, *, who: str, now: str, note: str | None) -> Judgement:
    """Take back a judgement; its id may be cut short."""
    undone = one_of(db, id_)
    return _put(db, made("undo", (), who=who, at=_after(db, now), note=note, undoes=undone.id))


def one_of(db: sqlite3.Connection, beginning: str) -> Judgement:
    """The judgement whose id begins so."""
    found = [one for one in judgements.read(db) if one.id.startswith(beginning)]
    if not found or len(beginning) < SHORTEST:
        raise UsageError(f"there is no judgement {beginning}; `onrecord judge list` gives their ids")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found[:8])
        raise UsageError(f"{beginning} is not clear: {ids}; give more of the id")
    return found[0]


def seen(db: sqlite3.Connection, article: str) -> Judged:
    """An article and its versions as people see them."""
    family = tuple(filter(None, (find.record(db, id_) for id_ in _family(db, article))))
    ids = {one.article.id for one in family}
    about = [one for one in judgements.read(db) if one.undoes or any(t.article in ids for t in one.targets)]
    return apply(about, family)


def orphaned(db: sqlite3.Connection) -> tuple[Orphan, ...]:
    """Passages of judgements that are not found again, and those of articles that are not in the store."""
    about = judgements.read(db)
    ids = {target.article for one in about for target in one.targets}
    family = {id_ for article in ids for id_ in _family(db, article)}
    found = apply(about, filter(None, (find.record(db, id_) for id_ in sorted(family))))
    return (*found.orphaned, *found.absent)


@told
def _family(db: sqlite3.Connection, article: str) -> list[str]:
    """An article and whatever has its address."""
    found = db.execute(
        "SELECT id FROM articles WHERE id = :id OR url_key = (SELECT url_key FROM articles WHERE id = :id)",
        {"id": article},
    )
    return [id_ for (id_,) in found]


def _record(db: sqlite3.Connection, mark: str) -> Record:
    article = mark.partition("=")[0].partition(":")[0]
    found = find.record(db, article)
    if found is None:
        raise UsageError(f"there is no article {article} in the store; `onrecord search` gives the ids")
    return found


def _after(db: sqlite3.Connection, now: str) -> str:
    """The time of day, or just after the last judgement where a clock says that it was later than that."""
    last = judgements.latest(db)
    at, before = _time(now), _time(last) if last is not None else None
    if before is not None and at <= before:
        at = before + STEP
    return at.isoformat(timespec="microseconds")


def _time(written: str) -> datetime:
    return moment(written).astimezone(UTC)


def _put(db: sqlite3.Connection, one: Judgement) -> Judgement:
    judgements.put(db, [one])
    return one
