"""Links to the very words of a page: `url#:~:text=prefix-,start,end,-suffix`; browsers scroll there."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from onrecord.record import Article, Span

WEB = re.compile(r"https?://", re.IGNORECASE)
WHOLE = 8  # words: up to here all of them stand in the link, beyond it the first and the last
ENDS = 4
AROUND = 3  # words before and behind; they stand in the link where its words are found elsewhere first
NEAR = 200  # characters in which those words are looked for; a word cut off at the far end is left out


class DeepLinks:
    """The links into one article."""

    def __init__(self, article: Article) -> None:
        small = article.text.lower()  # a browser looks for words whatever the case of their letters
        self._url = article.url if article.url and WEB.match(article.url) else None
        self._text = article.text
        self._small = small if len(small) == len(article.text) else article.text

    def to(self, content: Sequence[Span]) -> str | None:
        """The link from the first word of a content to its last; none for an article not on the web."""
        if self._url is None:
            return None
        start, end = content[0].start, content[-1].end
        return f"{self._url}{'' if '#' in self._url else '#'}:~:text={self._terms(start, end)}"

    def _terms(self, start: int, end: int) -> str:
        first, last = _ends(self._text[start:end])
        terms = [_encoded(first)] if last is None else [_encoded(first), _encoded(last)]
        if self._found(first, last) != (start, end):
            before, behind = self._before(start), self._behind(end)
            terms = [*([f"{_encoded(before)}-"] if before else []), *terms]
            terms = [*terms, *([f"-{_encoded(behind)}"] if behind else [])]
        return ",".join(terms)

    def _found(self, first: str, last: str | None) -> tuple[int, int]:
        """What a browser would highlight: the first place of the first words, then that of the last."""
        start = self._small.find(first.lower())
        end = start + len(first)
        return start, end if last is None else self._small.find(last.lower(), end) + len(last)

    def _before(self, start: int) -> str:
        """Words before, of the same line: on the page pictures and links may stand between two lines."""
        near = self._text[max(0, start - NEAR) : start]
        words = near.rpartition("\n")[2].split()
        return " ".join(words[-AROUND:] if "\n" in near or start <= NEAR else words[1:][-AROUND:])

    def _behind(self, end: int) -> str:
        near = self._text[end : end + NEAR]
        words = near.partition("\n")[0].split()
        return " ".join(words[:AROUND] if "\n" in near or len(near) < NEAR else words[:-1][:AROUND])


def _ends(words: str) -> tuple[str, str | None]:
    """All of the words, or the first and the last; neither may go over the end of a line."""
    lines = [line for line in words.split("\n") if line.strip()] or [words]
    if len(lines) == 1 and len(words.split()) <= WHOLE:
        return words, None
    head, tail = list(re.finditer(r"\S+", lines[0])), list(re.finditer(r"\S+", lines[-1]))
    first = lines[0][head[0].start() : head[:ENDS][-1].end()]
    return first, lines[-1][tail[-ENDS:][0].start() : tail[-1].end()]


def _encoded(words: str) -> str:
    """Percent-encoded; so are the signs a text directive is made of: the comma, the ampersand, the hyphen."""
    return quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")
