"""Search: who said what, by words, speaker, outlet, date, form and mode; hits are ranked and marked."""

import sqlite3
from dataclasses import dataclass

from onrecord.record import Form, Mode, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for; None filters nothing. No words: the newest first."""

    words: str = ""  # AND-ed; "a phrase", begin*, this OR that, -without
    speaker: str | None = None  # words of the name
    outlet: str | None = None  # part of its name
    date: str | None = None  # 2031-05, 2031-05-09, 2031-05-01/2031-05-31, ../2031-05
    form: Form | None = None
    mode: Mode | None = None
    thought: bool = False  # mode="thought" asks for it as well
    case: str | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement that was found, with what is needed to show and cite it."""

    id: str
    article: str
    speaker: str | None  # as printed, joint speakers joined by " and "
    cue: str
    content: str  # its spans joined by " … "
    snippet: str  # the content, or the part of it around the hits
    marks: tuple[tuple[int, int], ...]  # where the hit words stand in the snippet, half-open
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
    score: float | None  # higher is better; None where no words were given


def search(db: sqlite3.Connection, query: Query) -> tuple[Hit, ...]:
    """The best hits, at most `limit`."""
    raise NotImplementedError
