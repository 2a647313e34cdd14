"""The words of a content as reports are compared by them: without case, punctuation and spelling habits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onrecord.lang.comparing import comparing
from onrecord.lang.quantities import quantities
from onrecord.record import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_OFFSETS = tuple(range(1 << 14))  # each once: the words of a large pile have millions
LONG = 6  # letters a word has before its spelling or its ending is looked at: "our", "red" and "bus" stay
ROOT = 4  # letters before "-ise" and the like: "real-ise", but not "ra-ise"
LEFT = 3  # letters that must be left of a word when its ending is taken off


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, how it is compared (`same`), and that without its ending (`stem`)."""

    start: int
    end: int
    same: str
    stem: str

    @property
    def light(self) -> bool:
        """Whether it carries little by itself."""
        return self.same in comparing().light


def words_of(text: str, spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words of several stretches, in their order."""
    return tuple(_word(match) for span in spans for match in _WORD.finditer(text, span.start, span.end))


def _word(match: re.Match[str]) -> Word:
    start, end = match.span()
    if end < len(_OFFSETS):
        start, end = _OFFSETS[start], _OFFSETS[end]
    return Word(start, end, *forms(match.group()))


def written_words(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """The same words as they are written."""
    return chain.from_iterable(_WORD.findall(text, span.start, span.end) for span in spans)


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """`Twenty` is 20, `organisations` organizations and organization, `U.S.` us."""
    plain = word.translate(_APOSTROPHES).casefold()
    if plain[0].isdigit():
        number = plain.replace(",", "")
        return number, number
    plain = _american(plain.replace(".", ""))
    value = quantities().numbers.get(plain) or quantities().tens.get(plain)
    same = plain if value is None else f"{value:g}"
    return same, _stem(same)


def _american(word: str) -> str:
    if len(word) >= LONG:
        for british, american in comparing().spellings:
            if word.endswith(british) and (british[0] != "i" or len(word) - len(british) >= ROOT):
                return word.removesuffix(british) + american
    return word


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < LONG - 1:
        return word
    for ending in comparing().forms:
        if word.endswith(ending) and len(word) - len(ending) >= LEFT:
            return word.removesuffix(ending)
    return word
