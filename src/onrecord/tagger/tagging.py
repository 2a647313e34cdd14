"""The way through the tagger: text -> pieces -> windows -> network -> spans -> links -> Tags."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.tagger import decode
from onrecord.tagger.features import Pieces, pieces
from onrecord.tagger.joining import Joining, Words
from onrecord.tagger.network import FOLDER, Floats, Labels, Network
from onrecord.tagger.tags import Range, Tags, Vectors
from onrecord.tagger.windows import windows


class NetworkTagger:
    """The tagger of the package."""

    def __init__(self, folder: Path = FOLDER, *, threads: int | None = None) -> None:
        self._network = Network(folder, threads=threads)
        self.name = self._network.name

    def tag(self, text: str, blocks: Sequence[Range]) -> Tags:
        """Everything found in these blocks; no span leaves its block."""
        read = [p for p in pieces(self._network.tokenizer, text, blocks) if len(p)]
        if not read:
            return Tags((), ())
        return decoded(text, words_of(read), self._network(windows(read)), self._network.labels)


def words_of(blocks: Sequence[Pieces]) -> Words:
    first = np.array([f for b in blocks for f in b.first], bool)
    at = np.flatnonzero(first)
    last = np.append(at[1:], len(first)) - 1
    starts = np.array([s for b in blocks for s in b.starts], np.intp)
    ends = np.array([e for b in blocks for e in b.ends], np.intp)
    lengths = np.array([sum(b.first) for b in blocks], np.intp)
    return Words(at, starts[at], ends[last], lengths)


def decoded(text: str, words: Words, outputs: Floats, labels: Labels) -> Tags:
    """What the network's outputs, one row per piece, say of the text."""
    t, n, m = len(labels.tags), len(labels.names), len(labels.modes)
    rows = outputs[words.piece]
    tags = decode.log_softmax(rows[:, :t])
    path = decode.best_path(tags, words.lengths, labels.transitions, labels.start)
    found = decode.spans(path, tags, words.lengths, labels.tags)
    names = decode.log_softmax(rows[:, t : t + n])
    named = decode.spans(decode.greedy_path(names), names, words.lengths, labels.names)
    joining = Joining(text, words, labels, tags, rows[:, t + n : t + n + m], outputs[:, t + n + m :])
    vectors = Vectors(words.starts, rows[:, t + n + m :])
    return Tags(joining.attributions(found), joining.names(named), vectors)
