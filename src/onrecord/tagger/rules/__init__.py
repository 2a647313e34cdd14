"""A tagger of rules alone, for machines on which the network cannot run."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.tagger.rules.contents import contents
from onrecord.tagger.rules.frames import Frame, Rule, frames
from onrecord.tagger.rules.names import names
from onrecord.tagger.rules.veil import Sentence, veiled_sentences
from onrecord.tagger.tags import Range, Tagged, Tags

NAME = "onrecord-rules 1"
# How often each rule is right (content and speaker, relaxed), on the training articles of PolNeAR set aside.
SCORES: dict[Rule, float] = {
    "quoted-before": 0.95,
    "inverted": 0.95,
    "set-off": 0.55,
    "that-clause": 0.75,
    "quoted-behind": 0.75,
    "bare-clause": 0.8,
    "object": 0.5,
    "according-to": 0.8,
}


class RulesTagger:
    """Finds quotations with cue and speaker, and plain reported clauses."""

    name = NAME

    def tag(self, text: str, blocks: Sequence[Range]) -> Tags:
        """Everything found in these blocks; no span leaves its block."""
        if not blocks:
            return Tags((), ())
        low, high = min(start for start, _ in blocks), max(end for _, end in blocks)
        near = [(start - low, end - low) for start, end in blocks]  # the text may be a hundred times as long
        sentences = veiled_sentences(text[low:high], near)
        found = [_moved(one, low) for block in sentences for one in _of_block(block)]
        return Tags(tuple(sorted(found, key=lambda a: (a.content, a.cue))), names(text, blocks))


def _of_block(sentences: Sequence[Sentence]) -> Iterator[Tagged]:
    for i, sentence in enumerate(sentences):
        found = list(contents(sentence, frames(sentence)))
        for n, (frame, pieces) in enumerate(found, 1):
            ends_quoted = frame.before and sentence.quotation_at(pieces[-1][1] - 1) is not None
            more = _resumed(sentences[i + 1 :]) if ends_quoted and n == len(found) else ()
            yield _tagged(frame, (*pieces, *more))


def _resumed(following: Sequence[Sentence]) -> Iterator[Range]:
    """`"A," said Ali. "B."`: sentences that are quotations and nothing else go on."""
    for sentence in following:
        if not sentence.is_quotation:
            return
        yield sentence.quotations[0][0], sentence.quotations[-1][1]


def _moved(a: Tagged, by: int) -> Tagged:
    """The same with its offsets counted from further before."""
    speaker, cue, content = (
        tuple((start + by, end + by) for start, end in spans) for spans in (a.speaker, a.cue, a.content)
    )
    return replace(a, speaker=speaker, cue=cue, content=content)


def _tagged(frame: Frame, pieces: tuple[Range, ...]) -> Tagged:
    speaker = (frame.speaker,) if frame.speaker else ()
    score = SCORES[frame.rule]
    return Tagged(speaker, (frame.cue,), pieces, frame.mode, score, score, rule=frame.rule)
