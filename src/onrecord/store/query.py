"""What is looked for, and the same as SQL: tables, conditions and their values."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.exports.confident import checked
from onrecord.record import Form, Mode
from onrecord.store import dates, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for; None filters nothing. No words: the newest first."""

    words: str = ""  # all of them; "a phrase", begin*, this OR that, -without
    speaker: str | None = None  # words of the name
    person: str | None = None  # exactly this name, of any of those who speak
    unnamed: bool = False  # only what nobody is named for
    flagged: bool = False  # only what is to be looked at
    outlet: str | None = None  # its name, or part of it
    date: str | None = None  # 2031-05, 2031-05-09, 2031-05-01/2031-05-31, ../2031-05
    form: Form | None = None
    mode: Mode | None = None
    thought: bool = False  # beliefs and intentions too; mode="thought" asks for them alone
    case: str | None = None
    min_confidence: float = 0.0  # less sure ones are left out, and counted
    limit: int = 20
    after: int = 0  # hits passed over: those of the pages before


@dataclass(frozen=True, slots=True)
class Filter:
    """The statements a query is about: `a` is their table, `f` its index where words are looked for."""

    tables: str
    where: str
    values: dict[str, str | int | float | None]
    match: str | None  # the full-text query

    def __str__(self) -> str:
        return f"{self.tables} WHERE {self.where}"


def as_sql(db: sqlite3.Connection, query: Query) -> Filter:
    """The conditions of a query; a value that can be no hit's is an error that says so."""
    if query.limit < 1:
        raise UsageError(f"a search for {query.limit} hits finds none; ask for 1 or more")
    match = words.expression(query.words, speaker=query.speaker)
    first, last = dates.asked(query.date) if query.date is not None else (None, None)
    conditions = [
        *(["attributions_fts MATCH :match"] if match else []),
        *_of_whom(db, query),
        *_of_when(query, first, last),
        *_of_kind(query),
    ]
    if query.case is not None:
        conditions.append(OF_CASE)
    if checked(query.min_confidence):
        conditions.append("a.confidence >= :least")
    return Filter(
        # CROSS JOIN: the index first; the other way round it would be asked once for every statement
        "attributions_fts f CROSS JOIN attributions a ON a.rowid = f.rowid" if match else "attributions a",
        " AND ".join(conditions) or "1",
        {
            "match": match,
            "first": first,
            "last": last,
            "person": query.person,
            "form": query.form,
            "mode": query.mode,
            "case": query.case,
            "least": query.min_confidence,
        },
        match,
    )


def _of_whom(db: sqlite3.Connection, query: Query) -> Iterator[str]:
    if query.person is not None:
        yield BY_PERSON
    if query.unnamed:
        yield "a.speaker_id IS NULL"
    if query.outlet is not None:
        yield f"a.outlet_id IN ({_outlets(db, query.outlet)})"


def _of_when(query: Query, first: str | None, last: str | None) -> Iterator[str]:
    """What is known in part only is found for every day that it can be; what is undated for none."""
    if query.date is not None:
        yield "coalesce(a.dated_from, a.dated_to) IS NOT NULL"
    if first:
        yield "coalesce(a.dated_to, '9999') >= :first"
    if last:
        yield "coalesce(a.dated_from, '') <= :last"


def _of_kind(query: Query) -> Iterator[str]:
    if query.flagged:
        yield "a.id IN (SELECT attribution_id FROM flag_attributions)"
    if query.form is not None:
        yield "a.form = :form"
    if query.mode is not None:
        yield "a.mode = :mode"
    elif not query.thought:
        yield "a.mode <> 'thought'"


BY_PERSON = """a.id IN (SELECT p.attribution_id FROM speakers s JOIN parties p ON p.speaker_id = s.id
    WHERE s.name = :person AND p.role = 'speaker')"""
OF_CASE = """a.article_id IN (
    SELECT ca.article_id FROM cases c JOIN case_articles ca ON ca.case_id = c.id WHERE c.name = :case)"""


def _outlets(db: sqlite3.Connection, part: str) -> str:
    """The numbers of the outlets with this in their name, of that one alone which is called so.

    SQLite's own lower() knows no letter beyond z.
    """
    wanted = part.strip().casefold()
    names = {number: name.casefold() for number, name in db.execute("SELECT id, name FROM outlets")}
    exact = [number for number, name in names.items() if name == wanted]
    return ", ".join(str(number) for number in exact or [n for n, name in names.items() if wanted in name])
