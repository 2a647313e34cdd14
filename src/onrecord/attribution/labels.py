"""Speakers named by a label: colon headlines, transcripts, dash signatures."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.attribution.free import anchored
from onrecord.lang import english
from onrecord.text.layout import Block, Layout, Range, trim

MAX_LABEL = 120
LABEL_SCORE = 0.9
_TRANSCRIPT = re.compile(
    r"((?:[A-Z][A-Z.'’-]+|MR|MS|MRS|DR|Q|A|QUESTION|ANSWER|Question|Answer)(?:\s+[A-Z][A-Z.'’-]+){0,4}):\s+"
)
_ASKER = re.compile(r"(?:Q|A|question|answer)$", re.IGNORECASE)
_SIGNATURE = re.compile(r"\s*(?:[-–—]|--)\s*([A-Z@][^\n\"“”]{2,90})$")
_HANDLE = re.compile(r"\s*(?:[-–—]|--)\s*([^\n—–]{2,60}\(@\w+\))(?=\s+[A-Z][a-z]+ \d{1,2}, \d{4}|\s*$)")
_TO = re.compile(r"\s+(?:To|to|TO)\s+(?=[A-Z])")


def give_labelled(layout: Layout, drafts: Drafts) -> Drafts:
    """Give quotations behind or before a label, and the turns of a transcript, to the one it names."""
    for block in layout.blocks:
        drafts = _colon(layout, drafts, block)
        drafts = _signature(layout, drafts, block)
        drafts = _post(layout, drafts, block)
    return _transcript(layout, drafts)


def _colon(layout: Layout, drafts: Drafts, block: Block) -> Drafts:
    """`Ali: "We will answer"` — as a headline, a heading or a paragraph."""
    q = next(iter(layout.outer_in(block.start + 1, block.end)), None)
    if q is None or any(anchored(d) and d.cue for d in drafts.covering(q.start, q.end)):
        return drafts
    start, end = trim(layout.text, block.start, q.start - len(q.opener))
    if end - start > MAX_LABEL or layout.text[end - 1 : end] != ":" or not layout.text[start].isupper():
        return drafts
    label = layout.text[start : end - 1]
    if english().lemma(label.split()[-1] if label.split() else "") in english().speech | english().writing:
        return drafts
    to = _TO.search(label)
    speaker = (start, start + to.start()) if to else (start, end - 1)
    return _put(layout, drafts, (q.start, q.end), speaker, "colon-label")


def _signature(layout: Layout, drafts: Drafts, block: Block) -> Drafts:
    """`"We will answer." - Ali`, at the end of the paragraph or as the next one."""
    q = next(iter(layout.outer_in(block.start, block.start + 3)), None)
    if q is None or any(d.cue for d in drafts.covering(q.start, q.end)):
        return drafts
    after = q.end + len(q.opener)
    i = layout.index(block.start)
    ends = [(after, block.end)]
    if after >= block.end - 1 and i is not None and i + 1 < len(layout.blocks):
        ends = [(layout.blocks[i + 1].start, layout.blocks[i + 1].end)]
    for low, high in ends:
        match = _SIGNATURE.match(layout.text[low:high])
        if match is not None:
            speaker = trim(layout.text, low + match.start(1), low + match.end(1))
            return _put(layout, drafts, (q.start, q.end), speaker, "dash-signature")
    return drafts


def _post(layout: Layout, drafts: Drafts, block: Block) -> Drafts:
    """An embedded post: its words, a dash, a name and a handle."""
    match = _HANDLE.search(layout.text, block.start, block.end)
    if match is None or match.start() - block.start < 10:
        return drafts
    content = trim(layout.text, block.start, match.start())
    drafts = _put(layout, drafts, content, match.span(1), "post-signature")
    posts = [replace(d, mode="writing", form="direct") for d in drafts.kept if d.content == (content,)]
    return drafts.changing(posts)


def _put(layout: Layout, drafts: Drafts, content: Range, speaker: Range, name: str) -> Drafts:
    reason = rule(layout, "speakers", name, LABEL_SCORE, speaker)
    draft = Draft(drafts.next_key, (content,), speaker=(speaker,), score=LABEL_SCORE, reasons=(reason,))
    weak = [(d, "read again with its label") for d in drafts.covering(*content) if not d.cue]
    return drafts.without(weak).adding([draft])


def _transcript(layout: Layout, drafts: Drafts) -> Drafts:
    """Turns of an interview or briefing: all up to the next label belongs to the label's speaker."""
    turns = list(_turns(layout))
    if len({layout.text[slice(*label)] for label, _ in turns}) < 2:
        return drafts
    for label, contents in turns:
        drafts = _turn(layout, drafts, label, contents)
    return drafts


def _turns(layout: Layout) -> Iterator[tuple[Range, list[Range]]]:
    label: Range | None = None
    contents: list[Range] = []
    for block in layout.blocks:
        match = _TRANSCRIPT.match(layout.text, block.start, block.end)
        if match is not None or block.kind != "body":
            if label is not None:
                yield label, contents
            label, contents = (match.span(1), []) if match is not None else (None, [])
        if label is not None:
            contents.append((match.end() if match else block.start, block.end))
    if label is not None:
        yield label, contents


def _turn(layout: Layout, drafts: Drafts, label: Range, contents: list[Range]) -> Drafts:
    asker = bool(_ASKER.match(layout.text[slice(*label)]))
    reason = rule(layout, "speakers", "transcript-label", LABEL_SCORE, label)
    before: int | None = None
    for start, end in contents:
        inside = [d for d in drafts.kept if start <= d.start and d.end <= end]
        new = Draft(
            drafts.next_key,
            ((start, end),),
            cue=(label,) if asker else (),
            speaker=() if asker else (label,),
            score=LABEL_SCORE,
            form="direct",
            continues=before,
            reasons=(reason,),
        )
        whole = [
            (d, "the turn as a whole") for d in inside if not d.cue or d.end - d.start > 0.8 * (end - start)
        ]
        drafts = drafts.without(whole).adding([new])
        before = new.key
    return drafts
