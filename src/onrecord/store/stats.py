"""What a store holds, counted."""

import sqlite3
from dataclasses import dataclass

from onrecord.store.faults import told
from onrecord.store.transaction import moment

SPEAKERS = 20  # the most quoted ones


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a store or of one case; what is unknown is counted under ""."""

    articles: int
    analysed: int  # the others are in languages that are not
    versions: int  # articles that are a later version of another one
    attributions: int
    outlets: dict[str, int]  # articles of each, most first
    languages: dict[str, int]
    months: dict[str, int]  # "2031-05", in order; a date that is known less well as it is known
    cases: dict[str, int]
    forms: dict[str, int]  # attributions of each, thoughts included
    modes: dict[str, int]
    speakers: dict[str, int]  # the most quoted, thoughts left out


MONTH = """CASE
    WHEN substr(published_from, 1, 7) = substr(published_to, 1, 7) THEN substr(published_from, 1, 7)
    WHEN substr(published_from, 1, 4) = substr(published_to, 1, 4) THEN substr(published_from, 1, 4)
    ELSE '' END"""


OF_CASE = """r.id IN (SELECT ca.article_id FROM case_articles ca JOIN cases c ON c.id = ca.case_id
    WHERE c.name = :case)"""
ARTICLES = "articles r"
ATTRIBUTIONS = "articles r JOIN attributions a ON a.article_id = r.id"
SPEAKING = "JOIN parties p ON p.attribution_id = a.id JOIN speakers s ON s.id = p.speaker_id"


@told
def stats(db: sqlite3.Connection, *, case: str | None = None) -> Stats:
    """The counts of the whole store, or of one case; all of the same moment."""
    with moment(db):
        return _stats(db, {"case": case}, "1" if case is None else OF_CASE)


def _stats(db: sqlite3.Connection, values: dict[str, str | None], where: str) -> Stats:
    def by(what: str, tables: str, condition: str = "1", most: int = -1) -> dict[str, int]:
        counted = f"""SELECT coalesce({what}, '') AS one, count(*) AS number FROM {tables}
            WHERE {where} AND {condition} GROUP BY one ORDER BY number DESC, one LIMIT {most}"""
        return dict(db.execute(counted, values).fetchall())

    articles, analysed, versions = db.execute(
        f"SELECT count(*), coalesce(sum(analysed), 0), count(version_of) FROM {ARTICLES} WHERE {where}",
        values,
    ).fetchone()
    modes = by("a.mode", ATTRIBUTIONS)
    return Stats(
        articles=articles,
        analysed=analysed,
        versions=versions,
        attributions=sum(modes.values()),
        outlets=by("o.name", f"{ARTICLES} LEFT JOIN outlets o ON o.id = r.outlet_id"),
        languages=by("r.language", ARTICLES),
        months=dict(sorted(by(MONTH, ARTICLES).items())),
        cases=by(
            "k.name",
            f"{ARTICLES} JOIN case_articles ka ON ka.article_id = r.id JOIN cases k ON k.id = ka.case_id",
        ),
        forms=by("a.form", ATTRIBUTIONS),
        modes=modes,
        speakers=by(
            "s.name", f"{ATTRIBUTIONS} {SPEAKING}", "p.role = 'speaker' AND a.mode <> 'thought'", SPEAKERS
        ),
    )
