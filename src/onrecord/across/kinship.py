"""How much two articles have of one text: whole stretches, and the words their own writers put."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from onrecord.lang.comparing import comparing
from onrecord.record import Span
from onrecord.text.quotemarks import quotations

SIZE = 5  # words in a row that two articles share; ordinary phrases are shorter
COPY = 0.4  # share of them, in the shorter article, from which on the two are one text with changes
RUN = 8  # words in a row that are no chance: names with their titles are seldom so long
TELLING = 4  # of a writer's own words in a run, so many carry something and are no part of a name
OFTEN = 8  # places of a stretch in one text, above which it is a refrain
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Stretch = int  # what the words come to when hashed; words of another hash are not looked at


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both articles, one after the other: where in the first, where in the second."""

    one: Span
    two: Span
    words: int


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two articles share: the share of common stretches, common own words, common quotations."""

    shared: float
    narrated: tuple[Run, ...]
    quotations: int

    @property
    def one_text(self) -> bool:
        """Whether the two are one text with changes: more than the same quotations."""
        return self.shared >= COPY and bool(self.narrated)


@lru_cache(maxsize=4096)
def kinship(one: str, two: str) -> Kinship:
    """Of the texts of any two articles; their order only says which comes first in each run."""
    first, second = _body(one), _body(two)
    least = min(len(first.places), len(second.places)) or 1
    common = first.shared_with(second)
    shared = len(common) / least
    runs = list(_runs(first, second, common))
    own = [r for r in runs if _is_narrated(first, second, r)]
    narrated = tuple(Run(first.span(i, size), second.span(j, size), size) for i, j, size in own)
    return Kinship(shared, narrated, sum(_is_quoted(first, second, r) for r in runs))


class _Body:
    """The words of a text as they are compared here, and where each stretch of them stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.at = [match.span() for match in found]
        self.words = [match[0].casefold().replace("’", "'") for match in found]
        self.places: dict[Stretch, list[int]] = {}
        for at, stretch in enumerate(zip(*(self.words[n:] for n in range(SIZE)), strict=False)):
            self.places.setdefault(hash(stretch), []).append(at)

    def shared_with(self, other: "_Body") -> list[Stretch]:
        """Stretches that both have."""
        common = self.places.keys() & other.places.keys()
        return [one for one in common if self._words_of(one) == other._words_of(one)]

    def _words_of(self, stretch: Stretch) -> list[str]:
        at = self.places[stretch][0]
        return self.words[at : at + SIZE]

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return [(q.start, q.end) for q in quotations(self.text) if q.depth == 0]

    def quoted(self, word: int) -> bool:
        """Whether a word stands in quotation marks."""
        start = self.at[word][0]
        before = bisect_right(self._quotations, (start, len(self.text))) - 1
        return before >= 0 and start < self._quotations[before][1]

    def tells(self, word: int) -> bool:
        """Whether a word carries something and is no name and no number."""
        plain = self.words[word].isalpha() and not self.text[self.at[word][0]].isupper()
        return plain and self.words[word] not in comparing().light

    def span(self, first: int, size: int) -> Span:
        """So many words from one on."""
        start, end = self.at[first][0], self.at[first + size - 1][1]
        return Span(start, end, self.text[start:end])


@lru_cache(maxsize=256)
def _body(text: str) -> _Body:
    return _Body(text)


_Found = tuple[int, int, int]  # first word in one, first in two, how many


def _runs(one: _Body, two: _Body, common: Iterable[Stretch]) -> Iterator[_Found]:
    """All longest runs of RUN words and more that stand in both; what a text says again and again is none."""
    done: dict[int, int] = {}  # by how far the two stand apart: the first word not yet in a run
    known = ((one.places[stretch], two.places[stretch]) for stretch in common)
    seldom = (product(i, j) for i, j in known if max(len(i), len(j)) <= OFTEN)
    for i, j in sorted(pair for pairs in seldom for pair in pairs):
        if i >= done.get(i - j, 0):
            size = SIZE + _common(one.words, two.words, i + SIZE, j + SIZE)
            done[i - j] = i + size - SIZE + 1
            if size >= RUN:
                yield i, j, size


def _common(first: Sequence[str], second: Sequence[str], i: int, j: int) -> int:
    """How many words both have from there on."""
    size = 0
    while i + size < len(first) and j + size < len(second) and first[i + size] == second[j + size]:
        size += 1
    return size


def _is_narrated(one: _Body, two: _Body, run: _Found) -> bool:
    """Whether enough of a run is the writers' own: outside quotation marks, and more than names."""
    i, j, size = run
    own = [i + n for n in range(size) if not one.quoted(i + n) and not two.quoted(j + n)]
    return len(own) >= RUN and sum(map(one.tells, own)) >= TELLING


def _is_quoted(one: _Body, two: _Body, run: _Found) -> bool:
    i, j, size = run
    return sum(one.quoted(i + n) or two.quoted(j + n) for n in range(size)) >= RUN
