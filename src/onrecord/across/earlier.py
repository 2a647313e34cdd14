"""What an earlier comparison found out, so that a later one need not work it out again.

Whatever is handed over was found in the same versions of the same articles, so that the result is the same
with it and without it.
"""

from collections.abc import Collection, Mapping
from typing import Protocol

from onrecord.across.comparison import Utterance
from onrecord.across.features import Features

Pair = tuple[str, str]


class Earlier(Protocol):
    """Where a comparison finds what an earlier one found, and leaves what it finds itself."""

    def version(self, article: str) -> str | None:
        """In which version an article is; None where nothing found in it is to be kept."""

    def near(self, pairs: Collection[Pair]) -> Mapping[Pair, Features]:
        """Those of the pairs that were looked at before, as far as `features` tells of them."""

    def add(self, table: Mapping[Pair, Features], scores: Mapping[Pair, float]) -> None:
        """Pairs that were looked at now, and the scores of those that may be one statement."""

    def utterance(self, made_from: str) -> Utterance | None:
        """The utterance that was made from all of this before."""

    def made(self, made_from: Mapping[str, str | None]) -> None:
        """Utterance -> what it was made from now; None where it is to be made anew each time."""


class Nothing:
    """No earlier comparison, and none that will come after this one."""

    def version(self, article: str) -> str | None:  # noqa: ARG002
        """Nothing is kept."""
        return None

    def near(self, pairs: Collection[Pair]) -> Mapping[Pair, Features]:  # noqa: ARG002
        """None of them."""
        return {}

    def add(self, table: Mapping[Pair, Features], scores: Mapping[Pair, float]) -> None:
        """They are forgotten."""

    def utterance(self, made_from: str) -> Utterance | None:  # noqa: ARG002
        """None."""
        return None

    def made(self, made_from: Mapping[str, str | None]) -> None:
        """They are forgotten."""


NOTHING = Nothing()
