"""What is told beside a cue: its sentence, with everybody's words blanked, so that the telling is left."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.record import Attribution
from onrecord.text.layout import Layout, Range

BLANK = "¤"
REACH = 1500  # characters on either side of a cue that are looked at; no clause is as long
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the text in which contents are blanked; offsets are those of the article."""

    start: int
    end: int
    text: str
    written: str  # the same with nothing blanked

    def whole(self, start: int, end: int) -> str:
        """What stands between two offsets, whoever says it."""
        return self.written[max(0, start - self.start) : max(0, end - self.start)]

    def between(self, start: int, end: int) -> str:
        """What stands between two offsets."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def words(self, start: int, end: int) -> list[str]:
        """The words between two offsets, as written."""
        return _WORD.findall(self.between(start, end))


class Frames:
    """The frames of one article's attributions."""

    def __init__(self, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._layout = layout
        self._spans = sorted((s.start, s.end, a.id) for a in attributions for s in a.content)
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))

    def of(self, a: Attribution) -> Frame | None:
        """The sentence of an attribution's cue, inside the words of somebody else if the cue stands there."""
        at = a.cue[0].start if a.cue else self._beside(a)
        return None if at is None else self.at(at)

    def at(self, at: int) -> Frame | None:
        """The sentence around an offset, inside the words of whoever speaks there."""
        sentence = self._layout.sentence(at)
        if sentence is None:
            return None
        sentence = max(sentence[0], at - REACH), min(sentence[1], at + REACH)
        near = self.contents(*sentence)
        around = [s for s in near if s[0] <= at < s[1]]
        start = max([sentence[0], *(s[0] for s in around)])
        end = min([sentence[1], *(s[1] for s in around)])
        beside = [s for s in near if not s[0] <= at < s[1]]
        quoted = [(q.start, q.end) for q in self._layout.outer_in(start, end) if not q.start <= at < q.end]
        text = self._layout.text
        return Frame(start, end, _blanked(text, start, end, [*beside, *quoted]), text[start:end])

    def holders(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the attributions whose content holds a stretch, the innermost first."""
        near = self._near(start, end)
        found = [(e - s, number) for s, e, number in near if s <= start and end <= e]
        return tuple(number for _, number in sorted(found))

    def contents(self, start: int, end: int) -> list[Range]:
        """The contents that touch a stretch."""
        return [(s, e) for s, e, _ in self._near(start, end) if s < end and start < e]

    def _near(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = bisect_left(self._reach, start)
        return self._spans[first : bisect_right(self._starts, end, lo=first)]

    def _beside(self, a: Attribution) -> int | None:
        """Where an attribution without a cue is made: beside the words that name its speaker."""
        named = [s.start for p in a.speakers for s in p.mention]
        return min(named) if named else None


def _blanked(text: str, start: int, end: int, spans: Sequence[Range]) -> str:
    """A stretch with some of it blanked, as long as before."""
    parts, at = [], start
    for low, high in sorted(spans):
        low, high = max(low, at), min(high, end)
        if low < high:
            parts += [text[at:low], BLANK * (high - low)]
            at = high
    return "".join((*parts, text[at:end]))
