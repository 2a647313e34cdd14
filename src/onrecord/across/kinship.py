"""How much two articles have of one text: whole stretches, and the words their own writers put."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.across.words import Word, words_of
from onrecord.record import Span
from onrecord.text.quotemarks import quotations

SIZE = 5  # words in a row that two articles share; ordinary phrases are shorter
COPY = 0.4  # share of them, in the shorter article, from which on the two are one text with changes
RUN = 8  # of a writer's own words in a row: names with their titles are seldom so long
TELLING = 4  # of which so many carry something and are no part of a name
QUOTED_RUN = 8  # words in a row within quotation marks that make a shared quotation

Stretch = tuple[str, ...]


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
    common = first.places.keys() & second.places.keys()
    shared = len(common) / least
    runs = _runs(first, second, common)
    told = tuple(_run(one, two, first, second, r) for r in runs if _is_narrated(first, second, r))
    return Kinship(shared, told, sum(_is_quoted(first, second, r) for r in runs))


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    names: tuple[bool, ...]
    places: Mapping[Stretch, tuple[int, ...]]  # of each stretch of SIZE words

    def tells(self, at: int) -> bool:
        """Whether a word carries something and is no name and no number."""
        return not self.words[at].light and not self.names[at] and self.words[at].same[0].isalpha()


@lru_cache(maxsize=128)
def _body(text: str) -> _Body:
    words = words_of(text, (Span(0, len(text), text),))
    inside = [(q.start, q.end) for q in quotations(text)]
    marked, at = [], 0
    for word in words:
        while at < len(inside) and inside[at][1] <= word.start:
            at += 1
        marked.append(at < len(inside) and inside[at][0] <= word.start)
    same = [w.same for w in words]
    places: dict[Stretch, tuple[int, ...]] = {}
    for at in range(len(same) - SIZE + 1):
        stretch = tuple(same[at : at + SIZE])
        places[stretch] = (*places.get(stretch, ()), at)
    return _Body(words, tuple(marked), tuple(text[w.start].isupper() for w in words), places)


_Found = tuple[int, int, int]  # first word in one, first in two, how many


def _runs(one: _Body, two: _Body, common: Iterable[Stretch]) -> list[_Found]:
    """All longest runs of SIZE words and more that stand in both."""
    found: list[_Found] = []
    done: dict[int, int] = {}  # by how far the two stand apart: the first word not yet in a run
    pairs = ((i, j) for stretch in common for i in one.places[stretch] for j in two.places[stretch])
    for i, j in sorted(pairs):
        if i >= done.get(i - j, 0):
            size = _common(one.words, two.words, i, j)
            found.append((i, j, size))
            done[i - j] = i + size - SIZE + 1
    return found


def _common(first: Sequence[Word], second: Sequence[Word], i: int, j: int) -> int:
    """How many words both have from there on."""
    size = 0
    for one, two in zip(first[i:], second[j:], strict=False):
        if one.same != two.same:
            break
        size += 1
    return size


def _is_narrated(one: _Body, two: _Body, run: _Found) -> bool:
    """Whether enough of a run is the writers' own: outside quotation marks, and more than names."""
    own = _own(one, two, run)
    return len(own) >= RUN and sum(map(one.tells, own)) >= TELLING


def _own(one: _Body, two: _Body, run: _Found) -> Sequence[int]:
    i, j, size = run
    return [i + n for n in range(size) if not one.quoted[i + n] and not two.quoted[j + n]]


def _is_quoted(one: _Body, two: _Body, run: _Found) -> bool:
    i, j, size = run
    return sum(one.quoted[i + n] or two.quoted[j + n] for n in range(size)) >= QUOTED_RUN


def _run(one: str, two: str, first: _Body, second: _Body, run: _Found) -> Run:
    i, j, size = run
    a, b = first.words[i : i + size], second.words[j : j + size]
    return Run(_span(one, a[0].start, a[-1].end), _span(two, b[0].start, b[-1].end), size)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
