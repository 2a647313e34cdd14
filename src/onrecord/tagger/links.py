"""Which cue a content belongs to, and which speaker a cue: one of the same block, or nobody."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from onrecord.tagger.network import Floats, Labels

REACH = 16  # distance buckets to either side
NEAR = 60  # pieces that cost nothing beyond what was learned; …
FAR = 0.05  # … every one after them costs this much, as training windows hold few long ways


class Links:
    """Scores one kind of link between pieces of one block."""

    def __init__(self, labels: Labels, kind: str, outputs: Floats) -> None:
        number, width = labels.links.index(kind), labels.link_width
        self._ask = outputs[:, 2 * number * width : (2 * number + 1) * width]
        self._offer = outputs[:, (2 * number + 1) * width : (2 * number + 2) * width]
        self._nobody = labels.nobody[number]
        self._bias = float(labels.nobody_bias[number])
        self._distance = labels.distance[number]
        self._scale = math.sqrt(width)

    def best(self, asking: int, candidates: Sequence[int]) -> tuple[int | None, float]:
        """The place among the candidates (None: nobody) and how probable it is beside the others."""
        if not candidates:
            return None, 1.0
        scores = np.empty(len(candidates) + 1)
        scores[:-1] = self.scores(asking, candidates)
        scores[-1] = self._nobody @ self._ask[asking] / self._scale + self._bias
        chance = np.exp(scores - scores.max())
        best = int(chance.argmax())
        return (None if best == len(candidates) else best), float(chance[best] / chance.sum())

    def scores(self, asking: int, candidates: Sequence[int]) -> Floats:
        """How well each candidate answers; those farther off than a sentence or two answer less well."""
        near = self._distance[[bucket(c - asking) for c in candidates]]
        far = np.array([max(abs(c - asking) - NEAR, 0) * FAR for c in candidates])
        return self._offer[candidates] @ self._ask[asking] / self._scale + near - far  # type: ignore[no-any-return]


@lru_cache(maxsize=1 << 10)
def bucket(distance: int) -> int:
    """Signed distance in pieces to a bucket: one each up to 4, then a few per doubling."""
    size = abs(distance)
    step = size if size <= 4 else min(REACH, 4 + math.floor(math.log2(size / 4) * 2.5))
    return REACH + (step if distance >= 0 else -step)
