"""Spans joined to attributions by the links between them."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import cast

import numpy as np

from onrecord.record import Mode
from onrecord.tagger.decode import Ints, WordSpan, log_softmax
from onrecord.tagger.links import Links
from onrecord.tagger.network import Floats, Labels
from onrecord.tagger.tags import NameKind, Range, Tagged, TaggedName

TRAILING = ("Mn", "Me", "Cf")  # combining marks and joiners: unknown to the vocabulary, part of the word
FIRST_TRAILING = "\xad"  # no character before it is one
ADOPTION = 2.0  # how much worse a cue without content may answer than one that has several
OPENING = "\"“”‘’'«`„"
UNTOLD_MODE = 0.5  # how sure "speech" is where no cue tells the mode
FAINT_CUE = 0.1  # a word this likely to be a cue becomes one when a content without any points at it
FAINT_SPEAKER = 0.1  # the same for the speaker of a cue
# What is less likely than this to be an attribution is none. Much that is no statement looks like a thought.
LEAST: dict[Mode, float] = {"speech": 0.3, "writing": 0.3, "thought": 0.4}
Faint = Callable[[], list[WordSpan]]  # worked out when it is asked for, which is seldom


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all blocks in order: their first piece and code points; and the words in each block."""

    piece: Ints
    starts: Ints
    ends: Ints
    lengths: Ints


