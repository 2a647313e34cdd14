"""A text with its quotations veiled: a rule sees where words stand in marks, and not which words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.tagger.tags import Range
from onrecord.text.markchars import DOUBLE, SINGLE
from onrecord.text.quotemarks import Quotation, quotations
from onrecord.text.sentences import sentences

VEIL = "\ue000"  # of Unicode's private area: no letter, no blank, no mark; as long as what it hides
MARKS = DOUBLE + SINGLE + " "


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its extent, the veiled text of the whole article, and the quotations that begin in it."""

    start: int
    end: int
    text: str
    veiled: str
    quotations: tuple[Range, ...]  # with their marks

    def quotation_at(self, at: int) -> Range | None:
        """The quotation that an offset lies in, marks and all."""
        return next(((s, e) for s, e in self.quotations if s <= at < e), None)

    def inside(self, quotation: Range) -> str:
        """The words of a quotation, without its marks."""
        return self.text[slice(*quotation)].strip(MARKS)

    def before(self, at: int) -> str:
        """What stands in it before an offset, veiled."""
        return self.veiled[self.start : at]

    @property
    def is_quotation(self) -> bool:
        """Whether it holds nothing but quotations."""
        rest = self.veiled[self.start : self.end].replace(VEIL, "")
        return bool(self.quotations) and not any(c.isalnum() for c in rest)


def veiled_sentences(text: str, blocks: Sequence[Range]) -> list[list[Sentence]]:
    """The sentences of each block."""
    marks = quotations(text, within=blocks)
    found = [_with_marks(text, q) for q in marks if q.closed and not q.depth]
    veiled = _veiled(text, found)
    return [
        [_sentence(text, veiled, one, _within(found, block)) for one in sentences(text, *block)]
        for block in blocks
    ]


def _veiled(text: str, found: Iterable[Range]) -> str:
    letters = list(text.replace(VEIL, " "))
    for start, end in found:
        letters[start:end] = VEIL * (end - start)
    return "".join(letters)


def _within(found: Iterable[Range], block: Range) -> list[Range]:
    return [(max(s, block[0]), min(e, block[1])) for s, e in found if s < block[1] and block[0] < e]


def _sentence(text: str, veiled: str, extent: Range, inside: Iterable[Range]) -> Sentence:
    own = tuple((s, e) for s, e in inside if extent[0] <= s < extent[1])
    return Sentence(*extent, text, veiled, own)


def _with_marks(text: str, q: Quotation) -> Range:
    marked = text.startswith(
        q.opener, max(0, q.start - len(q.opener))
    )  # a paragraph that carries on need not repeat the mark
    closer = 2 if text[q.end : q.end + 2] == "''" else int(text[q.end : q.end + 1] in MARKS.strip())
    return q.start - len(q.opener) * marked, min(len(text), q.end + closer)
