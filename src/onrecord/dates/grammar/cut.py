"""The words a rule of the grammar matched, for the function that says what they mean."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.dates.expression import Says
from onrecord.dates.words import Word, Words


@dataclass(frozen=True, slots=True)
class Cut:
    """Words `first` to `last` (left out) of a stretch."""

    words: Words
    first: int
    last: int

    def __iter__(self) -> Iterator[Word]:
        return (self.words.word(i) for i in range(self.first, self.last))

    def all(self, *kinds: str) -> list[Any]:
        """What every word of these kinds stands for, in order."""
        return [word.value for word in self if word.kind in kinds]

    def one(self, *kinds: str) -> Any:
        """What the first word of these kinds stands for."""
        return next(iter(self.all(*kinds)), None)

    def has(self, *kinds: str) -> bool:
        return any(word.kind in kinds for word in self)

    def before(self, steps: int = 1) -> str:
        """The kind of a word before these."""
        return self.words.kind(self.first - steps)

    def after(self, steps: int = 1) -> str:
        """The kind of a word behind these."""
        return self.words.kind(self.last + steps - 1)

    def is_hyphened(self) -> bool:
        """Whether a hyphen joins them to the word behind: "17-year-old"; not the dash in "October 17 -- "."""
        at = self.words.places[self.last - 1][1]
        return self.after() == "HYPHEN" and self.words.text[at : at + 2].strip("-–").isalnum()

    def printed_before(self) -> str:
        return self.words.printed(self.first - 1)

    def printed_after(self) -> str:
        return self.words.printed(self.last)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds of words, and what its words say (None: no date after all)."""

    pattern: str
    says: Callable[[Cut], Says | None]
