"""Footnote markers in running text: `[1]` right behind a word or the end of a sentence."""

import re
from collections.abc import Iterator

# `a result.[1]`, `Hall[2] in town`, `end. [3]`; but `"We have [20] soldiers"` is a bracketed insertion.
MARKER = re.compile(
    r"""(?:(?<=\S)|(?<=[.!?,;:"”’'»)\]]\ ))
    (?:\[\ ?(?:\d{1,3}|[ivx]{1,4}|note\ \d{1,2})\ ?\](?![\w])|\[citation\ needed\])""",
    re.VERBOSE,
)


def markers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Extent of every footnote marker in a stretch; one that opens the stretch is no marker."""
    return (found.span() for found in MARKER.finditer(text, start, end) if found.start() > start)
