"""What the network sees of a block: word pieces, and for each the case of its word and whether it is quoted.

The vocabulary knows no capitals and a window no quotation opened before it, so both go in through the
token-type table, which costs nothing at run time. Training reads its texts through this same module.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tokenizers import Encoding, Tokenizer

from onrecord.text.quotemarks import quotations

LOWER, CAPITALISED, UPPER, OTHER = range(4)  # the case of a word
QUOTED = 4  # added to the case inside quotation marks: eight token types in all


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one block: ids, token types, code points, and which of them begin a word."""

    ids: list[int]
    types: list[int]
    starts: list[int]
    ends: list[int]
    first: list[bool]

    def __len__(self) -> int:
        return len(self.ids)


def pieces(tokenizer: Tokenizer, text: str, blocks: Sequence[tuple[int, int]]) -> list[Pieces]:
    """Read every block of a text; offsets are code points of the whole text."""
    encodings = tokenizer.encode_batch([text[start:end] for start, end in blocks], add_special_tokens=False)
    edges = _quoted_edges(text, blocks)
    return [_block(text, start, e, edges) for (start, _), e in zip(blocks, encodings, strict=True)]


def _block(text: str, base: int, encoding: Encoding, edges: list[int]) -> Pieces:
    words, offsets = encoding.word_ids, encoding.offsets
    starts = [base + s for s, _ in offsets]
    ends = [base + e for _, e in offsets]
    first = [word != before for word, before in zip(words, [-1, *words], strict=False)]
    begins = [i for i, begun in enumerate(first) if begun]
    types: list[int] = []
    for i, j in pairwise([*begins, len(first)]):
        kind = _case(text[starts[i] : ends[j - 1]]) + QUOTED * (bisect_right(edges, starts[i]) & 1)
        types += [kind] * (j - i)
    return Pieces(encoding.ids, types, starts, ends, first)


@lru_cache(maxsize=1 << 14)
def _case(word: str) -> int:
    if word.islower():
        return LOWER
    if not word[:1].isupper():
        return OTHER
    return UPPER if len(word) > 1 and word.isupper() else CAPITALISED


def _quoted_edges(text: str, blocks: Sequence[tuple[int, int]]) -> list[int]:
    """Where outermost quotations begin and end, in turn; unbalanced marks count for nothing."""
    edges: list[int] = []
    for q in quotations(text, within=blocks):
        paired = q.depth == 0 and (q.closed or q.runs_on) and q.end > q.start
        if paired and (not edges or q.start >= edges[-1]):
            edges += (q.start, q.end)
    return edges
