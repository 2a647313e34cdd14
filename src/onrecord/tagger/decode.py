"""From scores per word to spans: the best allowed path of tags through each block."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagger.network import Floats

Ints = NDArray[np.intp]
LONG = 400  # words of a block from which it is worth going through it in runs; no usual paragraph is as long
RUN = 64  # words: about as many steps as there are runs to choose from


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
    path = np.zeros(len(scores), np.intp)
    offsets = np.cumsum(lengths) - lengths
    short = lengths <= LONG
    begins = np.broadcast_to(start, (int(short.sum()), len(start)))
    ways = _forward(scores, offsets[short], lengths[short], begins, transitions)
    _backward(path, ways, ways.reached.argmax(axis=1), transitions)
    for offset, length in zip(offsets[~short].tolist(), lengths[~short].tolist(), strict=True):
        _long_path(path, scores, (offset, offset + length), transitions, start)
    return path


@dataclass(frozen=True, slots=True)
class _Ways:
    """The best ways through some runs of words: what each is worth at every word, by the tag it has there."""

    offsets: Ints
    lengths: Ints
    worth: Floats  # step × tag × run: the runs last, so that they are worked on side by side

    @property
    def reached(self) -> Floats:
        """Run × tag of its last word."""
        return self.worth[self.lengths - 1, :, np.arange(len(self.lengths))]

    def of(self, runs: Ints) -> "_Ways":
        """The same of these runs only."""
        return _Ways(self.offsets[runs], self.lengths[runs], self.worth[:, :, runs])


def _forward(scores: Floats, offsets: Ints, lengths: Ints, begins: Floats, transitions: Floats) -> _Ways:
    """Every run side by side; `begins` is what each tag of its first word is worth before it is read."""
    order = np.argsort(-lengths, kind="stable")
    sizes, at = lengths[order], offsets[order]
    steps = np.arange(int(sizes[0]) if len(sizes) else 0)[:, None]
    worth = np.ascontiguousarray(scores[np.minimum(steps + at, len(scores) - 1)].transpose(0, 2, 1))
    worth[:1] += begins[order].T
    from_to = transitions[:, :, None]
    for t, n in enumerate((steps < sizes).sum(axis=1).tolist()[1:], start=1):  # runs longer than t words
        worth[t, :, :n] += (worth[t - 1, :, None, :n] + from_to).max(axis=0)
    return _Ways(at, sizes, worth).of(np.argsort(order, kind="stable"))


def _backward(path: Ints, ways: _Ways, ends: Ints, transitions: Floats) -> None:
    """Write each run's tags into the path, from the tag of its last word back."""
    order = np.argsort(-ways.lengths, kind="stable")
    ways, state = ways.of(order), ends[order]
    active = (np.arange(len(ways.worth))[:, None] < ways.lengths).sum(axis=1).tolist()
    for t in range(len(ways.worth) - 1, 0, -1):
        n = active[t]
        path[ways.offsets[:n] + t] = state[:n]
        state[:n] = (ways.worth[t - 1, :, :n] + transitions[:, state[:n]]).argmax(axis=0)
    path[ways.offsets] = state


def _long_path(
    path: Ints, scores: Floats, block: tuple[int, int], transitions: Floats, start: Floats
) -> None:
    """A block of thousands of words in runs side by side, one for each tag the word before may have.

    The same best path: it is the best choice of runs that fit together.
    """
    tags = len(start)
    at = np.arange(block[0], block[1], RUN)
    sizes = np.minimum(block[1] - at, RUN)
    begins = np.concatenate([start[None], np.tile(transitions, (len(at) - 1, 1))])
    each = np.concatenate([[0], np.repeat(np.arange(1, len(at)), tags)])
    ways = _forward(scores, at[each], sizes[each], begins, transitions)
    worth = [ways.reached[0]]
    for run in ways.reached[1:].reshape(-1, tags, tags):
        worth.append((worth[-1][:, None] + run).max(axis=0))
    ends, chosen = [int(worth[-1].argmax())], []
    for n in range(len(at) - 1, 0, -1):
        first = 1 + (n - 1) * tags
        before = int((worth[n - 1] + ways.reached[first : first + tags, ends[-1]]).argmax())
        chosen.append(first + before)
        ends.append(before)
    runs = np.array([*chosen, 0])[::-1]
    _backward(path, ways.of(runs), np.array(ends)[::-1], transitions)


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