class Joining:
    """Joins what was found in one text; `tags` are log-probabilities, `modes` and `links` raw outputs."""

    def __init__(
        self, text: str, words: Words, labels: Labels, tags: Floats, modes: Floats, links: Floats
    ) -> None:
        self._text, self._words, self._labels, self._modes = text, words, labels, modes
        self._piece: list[int] = words.piece.tolist()
        self._starts: list[int] = words.starts.tolist()
        self._ends: list[int] = words.ends.tolist()
        self._chance = {k: _chance_of(tags, labels.tags, k) for k in ("speaker", "cue")}
        self._content_cue = Links(labels, "content_cue", links)
        self._cue_speaker = Links(labels, "cue_speaker", links)
        self._content_speaker = Links(labels, "content_speaker", links)

    def attributions(self, found: list[WordSpan]) -> tuple[Tagged, ...]:
        by_block: dict[int, list[WordSpan]] = defaultdict(list)
        ends = np.cumsum(self._words.lengths)
        of = np.searchsorted(ends, [s.first for s in found], side="right").tolist()
        for span, block in zip(found, of, strict=True):
            by_block[block].append(span)
        edges = [0, *ends.tolist()]
        made = [a for b, spans in by_block.items() for a in self._block(spans, edges[b], edges[b + 1])]
        kept = [a for a in made if (a.cue and a.score >= LEAST[a.mode]) or self._opens_with_mark(a)]
        return tuple(sorted(kept, key=lambda a: (a.content, a.cue)))

    def _opens_with_mark(self, a: Tagged) -> bool:
        """Words in marks without a cue: the rules for free quotations decide about them."""
        start = a.content[0][0]
        return not a.cue and any(c in OPENING for c in self._text[max(0, start - 1) : start + 1])

    def names(self, found: list[WordSpan]) -> tuple[TaggedName, ...]:
        return tuple(TaggedName(*self._range(s), cast(NameKind, s.label), round(s.score, 4)) for s in found)

    def _block(self, spans: list[WordSpan], start: int, end: int) -> list[Tagged]:
        """Contents of one cue are one attribution; a content without a cue is one by itself."""
        speakers, cues, contents = ([s for s in spans if s.label == k] for k in ("speaker", "cue", "content"))
        faint_cues = cache(lambda: self._faint("cue", spans, start, end))
        faint_speakers = cache(lambda: self._faint("speaker", spans, start, end))
        said: dict[WordSpan | None, list[tuple[WordSpan, float]]] = defaultdict(list)
        for content in contents:
            cue, chance = self._linked(self._content_cue, content, cues, faint_cues)
            said[cue].append((content, chance))
        self._adopt(said, cues)
        made = [
            self._tagged(speakers, faint_speakers, c, group) for c, group in said.items() if c is not None
        ]
        return made + [self._tagged(speakers, list, None, [one]) for one in said.get(None, [])]

    def _adopt(self, said: dict[WordSpan | None, list[tuple[WordSpan, float]]], cues: list[WordSpan]) -> None:
        """A cue without content takes one from a cue that has several, if it is nearer and answers well."""
        piece = self._piece
        for orphan in (c for c in cues if c not in said):
            best: tuple[float, WordSpan | None, tuple[WordSpan, float]] | None = None
            for cue, group in said.items():
                for one in group if cue is not None and len(group) > 1 else []:
                    at = piece[one[0].first]
                    ours, theirs = (piece[c.first] for c in (orphan, cue) if c is not None)
                    mine, other = self._content_cue.scores(at, [ours, theirs]).tolist()
                    if abs(ours - at) < abs(theirs - at) and (best is None or mine - other > best[0]):
                        best = (mine - other, cue, one)
            if best is not None and best[0] > -ADOPTION:
                said[best[1]].remove(best[2])
                said[orphan] = [best[2]]

    def _faint(self, label: str, spans: list[WordSpan], start: int, end: int) -> list[WordSpan]:
        """Runs of words likely enough to be a cue or speaker, though the best path has them outside."""
        chance = self._chance[label][start:end]
        likely = chance > (FAINT_CUE if label == "cue" else FAINT_SPEAKER)
        for s in spans:
            likely[s.first - start : s.last + 1 - start] = False
        edge = np.flatnonzero(np.diff(np.concatenate([[False], likely, [False]]).astype(np.int8)))
        runs = zip(edge[::2].tolist(), edge[1::2].tolist(), strict=True)
        return [
            WordSpan(start + a, start + b - 1, label, float(chance[a:b].mean()), float(chance[a:b].min()))
            for a, b in runs
        ]

    def _linked(
        self, links: Links, asking: WordSpan, candidates: list[WordSpan], faint: Faint
    ) -> tuple[WordSpan | None, float]:
        """The best candidate; only where none will do, the best of the faint ones."""
        for some in (candidates, None):
            found = faint() if some is None else some
            best, chance = links.best(self._piece[asking.first], [self._piece[c.first] for c in found])
            if best is not None:
                return found[best], chance
        return None, chance

    def _tagged(
        self,
        speakers: list[WordSpan],
        faint: Faint,
        cue: WordSpan | None,
        group: list[tuple[WordSpan, float]],
    ) -> Tagged:
        contents = [c for c, _ in group]
        links = self._content_speaker if cue is None else self._cue_speaker
        speaker, speaker_chance = self._linked(links, cue or contents[0], speakers, faint)
        mode, mode_score = self._mode(cue)
        seen = signs(cue, group, speaker, speaker_chance)
        return Tagged(
            speaker=(self._range(speaker),) if speaker else (),
            cue=(self._range(cue),) if cue else (),
            content=tuple(self._range(c) for c in contents),
            mode=mode,
            mode_score=mode_score,
            score=round(float(1 / (1 + np.exp(-(self._labels.confidence @ seen)))), 4),
        )

    def _mode(self, cue: WordSpan | None) -> tuple[Mode, float]:
        if cue is None:
            return "speech", UNTOLD_MODE
        chance = np.exp(log_softmax(self._modes[cue.first : cue.first + 1]))[0]
        best = int(chance.argmax())
        return cast(Mode, self._labels.modes[best]), round(float(chance[best]), 4)

    def _range(self, span: WordSpan) -> Range:
        end = self._ends[span.last]
        text = self._text
        while end < len(text) and text[end] >= FIRST_TRAILING and unicodedata.category(text[end]) in TRAILING:
            end += 1
        return self._starts[span.first], end


def signs(
    cue: WordSpan | None, group: list[tuple[WordSpan, float]], speaker: WordSpan | None, speaker_chance: float
) -> Floats:
    """What an attribution's confidence is made of: logarithms of probabilities, and plain facts."""
    content = [c.score for c, _ in group]
    chances = [
        content[0] if len(content) == 1 else float(np.mean(content)),
        min(c.lowest for c, _ in group),
        cue.score if cue else 1.0,
        cue.lowest if cue else 1.0,
        min(chance for _, chance in group),
        speaker_chance,
        speaker.score if speaker else 1.0,
    ]
    facts = [1.0, cue is None, speaker is None, len(group) > 1]
    seen = np.empty(len(chances) + len(facts), np.float32)
    seen[: len(chances)] = np.log([min(max(chance, 1e-4), 1.0) for chance in chances])
    seen[len(chances) :] = facts
    return seen


def _chance_of(scores: Floats, tags: tuple[str, ...], label: str) -> Floats:
    columns = [i for i, tag in enumerate(tags) if tag.endswith(f"-{label}")]
    return np.exp(scores[:, columns]).sum(axis=1)  # type: ignore[no-any-return]
