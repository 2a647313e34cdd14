"""Which statement of the body a headline sums up: by its speaker, then by the words they share."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.attribution.setting.speakers import speaker
from onrecord.lang import words
from onrecord.record import Attribution

LONG = 3  # letters of words too common to tell two statements apart
SHARED = 0.3  # share of its words that a headline which names nobody must have in common with a statement
MOST = 50  # statements looked at for one headline


class Summaries:
    """The statements of a body, to be asked which one a headline is about."""

    def __init__(self, body: Sequence[Attribution]) -> None:
        self._words = [_content_words(a) for a in body[:MOST]]
        self._by_speaker: dict[str, list[int]] = defaultdict(list)
        for n, a in enumerate(body):
            for name in speaker(a):
                self._by_speaker[name].append(n)
        self._body = body

    def statement(self, heading: Attribution) -> int | None:
        """The number of the statement, or None where none has its speaker, or its words."""
        said = _content_words(heading)
        of_speaker = sorted(n for name in speaker(heading) for n in self._by_speaker[name])[:MOST]
        if speaker(heading):
            return max(of_speaker, key=lambda n: len(said & _content_words(self._body[n])), default=None)
        best = max(range(len(self._words)), key=lambda n: len(said & self._words[n]), default=None)
        shared = 0 if best is None else len(said & self._words[best])
        return best if shared > SHARED * len(said) else None


def _content_words(a: Attribution) -> frozenset[str]:
    return frozenset(w for s in a.content for w in words(s.text) if len(w) > LONG)
