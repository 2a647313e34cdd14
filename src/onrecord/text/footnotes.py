"""Footnote markers in running text, `[1]` right behind a word or the end of a sentence, and the notes."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

HEADINGS = ("notes", "footnotes", "endnotes", "references", "sources")
_NOTE = re.compile(r"\[\d{1,3}\]\s*\S")
_LISTED = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|\^)\s*\S")
_NUMBER = re.compile(r"\d+")

# `a result.[1]`, `Hall[2] in town`, `end. [3]`; but `"We have [20] soldiers"` is a bracketed insertion.
MARKER = re.compile(
    r"""(?:(?<=\S)|(?<=[.!?,;:"”’'»)\]]\ ))
    (?:\[\ ?(?:\d{1,3}|[ivx]{1,4}|note\ \d{1,2})\ ?\](?![\w])|\[citation\ needed\])""",
    re.VERBOSE,
)


def markers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Extent of every footnote marker in a stretch; one that opens the stretch is no marker."""
    return (found.span() for found in MARKER.finditer(text, start, end) if found.start() > start)


def notes(lines: Sequence[str]) -> frozenset[int]:
    """Which lines are the notes themselves: numbered like markers before them, or listed under "Notes"."""
    numbered = [i for i, line in enumerate(lines) if i and _NOTE.match(line)]
    known = {_NUMBER.search(found[0]) for line in lines for found in MARKER.finditer(line)}
    marked = {found[0] for found in known if found}
    listed = {i for i in numbered if len(numbered) > 1 or _first_number(lines[i]) in marked}
    for i, line in enumerate(lines[:-1]):
        if line.strip(" :*").casefold() in HEADINGS and _LISTED.match(lines[i + 1]):
            after = takewhile(lambda j: _LISTED.match(lines[j]), range(i + 1, len(lines)))
            listed |= {i, *after}
    return frozenset(listed)


def _first_number(line: str) -> str | None:
    found = _NUMBER.search(line)
    return found[0] if found else None
