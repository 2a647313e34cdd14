"""Articles that were judged, then changed by their outlets and read again: where did each judgement go?

Every character of a changed text knows which one of the article it was, so that it can be told whether a
judgement is still about the words it was made about.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import onrecord
from onrecord.across.comparison import Fix, Judgement, JudgementKind
from onrecord.across.hearing import Hearing
from onrecord.across.judging import made
from onrecord.across.marking import marked
from onrecord.across.passages import Passage, Passages
from onrecord.across.standing import standing
from onrecord.errors import UsageError
from onrecord.pipeline import extract_one
from onrecord.readers import article_id
from onrecord.record import Named, Record
from onrecord.tagger import Tagger
from tests import fakes

ROOT = Path(__file__).parent.parent
COPY = 10**7  # added to what a character was, where it stands a second time
MOST = 0.7  # of the words of a statement that a judgement went to must be words it was made about
ADDED = (
    "The ministry did not answer questions sent to it on Friday.",
    "“No comment,” said a spokeswoman for the operator.",
    "Officials had said earlier that the inquiry would take months.",
    "CORRECTION: An earlier version of this article misstated the number of workers.",
)
OTHER = ("Thursday", "17", "not", "about", "sharply", "officials", "£3")
TYPED = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "–", "…": "...", " ": "\u00a0"}
PARAGRAPH = re.compile(r"[^\n]*\n*")
WORD = re.compile(r"\b\w+\b")


@dataclass(frozen=True)
class Piece:
    """Some text, and for each of its characters which one of the article it was."""

    text: str
    was: tuple[int | None, ...]

    def cut(self, start: int, end: int) -> "Piece":
        return Piece(self.text[start:end], self.was[start:end])

    def __add__(self, other: "Piece") -> "Piece":
        return Piece(self.text + other.text, self.was + other.was)


def new(text: str) -> Piece:
    """Text that was not in the article."""
    return Piece(text, (None,) * len(text))


def texts(count: int) -> list[str]:
    """Texts of our own: the examples first, then the invented events and pages of the benchmark."""
    read = onrecord.extract(ROOT / "examples", tagger="rules", report=onrecord.Report())
    found = [one.article.text for one in read]
    for name in ("gold/unseen.jsonl", "variants/articles.jsonl", "gold/conflicts.jsonl"):
        lines = (ROOT / "bench" / name).read_text("utf-8").splitlines()
        found += [one["text"] for one in map(json.loads, lines) if one.get("text")]
    return found[:count]


def read(text: str, tagger: Tagger) -> Record:
    """What is found in a text under the address it always has."""
    id_ = article_id(url="https://ledger.example/one", outlet="Ledger", text=text)
    article = replace(fakes.article(text), id=id_, url="https://ledger.example/one", outlet=Named("Ledger"))
    return extract_one(article, tagger=tagger, reader=None)


def judgements(record: Record) -> Iterator[Judgement]:
    """One about every statement, of every kind in turn."""
    said = record.attributions
    for number, one in enumerate(said):
        kind: JudgementKind = ("fix", "reject", "join", "split")[number % 4]  # type: ignore[assignment]
        value = Fix("form", ("mixed",)) if kind == "fix" else None
        ids = [one.id, said[number - 1].id] if kind in ("join", "split") else [one.id]
        at = f"2031-06-01T{number // 60:02}:{number % 60:02}:00+00:00"
        try:
            targets = [marked(record, id_, kind, value) for id_ in ids]
        except UsageError:
            continue  # nobody can judge two statements with the same words apart
        yield made(kind, targets, value, who="anna", at=at)


def changed(text: str, chance: random.Random) -> Piece:
    """The text after one to six edits of an outlet, of all kinds."""
    whole = Piece(text, tuple(range(len(text))))
    for _ in range(chance.randint(1, 6)):
        whole = chance.choice((_corrected, _added, _dropped, _again, _moved, _sentence_added))(whole, chance)
    return _typed(whole) if chance.random() < 0.3 else whole


def _paragraphs(whole: Piece) -> list[Piece]:
    return [whole.cut(*m.span()) for m in PARAGRAPH.finditer(whole.text) if m.group()]


def _joined(pieces: Sequence[Piece]) -> Piece:
    return sum(pieces[1:], pieces[0])


def _corrected(whole: Piece, chance: random.Random) -> Piece:
    """Another word here and there."""
    for _ in range(chance.randint(1, 5)):
        start, end = chance.choice(list(WORD.finditer(whole.text))).span()
        whole = whole.cut(0, start) + new(chance.choice(OTHER)) + whole.cut(end, len(whole.text))
    return whole


def _added(whole: Piece, chance: random.Random) -> Piece:
    pieces = _paragraphs(whole)
    pieces.insert(chance.randrange(len(pieces)), new(chance.choice(ADDED) + "\n\n"))
    return _joined(pieces)


def _sentence_added(whole: Piece, chance: random.Random) -> Piece:
    ends = [match.end() for match in re.finditer(r"[.”] ", whole.text)] or [0]
    at = chance.choice(ends)
    return whole.cut(0, at) + new(chance.choice(ADDED) + " ") + whole.cut(at, len(whole.text))


def _dropped(whole: Piece, chance: random.Random) -> Piece:
    pieces = _paragraphs(whole)
    if len(pieces) > 1:
        del pieces[chance.randrange(len(pieces))]
    return _joined(pieces)


def _moved(whole: Piece, chance: random.Random) -> Piece:
    pieces = _paragraphs(whole)
    pieces.insert(chance.randrange(len(pieces)), pieces.pop(chance.randrange(len(pieces))))
    return _joined(pieces)


def _again(whole: Piece, chance: random.Random) -> Piece:
    """A paragraph a second time, elsewhere: as a caption, in a box."""
    pieces = _paragraphs(whole)
    one = chance.randrange(len(pieces))
    places = [at for at in range(len(pieces)) if abs(at - one) > 2]
    if places and pieces[one].text.strip():
        pieces.insert(chance.choice(places), _copy(pieces[one]) + new("\n\n"))
    return _joined(pieces)


def _copy(piece: Piece) -> Piece:
    was = tuple(n if n is None or n >= COPY else n + COPY for n in piece.was)
    return Piece(piece.text, was).cut(0, len(piece.text.rstrip()))


def _typed(whole: Piece) -> Piece:
    """Other quotation marks, dashes and blanks."""
    typed = [(TYPED.get(char, char), was) for char, was in zip(whole.text, whole.was, strict=True)]
    return Piece("".join(text for text, _ in typed), tuple(was for text, was in typed for _ in text))


@dataclass
class Counted:
    """What became of judgements."""

    counts: Counter[str] = field(default_factory=Counter)
    misplaced: list[str] = field(default_factory=list)

    def article(self, first: Record, tagger: Tagger, chance: random.Random) -> None:
        """Judge an article, change it, read it again, and look where each judgement went."""
        piece = changed(first.article.text, chance)
        second = read(piece.text, tagger)
        hearing = Hearing(Passages([first, second]))
        for one in standing(judgements(first)):
            for at, sought in enumerate(one.targets):
                found, lost = hearing.passages.statements(sought, whole=one.kind in ("fix", "reject"))
                own = [p for p in found if p.record is first]
                others = [p for p in found if p.record is second]
                if [p.id for p in own] == [] and second.article.id != first.article.id:
                    self.misplaced.append(f"{one.kind} of {sought.text!r} is lost in its own article: {lost}")
                self.counts["there" if others else lost[-1].why if lost else "same text"] += 1
                for passage in others:
                    self._check(passage, piece, (sought.start or 0, sought.end or 0), one, at)

    def _check(self, passage: Passage, piece: Piece, meant: tuple[int, int], one: Judgement, at: int) -> None:
        spans = passage.part or passage.attribution.content
        was = [piece.was[n] for span in spans for n in range(span.start, span.end)]
        left = set(piece.was)
        meant_now = {
            n if n in left else n + COPY for n in range(*meant)
        }  # what was dropped may stand elsewhere
        right = sum(n in meant_now for n in was)
        if right < MOST * len(was):
            words = " … ".join(span.text for span in spans)
            self.misplaced.append(f"{one.kind} of {one.targets[at].text!r} went to {words!r}")
