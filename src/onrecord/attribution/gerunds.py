"""`Stape denies causing death`: a cue with a verb in -ing for its content, which the network passes over."""

import re
from collections.abc import Iterator

from onrecord.attribution.draft import Draft, Drafts, overlap, rule
from onrecord.attribution.phrases import clause_start, subject_before
from onrecord.text.layout import Layout, Range, trim

SCORE = 0.7
_CUE = re.compile(
    r"\b((?:(?:has|have|had|also|repeatedly|strongly)\s+){0,4}(?:den(?:y|ies|ied)|admit(?:s|ted)?|acknowledge[sd]?))"
    r"\s+((?:ever\s+|even\s+)?(?:having\s+)?\w{2,}(?:ing|ed|en)\b[^.;!?\n\"“”]*)"
)
_GERUND = re.compile(r"(?:ever\s+|even\s+)?(?:having|\w{2,}ing)\b")
_CLAUSE = re.compile(r"[,;:–—]\s+(?:and\s+|but\s+)?|\b(?:that|and|but|while|as|after|because|when)\s+")
_END = re.compile(
    r",\s+(?:and|but|while|which|who|saying|adding)\b|\s+(?:and|but)\s+(?:he|she|they|it|\w+(?:s|ed))\b"
)


def find_gerunds(layout: Layout, drafts: Drafts) -> Drafts:
    """Add them where the network has nothing."""
    return drafts.adding(_gerunds(layout, drafts))


def _gerunds(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    key = drafts.next_key
    for block in layout.blocks:
        for match in _CUE.finditer(layout.text, block.start, block.end):
            cue, speaker = match.span(1), _subject(layout, match.start(1))
            free = not any(overlap(d.cue, (cue,)) or overlap(d.speaker, (cue,)) for d in drafts.kept)
            if free and speaker is not None and _GERUND.match(match[2]) and layout.around(*cue) is None:
                stop = _END.search(layout.text, *match.span(2))
                content = trim(layout.text, match.start(2), stop.start() if stop else match.end(2))
                reason = rule(layout, "content", "cue-with-gerund", SCORE, cue)
                yield Draft(key, (content,), (cue,), (speaker,), score=SCORE, reasons=(reason,))
                key += 1


def _subject(layout: Layout, at: int) -> Range | None:
    sentence = layout.sentence(at)
    if sentence is None:
        return None
    return subject_before(layout.text, clause_start(layout.text, sentence[0], at, _CLAUSE), at)
