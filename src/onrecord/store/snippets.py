"""Where the words looked for stand in a content, and the part of it to show."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice

Marks = Sequence[tuple[int, int]]

LONGEST = 280  # characters; a content that long is shown whole
BEFORE = 60  # characters shown before the first hit, where it stands further in
PRIVATE = range(
    0xF0000, 0x10FFFE
)  # characters that texts hold hardly any of; no few statements hold them all
INDEX = """CREATE VIRTUAL TABLE shown USING fts5 (
    speaker, cue, content, tokenize="unicode61 remove_diacritics 2")"""  # as in migrations/0003_full_text.sql


def marks(statements: Sequence[tuple[str | None, str, str]], match: str) -> list[Marks]:
    """Where the hits stand in the content of each statement (speaker, cue, content).

    An index of these few statements, in memory, finds them just as the store's does, which would have to go
    through all its hits once more for every one shown. Its markers are counted off again.
    """
    everything = {c for _, _, content in statements for c in content}
    begin, end = islice((c for c in map(chr, PRIVATE) if c not in everything), 2)
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(INDEX)
        rows = [(i, *statement) for i, statement in enumerate(statements)]
        db.executemany("INSERT INTO shown (rowid, speaker, cue, content) VALUES (?, ?, ?, ?)", rows)
        found = dict(
            db.execute(
                "SELECT rowid, highlight(shown, 2, ?, ?) FROM shown WHERE shown MATCH ?", (begin, end, match)
            )
        )
    return [tuple(_between(found.get(i, ""), begin, end)) for i in range(len(statements))]


def _between(marked: str, begin: str, end: str) -> Iterator[tuple[int, int]]:
    at = 0
    for i, piece in enumerate(marked.split(begin)):
        inside, _, after = piece.partition(end)
        if i:
            yield at, at + len(inside)
        at += len(inside) + len(after)


def snippet(content: str, hits: Marks) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The content, or of a long one the part around its first hit, with the hits in it."""
    if len(content) <= LONGEST:
        return content, tuple(hits)
    first = hits[0][0] if hits else 0
    start = max(0, min(first - BEFORE, len(content) - LONGEST))
    start = content.rfind(" ", 0, start + 1) + 1 if start else 0
    end = content.find(" ", start + LONGEST)
    end = len(content) if end < 0 else end
    before, after = ("… " if start else ""), (" …" if end < len(content) else "")
    by = len(before) - start
    inside = tuple((a + by, b + by) for a, b in hits if start <= a and b <= end)
    return before + content[start:end] + after, inside
