"""The words of a report by what they say: each a class (that nothing is, how sure, how many) or its root."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.across.roots import plain_root, root_of
from onrecord.across.words import Word, forms, words_of
from onrecord.lang.comparing import comparing
from onrecord.lang.quantities import quantities
from onrecord.record import Span

ONE = "one"  # a pronoun as often as a number: it is compared as 1 and says little by itself
LONGEST = 5  # words of the longest phrase that has a class
_SHORT = re.compile(
    r"^(?:(?P<can>can|won|shan)['’]?t|(?P<verb>[a-z]+)n['’]t|(?P<word>[a-z]+)['’](?P<end>ll|ve|re|m|d))$"
)
_ENDS = {"ll": "will", "ve": "have", "re": "be", "m": "be", "d": "would"}
_CAN = {"can": "can", "won": "will", "shan": "will"}


class Atom(NamedTuple):
    """A word or a phrase: where it stands, by what it is compared, its class, and its letters."""

    start: int
    end: int
    key: str
    sense: str  # "" where its words have no class
    plain: str
    light: bool

    @property
    def word(self) -> Word:
        """What `align` takes."""
        return Word(self.start, self.end, self.key, self.key)

    @property
    def carries(self) -> bool:
        """Whether it says something by itself."""
        return not self.light and not self.sense

    @property
    def is_number(self) -> bool:
        """Whether it says how many in digits or number words."""
        return not self.light and self.key[0].isdigit() or self.plain in quantities().scales


class _Piece(NamedTuple):
    start: int
    end: int
    plain: str
    word: Word | None  # None for what a short form leaves out


def atoms_of(text: str, spans: Sequence[Span]) -> tuple[Atom, ...]:
    """The words of several stretches; phrases that have a class are one."""
    pieces = [piece for word in words_of(text, spans) for piece in _pieces(text, word)]
    return tuple(_atoms(pieces))


def _pieces(text: str, word: Word) -> Iterator[_Piece]:
    """`won't` is will and not, `we've` we and have."""
    plain = text[word.start : word.end].casefold().replace("’", "'").replace("ʼ", "'")
    found = _SHORT.match(plain)
    if plain == "cannot":
        yield _Piece(word.start, word.end, "can", None)
        yield _Piece(word.start, word.end, "not", None)
    elif found is None:
        yield _Piece(word.start, word.end, plain, word)
    elif found["word"]:
        yield _Piece(word.start, word.end, found["word"], None)
        yield _Piece(word.start, word.end, _ENDS[found["end"]], None)
    else:
        yield _Piece(word.start, word.end, _CAN[found["can"]] if found["can"] else found["verb"], None)
        yield _Piece(word.start, word.end, "not", None)


def _atoms(pieces: Sequence[_Piece]) -> Iterator[Atom]:
    at = 0
    while at < len(pieces):
        size, sense = _phrase(pieces, at)
        yield _atom(pieces[at : at + size], sense)
        at += size


def _phrase(pieces: Sequence[_Piece], at: int) -> tuple[int, str]:
    """The longest phrase that begins here and has a class."""
    known = comparing().classes
    if pieces[at].plain not in _openers():
        return 1, ""
    for size in range(min(LONGEST, len(pieces) - at), 0, -1):
        words = tuple(p.plain for p in pieces[at : at + size])
        sense = known.get(words)
        if sense is not None:
            return size, _sense(sense, words, pieces[at + size : at + size + 2])
    return 1, ""


@cache
def _openers() -> frozenset[str]:
    """The first words of phrases that have a class."""
    return frozenset(words[0] for words in comparing().classes)


def _sense(sense: str, words: tuple[str, ...], behind: Sequence[_Piece]) -> str:
    """Without a class where the words say something else here: "some 20", "about the law"."""
    number = any(p.word is not None and p.word.same[0].isdigit() for p in behind)
    if len(words) == 1 and words[0] == "some" and number:
        return "about"
    if len(words) == 1 and words[0] in comparing().counting and not number:
        return ""
    if " ".join(words) in comparing().weighing and not any(p.plain.endswith("ing") for p in behind[:1]):
        return ""
    return sense


def _atom(pieces: Sequence[_Piece], sense: str) -> Atom:
    plain = " ".join(p.plain for p in pieces)
    start, end = pieces[0].start, pieces[-1].end
    if sense:
        return Atom(start, end, _key_of_class(sense, plain), sense, plain, light=False)
    key = comparing().forms_of.get(plain) or _root(pieces[0])
    return Atom(
        start,
        end,
        key,
        "",
        plain,
        light=plain == ONE or key in comparing().light or plain in comparing().light,
    )


def _key_of_class(sense: str, plain: str) -> str:
    return plain if sense in comparing().limits else f"<{sense}>"


def _root(piece: _Piece) -> str:
    return root_of(piece.word) if piece.word is not None else piece.plain


@lru_cache(maxsize=256)
def words_in(text: str) -> frozenset[str]:
    """The keys of all words of a text that say something."""
    return frozenset(a.key for a in atoms_of(text, (Span(0, len(text), text),)) if a.carries)


def letters(atom: Atom) -> str:
    """The root without regard to words put for it."""
    return _letters(atom.plain)


@lru_cache(maxsize=1 << 14)
def _letters(plain: str) -> str:
    return plain_root(*forms(plain)) if plain and plain[0].isalnum() else plain
