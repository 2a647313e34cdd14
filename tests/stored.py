"""Records for the tests of the store: a text, and who says what in it, in a line each."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.readers import article_id
from onrecord.record import VERSION, Attribution, DateReport, Flag, MadeWith, Named, Party, Record, Span
from onrecord.store import database, write
from tests import fakes

AT = "2031-06-01T12:00:00+00:00"
TEXT = (
    "Crane operator Anneke Roos said: “We felt the floor lift, and then there was no window.” "
    "Harbour director Lucan Frey told reporters that 16 people were known to have died. "
    "She saw it coming, he thought."
)


@pytest.fixture(autouse=True)
def all_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test opens is closed after it: Python 3.13 warns of a connection that is not."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*args: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*args, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    yield
    for db in opened:
        with suppress(sqlite3.ProgrammingError):  # opened in another thread, which closed it
            db.close()


def record(
    text: str = TEXT,
    *said: Attribution,
    url: str | None = None,
    outlet: str | None = "Harbor Ledger",
    date: str | None = "2031-05-10",
    title: str | None = "Terror at the silo",
    flags: tuple[Flag, ...] = (),
) -> Record:
    """The record of an article; without statements, those of TEXT where that is its text."""
    id_ = article_id(url=url, outlet=outlet, text=text)
    article = replace(
        fakes.article(text),
        id=id_,
        url=url,
        title=title,
        language="en",
        outlet=Named(outlet) if outlet else None,
        published_on=DateReport(value=date, basis="given") if date else DateReport(),
    )
    said = said or (_of_text() if text == TEXT else ())
    found = tuple(replace(one, id=f"{id_}:a{i}") for i, one in enumerate(said, start=1))
    return Record(VERSION, MadeWith("test", None, None, None), article, found, (), (), (), flags)


def says(text: str, speaker: str, cue: str, content: str, **fields: object) -> Attribution:
    """A statement by its literal words in the text, `|` between pieces; other fields by name."""
    speakers = (Party(mention=_spans(text, speaker), named=True, kind="person"),) if speaker else ()
    made = Attribution("", speakers, _spans(text, cue), _spans(text, content), confidence=0.9)
    return replace(made, **fields)  # type: ignore[arg-type]


def _of_text() -> tuple[Attribution, ...]:
    return (
        says(
            TEXT,
            "Anneke Roos",
            "said",
            "We felt the floor lift, and then there was no window.",
            form="direct",
        ),
        says(TEXT, "Lucan Frey", "told", "16 people were known to have died"),
        says(TEXT, "he", "thought", "She saw it coming", mode="thought"),
    )


def _spans(text: str, words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(w), text.index(w) + len(w), w) for w in words.split("|") if w)


def store(path: Path, *records: Record, case: str = "main") -> sqlite3.Connection:
    """A store with these records in it, each keyed by its article's id."""
    db = database.opened(path, create=True)
    for one in records:
        write.put(db, one, key=f"key of {one.article.id}", case=case, at=AT)
    return db


def assert_whole(db: sqlite3.Connection) -> None:
    """No reference leads nowhere, the file is sound, the index agrees with its tables."""
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for index in ("attributions_fts", "articles_fts"):
        db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
