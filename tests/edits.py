"""Texts of sentences that keep their identity while the text is edited: where each went is known."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.readers import article_id
from onrecord.record import Article, Named
from tests import fakes

URL = "https://ledger.example/dam"
TYPED = str.maketrans("“”‘’—", "\"\"''–")  # as other keyboards have it


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text; a copy that is moved keeps its number, one with other words has another."""

    number: int
    words: str


Text = tuple[Sentence, ...]


def text_of(sentences: Sequence[str]) -> Text:
    """A text; sentences of the same words are different ones."""
    return tuple(Sentence(number, words) for number, words in enumerate(sentences))


def article(text: Text, *, typed: bool = False, outlet: str = "Harbor Ledger", url: str = URL) -> Article:
    """As an outlet prints it under an address."""
    printed = "\n\n".join(one.words for one in text)
    printed = printed.translate(TYPED).replace(" ", "\u00a0", 3) if typed else printed
    id_ = article_id(url=url, outlet=outlet, text=printed)
    return replace(fakes.article(printed), id=id_, url=url, outlet=Named(outlet))


def place(text: Text, at: int, *, words: str | None = None) -> tuple[int, int]:
    """Where a sentence of a text, or words of it, stand when it is printed."""
    start = sum(len(one.words) + 2 for one in text[:at])
    inside = text[at].words.index(words) if words else 0
    return start + inside, start + inside + len(words or text[at].words)


def sentence_at(text: Text, start: int, end: int) -> int:
    """Which sentence of a text a stretch of it as printed lies in; one that lies in none is an error."""
    places = [place(text, at) for at in range(len(text))]
    return next(at for at, (first, last) in enumerate(places) if first <= start and end <= last)


def around(text: Text, at: int) -> tuple[str, ...]:
    """The words of the sentences beside one."""
    return tuple(one.words for one in (*text[max(at - 1, 0) : at], *text[at + 1 : at + 2]))


def edited(text: Text, chance: random.Random, *, edits: int, fresh: Sequence[str]) -> Text:
    """The text after some edits: sentences dropped, added, moved, written anew; words corrected."""
    changed = list(text)
    for number in range(edits):
        at = chance.randrange(len(changed))
        kind = chance.choice(("drop", "add", "move", "again", "correct"))
        if [one.words for one in text].count(changed[at].words) > 1 and kind in ("move", "again"):
            kind = "add"  # nobody could tell which of two that read the same stands where
        new = len(text) + 100 + number
        if kind == "drop" and len(changed) > 1:
            del changed[at]
        elif kind == "add":
            changed.insert(at, Sentence(new, chance.choice(fresh)))
        elif kind == "move":
            changed.insert(chance.randrange(len(changed)), changed.pop(at))
        elif kind == "again":  # the same words stand there a second time: they are the same words
            changed.insert(chance.randrange(len(changed) + 1), changed[at])
        else:
            words = changed[at].words.split(" ")
            words[chance.randrange(len(words))] = chance.choice(("perhaps", "17", "Tuesday", "not"))
            if " ".join(words) != changed[at].words:
                changed[at] = Sentence(new, " ".join(words))
    return tuple(changed)
