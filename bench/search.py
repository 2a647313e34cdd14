"""How long a search takes in a store of 100,000 attributions.

usage: python -m bench.search [--new]       takes the store of the last run; --new makes another one

The articles are invented: their tenth commonest word is ten times as rare as the first, as in any language.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median

from bench.corpora import OUT
from bench.figures import Figure, Floor, Row, judged
from onrecord.record import (
    VERSION,
    Article,
    Attribution,
    DateReport,
    Form,
    MadeWith,
    Mode,
    Named,
    Party,
    Record,
    Span,
    Zone,
)
from onrecord.store import database, write
from onrecord.store.search import Query, search

SEED = 17
ARTICLES = 10_000
STATEMENTS = 10  # of each article
WORDS = 30_000
SPEAKERS = 2_000
OUTLETS = 60
FORMS: tuple[Form, ...] = ("direct", "indirect", "mixed")
MODES: tuple[Mode, ...] = ("speech", "speech", "speech", "writing", "thought")
MEDIAN = Floor(50.0, limit=True)  # milliseconds
RUNS = 5  # of every query


def main() -> int:
    """Measure, print the table, end with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.search", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--new", action="store_true")
    rows = measured(new=parser.parse_args().new)
    for row in rows:
        floor = "" if row.floor is None else f"<= {row.floor.value:g}"
        print(f"{row.name:42} {row.value or 0:10.2f} {floor:>8} {row.verdict:8} {row.remark}".rstrip())
    return int(any(row.verdict == "FAIL" for row in rows))


class Language:
    """Invented words, frequent and rare, always the same ones."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        self.words = self._invented()
        self.weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
        self.names = [f"{self._name()} {self._name()}" for _ in range(SPEAKERS)]
        self.outlets = [
            f"{self._name()} {self.random.choice(('Ledger', 'Post', 'Courier'))}" for _ in range(OUTLETS)
        ]

    def said(self, length: int) -> str:
        """Some words in a row."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=length))

    def _invented(self) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < WORDS:
            syllables = self.random.choice((1, 2, 2, 3, 3, 4))
            made["".join(self._syllable() for _ in range(syllables))] = None
        return list(made)

    def _syllable(self) -> str:
        return (
            self.random.choice("bdfgklmnprstvz") + self.random.choice("aeiou") + self.random.choice("lnrst")
        )

    def _name(self) -> str:
        return (self._syllable() + self._syllable()).capitalize()


def records(language: Language) -> Iterator[Record]:
    """Articles one after the other, each with its statements."""
    draw = language.random
    for number in range(ARTICLES):
        id_ = f"{number:016x}"
        statements = [
            (draw.choice(language.names), language.said(draw.randint(6, 45))) for _ in range(STATEMENTS)
        ]
        text = "\n\n".join(f"{name} said {words}." for name, words in statements)
        day = f"{draw.randint(2029, 2031)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        article = Article(
            id=id_,
            path=f"{number}.txt",
            record=None,
            url=f"https://paper.example/{number}",
            sha256="0" * 64,
            captured_on=None,
            version_of=None,
            outlet=Named(draw.choice(language.outlets)),
            authors=(),
            credits=(),
            title=language.said(8),
            language="en",
            analysed=True,
            published_on=DateReport(value=day, basis="given"),
            updated_on=DateReport(),
            text=text,
            zones=(Zone(0, len(text), "body"),),
        )
        found = tuple(_attributions(article, statements, draw))
        yield Record(VERSION, MadeWith("bench", None, None, None), article, found, (), (), (), ())


def _attributions(
    article: Article, said: list[tuple[str, str]], draw: random.Random
) -> Iterator[Attribution]:
    at = 0
    for number, (name, words) in enumerate(said, start=1):
        after = at + len(name)
        begin = after + len(" said ")
        yield Attribution(
            id=f"{article.id}:a{number}",
            speakers=(Party(mention=(Span(at, after, name),), kind="person", named=True),),
            cue=(Span(after + 1, after + 5, "said"),),
            content=(Span(begin, begin + len(words), words),),
            form=draw.choice(FORMS),
            mode=draw.choice(MODES),
            confidence=0.9,
        )
        at = begin + len(words) + len(".\n\n")


