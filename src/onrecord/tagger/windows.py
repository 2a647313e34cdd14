"""Blocks packed into the windows the network sees: [CLS] block [SEP] block [SEP].

A window depends on nothing but the blocks it is made of, so an article's windows are its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagger.features import Pieces

CLS, SEP = 101, 102
PACKED = 128  # blocks are packed up to this length: where the network is fastest
LONGEST = 256  # a single block may fill a window of this length; a longer one is cut
FULL_STOP = 1012


@dataclass(frozen=True, slots=True)
class Window:
    """One call of the network; `rows` are the places of the blocks' own pieces in it, in order."""

    ids: NDArray[np.int32]
    types: NDArray[np.int32]
    rows: NDArray[np.intp]

    def seen(self) -> bytes:
        """All that the network sees of it: equal for windows with the same outputs."""
        return b"|".join((self.ids.tobytes(), self.types.tobytes(), self.rows.tobytes()))


def windows(blocks: Sequence[Pieces]) -> list[Window]:
    """Pack blocks in order; the rows of all windows one after another are all blocks' pieces in order."""
    packed: list[list[tuple[Pieces, int, int]]] = []
    size = PACKED
    for block in blocks:
        for start, end in parts(block):
            if size + end - start + 1 > PACKED:
                packed.append([])
                size = 1
            packed[-1].append((block, start, end))
            size += end - start + 1
    return [_window(group) for group in packed]


def parts(block: Pieces) -> list[tuple[int, int]]:
    """A block as a whole, or, too long for a window, cut after a sentence (or else before a word)."""
    cuts, start, n = [], 0, len(block)
    while n - start > LONGEST - 2:
        end = _cut(block, start, start + LONGEST - 2)
        cuts.append((start, end))
        start = end
    return [*cuts, (start, n)] if n > start else cuts


def _cut(block: Pieces, start: int, end: int) -> int:
    for at in range(end, start + (end - start) // 2, -1):
        if block.first[at] and block.ids[at - 1] == FULL_STOP:
            return at
    while end > start + 1 and not block.first[end]:
        end -= 1
    return end


def _window(group: list[tuple[Pieces, int, int]]) -> Window:
    ids, types = [CLS], [0]
    rows: list[int] = []
    for block, start, end in group:
        rows.extend(range(len(ids), len(ids) + end - start))
        ids += block.ids[start:end]
        types += block.types[start:end]
        ids.append(SEP)
        types.append(0)
    return Window(np.array([ids], np.int32), np.array([types], np.int32), np.array(rows, np.intp))
