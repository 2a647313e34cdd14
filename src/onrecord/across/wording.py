"""How far two reports have the same words in the same order, and where they stand in quotation marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from onrecord.across.statement import Statement
from onrecord.across.words import Word
from onrecord.record import Span

BLOCK = 2  # words in a row that count as the same words; single ones are chance
LEAST = 5  # words of the shorter report below which sameness says nothing
ALL = 0.85  # share of the shorter report's words that must be the other's, for a copy with slips and cuts
ANOTHER = 0.6  # share below which two reports have each its own words


@dataclass(frozen=True, slots=True)
class Wording:
    """The share of the shorter report that stands in the other, and how many words that are."""

    share: float
    same: int

    @property
    def copied(self) -> bool:
        """Whether one has the words of the other, cut or not."""
        return self.share >= ALL and self.same >= LEAST

    @property
    def differs(self) -> bool:
        """Whether each has its own words."""
        return self.share < ANOTHER


def wording(one: Sequence[Word], two: Sequence[Word]) -> Wording:
    """Of two reports in either order."""
    first, second = [w.stem for w in one], [w.stem for w in two]
    blocks = [op for op in LCSseq.opcodes(first, second) if op.tag == "equal"]
    sizes = [op.src_end - op.src_start for op in blocks]
    same = sum(size for size in sizes if size >= BLOCK)
    return Wording(same / (min(len(first), len(second)) or 1), same)


def words_in(one: Statement, part: Sequence[Span] | None) -> tuple[Word, ...]:
    """The words of the part of a statement that belongs to an utterance."""
    if part is None:
        return one.words
    return tuple(w for w in one.words if any(s.start <= w.start and w.end <= s.end for s in part))


def quoted(one: Statement, words: Sequence[Word]) -> tuple[Word, ...]:
    """Those of the words that the article gives as the speaker's own."""
    if one.attribution.form == "direct":
        return tuple(words)
    marks = [m for m in one.attribution.marks if m.kind == "quoted"]
    return tuple(w for w in words if any(m.start <= w.start and w.end <= m.end for m in marks))
