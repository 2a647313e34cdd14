"""A tagger of rules alone, for machines on which the network cannot run."""

from collections.abc import Iterator, Sequence

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
        found = [one for sentences in veiled_sentences(text, blocks) for one in _of_block(sentences)]
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


def _tagged(frame: Frame, pieces: tuple[Range, ...]) -> Tagged:
    speaker = (frame.speaker,) if frame.speaker else ()
    score = SCORES[frame.rule]
    return Tagged(speaker, (frame.cue,), pieces, frame.mode, score, score, rule=frame.rule)
