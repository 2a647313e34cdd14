"""A text as it reads, whatever its typography: one blank, one quotation mark, one dash; and the way back."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text.markchars import DOUBLE, SINGLE

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
SAME = (
    dict.fromkeys(DOUBLE + SINGLE, "'") | dict.fromkeys("‐‑−", "-") | dict.fromkeys("–—―", "–") | {"…": "..."}
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, and for each of its characters where it begins and ends in the text as printed."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the plain text as one of the text as printed."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=32)  # of an article all passages are looked for one after the other
def plain(text: str) -> Plain:
    """The text without differences that change no word: runs of blanks or marks are one, accents composed."""
    chars, starts, ends = [""], [0], [0]
    for char, start, end in _chars(text):
        if char in " '" and chars[-1] == char:
            ends[-1] = end
        else:
            chars.append(char)
            starts.append(start)
            ends.append(end)
    return Plain("".join(chars), tuple(starts[1:]), tuple(ends[1:]))


def _chars(text: str) -> Iterator[tuple[str, int, int]]:
    """Character by character, what they are made of."""
    for start, end in _clusters(text):
        for char in unicodedata.normalize("NFC", text[start:end]):
            for one in " " if char.isspace() else SAME.get(char, char):
                yield one, start, end


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the accents behind it; what nobody sees is left out."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if text[start] not in UNSEEN:
            yield start, end
        start = end
