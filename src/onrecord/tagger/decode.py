"""From scores per word to spans: the best allowed path of tags through each block."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagger.network import Floats

Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words first … last (both included) with a label; how probable its tags are on average, and at worst."""

    first: int
    last: int
    label: str
    score: float
    lowest: float


def best_path(scores: Floats, lengths: Ints, transitions: Floats, start: Floats) -> Ints:
    """Viterbi over every block at once; `scores` are log-probabilities of all blocks' words in order."""
    order = np.argsort(-lengths, kind="stable")
    sizes = lengths[order]
    offsets = (np.cumsum(lengths) - lengths)[order]
    steps = int(sizes[0]) if len(sizes) else 0
    back = np.zeros((steps, len(sizes), scores.shape[1]), np.int8)
    alpha = scores[offsets] + start
    active = np.searchsorted(-sizes, -np.arange(steps), side="left")  # blocks longer than t words
    for t in range(1, steps):
        n = int(active[t])
        way = alpha[:n, :, None] + transitions
        back[t, :n] = way.argmax(axis=1)
        alpha[:n] = way.max(axis=1) + scores[offsets[:n] + t]
    path = np.zeros(len(scores), np.intp)
    state = alpha.argmax(axis=1)
    for t in range(steps - 1, -1, -1):
        n = int(active[t])
        path[offsets[:n] + t] = state[:n]
        state[:n] = back[t, np.arange(n), state[:n]]
    return path


def greedy_path(scores: Floats) -> Ints:
    """The best tag of each word for itself; spans() mends what does not begin."""
    path: Ints = scores.argmax(axis=1)
    return path


def spans(path: Ints, scores: Floats, lengths: Ints, tags: tuple[str, ...]) -> list[WordSpan]:
    """The spans of a path; one that lacks its first word begins where its label does."""
    kind = (path + 1) // 2  # 0 outside, then one number per label, as tags run O, B-a, I-a, B-b, I-b …
    block = np.repeat(np.arange(len(lengths)), lengths)
    fresh = np.ones(len(path), bool)
    fresh[1:] = (path[1:] % 2 == 1) | (kind[1:] != kind[:-1]) | (block[1:] != block[:-1])
    begins = np.flatnonzero(fresh)
    if not len(begins):
        return []
    ends = np.append(begins[1:], len(path)) - 1
    chance = np.exp(scores[np.arange(len(path)), path])
    means = np.add.reduceat(chance, begins) / (ends - begins + 1)
    lowest = np.minimum.reduceat(chance, begins)
    return [
        WordSpan(first, last, tags[path[first]].partition("-")[2], mean, low)
        for first, last, mean, low in zip(
            begins.tolist(), ends.tolist(), means.tolist(), lowest.tolist(), strict=True
        )
        if kind[first]
    ]


def log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))  # type: ignore[no-any-return]
