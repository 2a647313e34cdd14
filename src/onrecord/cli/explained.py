"""`onrecord show --explain`: what was found in the sentences with given words, or why nothing was."""

import re
from collections.abc import Callable, Iterator

from onrecord.cli import card
from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line
from onrecord.record import Article, Attribution, Record
from onrecord.text.markchars import DOUBLE, SINGLE
from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences

Explain = Callable[[Article, int, int], tuple[str, ...]]


def show(record: Record, page: Page, *, words: str, explain: Explain) -> int:
    """Print each sentence with these words and what was found in it, or why nothing; gives their number."""
    places = tuple(_sentences_with(words, record.article.text))
    for start, end in places:
        page.line(one_line(record.article.text[start:end]), style="bold")
        found = [one for one in record.attributions if _touches(one, start, end)]
        for attribution in found:
            page.line()
            card.statement(attribution, record.article, page, indent=0, why=True)
        for line in () if found else explain(record.article, start, end):
            page.line(one_line(line))
        page.line()
    return len(places)


def _touches(attribution: Attribution, start: int, end: int) -> bool:
    """A statement is found in a sentence when its cue or words stand there."""
    return any(span.start < end and start < span.end for span in (*attribution.cue, *attribution.content))


def _sentences_with(words: str, text: str) -> Iterator[tuple[int, int]]:
    """From the beginning of the sentence the words begin in to the end of the one they end in, each once."""
    last = 0
    bounds = [sentence for start, end in paragraphs(text) for sentence in sentences(text, start, end)]
    for match in _pattern(words).finditer(text):
        touched = [(start, end) for start, end in bounds if start < match.end() and match.start() < end]
        if touched and touched[-1][1] > last:
            last = touched[-1][1]
            yield touched[0][0], last


def _pattern(words: str) -> re.Pattern[str]:
    """The words however they are spaced, capitalised or quoted."""
    mark = re.compile("[" + re.escape(DOUBLE + SINGLE) + "]")
    parts = [mark.sub(lambda _: mark.pattern, re.escape(word)) for word in words.split()]
    return re.compile(r"\s+".join(parts) or r"(?!)", re.IGNORECASE)
