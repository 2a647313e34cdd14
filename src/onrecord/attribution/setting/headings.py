"""Which statement of the body a headline sums up: by its speaker, then by the words they share."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.attribution.setting.narration import Narration
from onrecord.lang import words

LONG = 3  # letters of words too common to tell two statements apart
SHARED = 0.3  # share of its words that a headline which names nobody must have in common with a statement
MOST = 50  # statements looked at for one headline


class Summaries:
    """The statements of a body, to be asked which one a headline is about."""

    def __init__(self, told: Narration, body: Sequence[int]) -> None:
        self._told, self._first = told, body[:MOST]
        self._kept: dict[int, frozenset[str]] = {}
        self._by_speaker: dict[str, list[int]] = defaultdict(list)
        for i in body:
            for name in told.speakers[i]:
                self._by_speaker[name].append(i)

    def statement(self, heading: int) -> int | None:
        """The number of the statement, or None where none has its speaker, or its words."""
        said, who = self._words(heading), self._told.speakers[heading]
        of_speaker = sorted(i for name in who for i in self._by_speaker[name][:MOST])
        best = max(of_speaker if who else self._first, key=lambda i: len(said & self._words(i)), default=None)
        if best is None or who:
            return best
        return best if len(said & self._words(best)) > SHARED * len(said) else None

    def _words(self, i: int) -> frozenset[str]:
        if i not in self._kept:
            spans = self._told.attributions[i].content
            self._kept[i] = frozenset(w for s in spans for w in words(s.text) if len(w) > LONG)
        return self._kept[i]
