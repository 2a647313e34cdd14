"""Where words stand in a text, as whole words and however they are printed, and how its surroundings fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining

from rapidfuzz.distance import Indel

from onrecord.across.typography import Plain, plain

CONTEXT = 32  # characters before and behind a place that are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the words of a passage, and what stands before and behind it."""

    start: int
    end: int
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How alike the words before and behind two places are, 0 to 1."""

    before: float
    behind: float

    @property
    def surest(self) -> float:
        return max(self.before, self.behind)

    @property
    def poorest(self) -> float:
        return min(self.before, self.behind)

    @property
    def both(self) -> float:
        return self.before + self.behind


def places(words: str, text: str) -> Iterator[Place]:
    """Everywhere the words stand as whole words, whatever the typography."""
    sought, shown = plain(words).text.strip(), plain(text)
    at = shown.text.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if not (_goes_on(shown.text, at) or _goes_on(shown.text, end)):
            yield _place(shown, at, end)
        at = shown.text.find(sought, at + 1)


def _place(shown: Plain, at: int, end: int) -> Place:
    start, stop = shown.printed(at, end)
    return Place(start, stop, shown.text[max(at - CONTEXT, 0) : at], shown.text[end : end + CONTEXT])


def _goes_on(text: str, at: int) -> bool:
    """Whether a word or number goes on across a place: 5|0, 5|,000, 5| %, don|'t, -|5."""
    if at in (0, len(text)):
        return False
    last, before, behind, next_ = text[at - 2 : at - 1], text[at - 1], text[at], text[at + 1 : at + 2]
    if combining(behind) or (before.isalnum() and behind.isalnum()):
        return True
    if before.isalnum() and next_.isalnum() and _binds(behind, before, next_):
        return True
    if last.isalnum() and behind.isalnum() and _binds(before, last, behind):
        return True
    return (before.isdigit() and behind in "%‰°") or (behind.isdigit() and before in "$£€¥+-")


def _binds(char: str, one: str, two: str) -> bool:
    return char in "'-" or (char in ".,:/" and one.isdigit() and two.isdigit())


def fit_of(place: Place, before: str, behind: str) -> Fit:
    """How well the words around a place agree with those around a passage."""
    return Fit(
        Indel.normalized_similarity(place.before, plain(before).text),
        Indel.normalized_similarity(place.behind, plain(behind).text),
    )
