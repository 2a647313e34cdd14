"""The way through the tagger: text -> pieces -> windows -> network -> spans -> links -> Tags."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from onrecord.record import Mode
from onrecord.tagger import decode
from onrecord.tagger.decode import Ints, WordSpan
from onrecord.tagger.features import Pieces, pieces
from onrecord.tagger.links import Links
from onrecord.tagger.network import FOLDER, Floats, Labels, Network
from onrecord.tagger.tags import NameKind, Range, Tagged, TaggedName, Tags
from onrecord.tagger.windows import windows

TRAILING = ("Mn", "Me", "Cf")  # combining marks and joiners: unknown to the vocabulary, part of the word
UNTOLD_MODE = 0.5  # how sure "speech" is where no cue tells the mode


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
        outputs = self._network(windows(read))
        words = _words(read)
        return Tags(*_decoded(text, words, outputs, self._network.labels))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of all blocks in order: their first piece and code points; and the words in each block."""

    piece: Ints
    starts: Ints
    ends: Ints
    lengths: Ints


def _words(blocks: list[Pieces]) -> _Words:
    first = np.array([f for b in blocks for f in b.first], bool)
    at = np.flatnonzero(first)
    last = np.append(at[1:], len(first)) - 1
    starts = np.array([s for b in blocks for s in b.starts], np.intp)
    ends = np.array([e for b in blocks for e in b.ends], np.intp)
    lengths = np.array([sum(b.first) for b in blocks], np.intp)
    return _Words(at, starts[at], ends[last], lengths)


def _decoded(
    text: str, words: _Words, outputs: Floats, labels: Labels
) -> tuple[tuple[Tagged, ...], tuple[TaggedName, ...]]:
    t, n, m = len(labels.tags), len(labels.names), len(labels.modes)
    rows = outputs[words.piece]
    tag_scores = decode.log_softmax(rows[:, :t])
    path = decode.best_path(tag_scores, words.lengths, labels.transitions, labels.start)
    found = decode.spans(path, tag_scores, words.lengths, labels.tags)
    name_scores = decode.log_softmax(rows[:, t : t + n])
    names = decode.spans(decode.greedy_path(name_scores), name_scores, words.lengths, labels.names)
    joined = _Joining(text, words, labels, rows[:, t + n : t + n + m], outputs[:, t + n + m :])
    return joined.attributions(found), joined.names(names)


class _Joining:
    """Spans joined to attributions by the links between them."""

    def __init__(self, text: str, words: _Words, labels: Labels, modes: Floats, links: Floats) -> None:
        self._text, self._words, self._labels, self._modes = text, words, labels, modes
        self._content_cue = Links(labels, "content_cue", links)
        self._cue_speaker = Links(labels, "cue_speaker", links)
        self._content_speaker = Links(labels, "content_speaker", links)

    def attributions(self, found: list[WordSpan]) -> tuple[Tagged, ...]:
        by_block: dict[int, list[WordSpan]] = defaultdict(list)
        ends = np.cumsum(self._words.lengths)
        of = np.searchsorted(ends, [s.first for s in found], side="right")
        for span, block in zip(found, of, strict=True):
            by_block[int(block)].append(span)
        made = [a for spans in by_block.values() for a in self._block(spans)]
        return tuple(sorted(made, key=lambda a: (a.content, a.cue)))

    def _block(self, spans: list[WordSpan]) -> list[Tagged]:
        speakers, cues, contents = ([s for s in spans if s.label == k] for k in ("speaker", "cue", "content"))
        said: dict[WordSpan | None, list[tuple[WordSpan, float]]] = defaultdict(list)
        for content in contents:
            cue, chance = self._linked(self._content_cue, content, cues)
            said[cue].append((content, chance))
        made = [self._tagged(speakers, cue, group) for cue, group in said.items() if cue is not None]
        return made + [self._tagged(speakers, None, [one]) for one in said.get(None, [])]

    def _tagged(
        self, speakers: list[WordSpan], cue: WordSpan | None, group: list[tuple[WordSpan, float]]
    ) -> Tagged:
        contents = [c for c, _ in group]
        links = self._content_speaker if cue is None else self._cue_speaker
        speaker, speaker_chance = self._linked(links, cue or contents[0], speakers)
        mode, mode_score = self._mode(cue)
        parts = [c.score for c in contents] + [chance for _, chance in group]
        parts += [cue.score if cue else UNTOLD_MODE, speaker_chance]
        return Tagged(
            speaker=(self._range(speaker),) if speaker else (),
            cue=(self._range(cue),) if cue else (),
            content=tuple(self._range(c) for c in contents),
            mode=mode,
            mode_score=mode_score,
            score=round(float(np.exp(np.mean(np.log(np.clip(parts, 1e-6, 1.0))))), 4),
        )

    def _linked(
        self, links: Links, asking: WordSpan, candidates: list[WordSpan]
    ) -> tuple[WordSpan | None, float]:
        piece = self._words.piece
        best, chance = links.best(int(piece[asking.first]), [int(piece[c.first]) for c in candidates])
        return (None if best is None else candidates[best]), chance

    def _mode(self, cue: WordSpan | None) -> tuple[Mode, float]:
        if cue is None:
            return "speech", UNTOLD_MODE
        chance = np.exp(decode.log_softmax(self._modes[cue.first : cue.first + 1]))[0]
        best = int(chance.argmax())
        return cast(Mode, self._labels.modes[best]), round(float(chance[best]), 4)

    def _range(self, span: WordSpan) -> Range:
        end = int(self._words.ends[span.last])
        while end < len(self._text) and unicodedata.category(self._text[end]) in TRAILING:
            end += 1
        return int(self._words.starts[span.first]), end

    def names(self, found: list[WordSpan]) -> tuple[TaggedName, ...]:
        return tuple(TaggedName(*self._range(s), cast(NameKind, s.label), round(s.score, 4)) for s in found)
