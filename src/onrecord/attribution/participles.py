"""`called on them to go on, promising that …`: a second cue that the first content took in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.attribution.join import MARKS
from onrecord.text.layout import Layout, Range, trim, word_count

SCORE = 0.8
MIN_WORDS = 3
_PARTICIPLE = re.compile(
    r",[\"”’']?\s+(?:and\s+)?((?:also\s+)?(?:saying|adding|promising|arguing|claiming|warning|stating|insisting|noting"
    r"|explaining|declaring|stressing|alleging|vowing|asserting|pledging|quipping))\s+(?=that\b|[\"“‘'])"
)
_BEFORE = re.compile(
    r",?\s+(?:before|while|after)\s+((?:saying|adding|promising|arguing|claiming|warning|stating|insisting|noting|specifying"
    r"|explaining|declaring|stressing|recalling|announcing|emphasi[sz]ing|underlining|reiterating))\s+(?=that\b|[\"“‘'])"
)
_COORDINATED = re.compile(
    r",\s+(?:and|but)\s+(?:also\s+|then\s+|later\s+)?((?:instructed|ordered|urged|warned|promised|pledged|vowed|stressed"
    r"|added|emphasi[sz]ed|underlined|reiterated|insisted|noted|said|stated|called\s+on|called\s+for|demanded|accused|blamed"
    r"|expressed|praised|thanked|described))\s+(?=\w)"
)
_JOINED = re.compile(  # without a comma: in PolNeAR's training part 76 of 86 such verbs are the speaker's own
    r"\s+and\s+(?:also\s+|then\s+|later\s+)?((?:said|accused|predicted|suggested|argued|promised|noted|warned|pledged"
    r"|stressed|insisted|vowed|added|urged|denied|called|dismissed|criticized|criticised))\s+(?=\w)"
)
_PAST = re.compile(r"\b(?:said|told|went on to say|\w+ed)\b")


def split_participles(layout: Layout, drafts: Drafts) -> Drafts:
    """Give what stands behind such a participle a draft of its own, with the first one's speaker."""
    for draft in drafts.kept:
        found = next(_second_cues(layout, draft), None)
        if found is not None and draft.cue:
            drafts = _split(layout, drafts, draft, found)
    return drafts


def _second_cues(layout: Layout, draft: Draft) -> Iterator[re.Match[str]]:
    """Cues behind the first content that do not stand inside somebody's marks."""
    for start, end in draft.content:
        before = _BEFORE.finditer(layout.text, start, end)
        for match in (*_participles(layout, start, end), *before, *_finite(layout, draft, start, end)):
            if layout.around(match.start(1), match.end(1)) is None:
                yield match


def _participles(layout: Layout, start: int, end: int) -> Iterator[re.Match[str]]:
    """Participles behind an order or a closed quotation: there they cannot belong to the words themselves."""
    for match in _PARTICIPLE.finditer(layout.text, start, end):
        order = layout.text.startswith("to ", start)
        quoted = any(q.end >= match.start() - 2 for q in layout.outer_in(start, match.start() + 1))
        if order or quoted:
            yield match


def _finite(layout: Layout, draft: Draft, start: int, end: int) -> Iterator[re.Match[str]]:
    """`He noted that …, and instructed the cabinet to …`: a second verb in the tense of the first."""
    if any(_PAST.search(layout.text, *cue) for cue in draft.cue):
        yield from _COORDINATED.finditer(layout.text, start, end)
        yield from _JOINED.finditer(layout.text, start, end)


def _split(layout: Layout, drafts: Drafts, draft: Draft, match: re.Match[str]) -> Drafts:
    first = tuple(r for r in (_before(layout, piece, match) for piece in draft.content) if r is not None)
    second = tuple(r for r in (_after(layout, piece, match) for piece in draft.content) if r is not None)
    if word_count(layout.text, first) < MIN_WORDS or word_count(layout.text, second) < MIN_WORDS:
        return drafts
    cue = match.span(1)
    reason = rule(layout, "cue", "second-cue-of-one-speaker", SCORE, cue)
    new = replace(draft, key=drafts.next_key, content=second, cue=(cue,), reasons=(reason,), addressee=())
    return drafts.changing([replace(draft, content=first)]).adding([new])


def _before(layout: Layout, piece: Range, match: re.Match[str]) -> Range | None:
    stop = match.start() + 2 if layout.text[match.start() + 1] in MARKS else match.start()
    start, end = trim(layout.text, piece[0], min(piece[1], stop))
    return (start, end) if start < end else None


def _after(layout: Layout, piece: Range, match: re.Match[str]) -> Range | None:
    start, end = trim(layout.text, max(piece[0], match.end(1)), piece[1])
    return (start, end) if start < end else None