def queries(language: Language) -> dict[str, list[Query]]:
    """What is asked, by kind; the words are the n-th most frequent ones."""
    word, name, outlet = language.words, language.names, language.outlets
    return {
        "no words": [Query(), Query(limit=100)],
        "one of the ten commonest words": [Query(words=word[rank]) for rank in range(10)],
        "one common word": [Query(words=word[rank]) for rank in (20, 50, 100, 200)],
        "one rare word": [Query(words=word[rank]) for rank in (1000, 5000, 20000, 29000)],
        "two and three words": [
            Query(words=f"{word[a]} {word[b]}") for a, b in ((0, 1), (3, 200), (50, 90), (10, 4000))
        ]
        + [Query(words=f"{word[2]} {word[30]} {word[7]}")],
        "this OR that, -without": [
            Query(words=f"{word[5]} OR {word[60]}"),
            Query(words=f"{word[40]} -{word[1]}"),
            Query(words=f"{word[4]} {word[8]} OR {word[9]} -{word[3]}"),
        ],
        "a phrase": [Query(words=f'"{word[a]} {word[b]}"') for a, b in ((0, 1), (2, 0), (5, 40))],
        "the beginning of a word": [Query(words=f"{word[rank][:4]}*") for rank in (3, 70, 900)]
        + [Query(words="ba*")],
        "a speaker": [
            Query(speaker=name[3]),
            Query(speaker=name[90].split()[1]),
            Query(speaker=name[5], words=word[0]),
        ],
        "common word, outlet": [Query(words=word[rank], outlet=outlet[7]) for rank in (0, 3, 40)],
        "common word, dates": [
            Query(words=word[0], date="2030-05"),
            Query(words=word[2], date="2030-05-01/2031-03-31"),
            Query(words=word[5], date="../2029-03-04"),
        ],
        "common word, form and mode": [
            Query(words=word[0], form="direct"),
            Query(words=word[1], mode="writing"),
            Query(words=word[2], mode="thought", form="mixed"),
        ],
        "common word, case": [Query(words=word[1], case="small"), Query(words=word[1], case="big")],
        "no words, filters": [
            Query(outlet=outlet[4]),
            Query(date="2030-05"),
            Query(form="mixed", mode="writing"),
            Query(case="small"),
            Query(outlet=outlet[3], date="2029-01-05"),
        ],
    }


def measured(*, new: bool) -> list[Row]:
    """The table: each kind of query, then all of them."""
    language = Language()
    path = OUT / "search.db"
    if new or not path.exists():
        fill(path, language)
    with_times: dict[str, list[float]] = {}
    db = database.opened(path)
    for kind, asked in queries(language).items():
        with_times[kind] = []
        for query in asked:
            for _ in range(RUNS):
                began = time.perf_counter()
                search(db, query)
                with_times[kind].append((time.perf_counter() - began) * 1000)
    db.close()
    everything = [took for times in with_times.values() for took in times]
    rows = [
        judged(Figure(f"search, ms: {kind}", median(times), len(times)), None)
        for kind, times in with_times.items()
    ]
    return [
        *rows,
        judged(Figure("search, ms: worst of all", max(everything), len(everything)), None),
        judged(Figure("search, ms: median of all", median(everything), len(everything)), MEDIAN),
    ]


def fill(path: Path, language: Language) -> None:
    """A store with all of it, one article in a hundred in a small case."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        old.unlink(missing_ok=True)
    db = database.opened(path, create=True)
    for number, record in enumerate(records(language)):
        case = "big" if number % 100 else "small"
        write.put(db, record, key=record.article.id, case=case, at="2031-06-01T12:00:00+00:00")
    db.close()


if __name__ == "__main__":
    sys.exit(main())
