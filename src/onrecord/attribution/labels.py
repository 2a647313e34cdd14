"""Speakers named by a label: colon headlines, dash signatures, posts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.attribution.free import anchored
from onrecord.lang import english, words
from onrecord.tagger import TaggedName
from onrecord.text.layout import Block, Layout, Range, trim

MAX_LABEL = 120
MAX_HEADLINE_LABEL = 40
MAX_POST = 500  # code points; what runs longer to a handle is an article whose paragraphs were lost
LINKS = 200  # … and as many in the links at its end
LABEL_SCORE = 0.9
_SIGNATURE = re.compile(r"\s*(?:[-–—]|--)\s*([A-Z@][^\n\"“”]{2,90})$")
_HANDLE = re.compile(
    r"(?:(?<!\s)\s+|)(?:[-–—]|--)\s*([^\n—–]{2,60}\(@\w+\))(?=\s+[A-Z][a-z]+ \d{1,2}, \d{4}|\s*$)"
)
_LINKS = re.compile(r"(?:\s+(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+)+\s*$")
_NAMED = r"[\"“]?[A-Z][\w.'’-]*[\"”]?"  # also a pen name in marks
_SIGNED = re.compile(rf"(?<=[.?!])\s+[-–—]\s+(?P<who>{_NAMED}(?:[ ,]+(?:{_NAMED}|[a-z]+|\d{{1,3}})){{0,7}})$")
_TAIL = re.compile(r"\s+[-–—]\s+(?P<who>(?:[\w’'.-]+\s+){0,3}[\w’'-]+)$")
_TO_ANYBODY = re.compile(r"\s+to\s+", re.IGNORECASE)
_TO = re.compile(r"\s+(?:To|to|TO)\s+(?=[A-Z])")


def give_labelled(layout: Layout, drafts: Drafts, names: Sequence[TaggedName]) -> Drafts:
    """Give what stands behind or before a label to the one it names."""
    drafts = _letters(layout, drafts)
    for block in layout.blocks:
        drafts = _colon(layout, drafts, block)
        drafts = _signature(layout, drafts, block)
        drafts = _post(layout, drafts, block)
        drafts = _headline(layout, drafts, block, names)
        drafts = _tail(layout, drafts, block)
    return drafts


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


def _letters(layout: Layout, drafts: Drafts) -> Drafts:
    """Readers' lines, two at least, each with its writer behind a dash: `No. Never. – Ana Ruiz, Velden`."""
    signed = [(block, match) for block in layout.blocks if (match := _signed(layout, block)) is not None]
    for block, match in signed if len(signed) > 1 else ():
        content = trim(layout.text, block.start, match.start())
        if not any(d.cue for d in drafts.covering(*content)):
            drafts = _written(_put(layout, drafts, content, match.span("who"), "signed-line"), content)
    return drafts


def _signed(layout: Layout, block: Block) -> re.Match[str] | None:
    """The dash and the name that end a paragraph without quotation marks of its own."""
    if block.kind != "body" or layout.outer_in(block.start, block.start + 3):
        return None
    return _SIGNED.search(layout.text, max(block.start, block.end - MAX_LABEL), block.end)


def _post(layout: Layout, drafts: Drafts, block: Block) -> Drafts:
    """An embedded post: its words, a dash, a name and a handle."""
    match = _HANDLE.search(layout.text, block.start, block.end)
    if match is None or match.start() - block.start < 10:
        return drafts
    content = trim(layout.text, block.start, match.start())
    if content[1] - content[0] <= MAX_POST + LINKS:
        content = _without_links(layout.text, *content)
    if not 0 < content[1] - content[0] <= MAX_POST:
        return drafts
    return _written(_put(layout, drafts, content, match.span(1), "post-signature"), content)


def _without_links(text: str, start: int, end: int) -> Range:
    """The words of a post without the links and pictures at its end."""
    links = _LINKS.search(text, start, end)
    return trim(text, start, links.start()) if links is not None else (start, end)


def _written(drafts: Drafts, content: Range) -> Drafts:
    """The same, with this content as the very words that somebody wrote."""
    posts = [replace(d, mode="writing", form="direct") for d in drafts.kept if d.content == (content,)]
    return drafts.changing(posts)


def _headline(layout: Layout, drafts: Drafts, block: Block, names: Sequence[TaggedName]) -> Drafts:
    """`Rail chief: no trains before midnight`: without marks, so the label must be somebody."""
    text = layout.text
    colon = text.find(": ", block.start, block.start + MAX_HEADLINE_LABEL)
    if block.kind == "body" or colon < 0 or any(d.cue for d in drafts.covering(colon + 2, block.end)):
        return drafts
    to = _TO_ANYBODY.search(text, block.start, colon)
    end = to.start() if to else colon
    said = words(text[block.start : end])
    someone = any(  # who is named last: "Velden avalanche" is no Velden
        n.kind in ("person", "organisation") and block.start <= n.start and end - 1 <= n.end <= end + 1
        for n in names
    )
    if not said or len(said) > 4 or not (someone or said[-1] in english().officers):
        return drafts
    return _put(layout, drafts, trim(text, colon + 1, block.end), (block.start, end), "headline-label")


def _tail(layout: Layout, drafts: Drafts, block: Block) -> Drafts:
    """`Trains stopped for days - minister`: a headline with its speaker behind a dash, not a site's name."""
    match = None if block.kind == "body" else _TAIL.search(layout.text, block.start, block.end)
    if match is None:
        return drafts
    content, last = trim(layout.text, block.start, match.start()), match["who"].lower().split()[-1]
    known = english().officers | english().roles | english().groups | english().documents
    if last not in known or any(d.cue for d in drafts.covering(*content)):
        return drafts
    return _put(layout, drafts, content, match.span("who"), "headline-tail")


def _put(layout: Layout, drafts: Drafts, content: Range, speaker: Range, name: str) -> Drafts:
    reason = rule(layout, "speakers", name, LABEL_SCORE, speaker)
    draft = Draft(drafts.next_key, (content,), speaker=(speaker,), score=LABEL_SCORE, reasons=(reason,))
    weak = [(d, "read again with its label") for d in drafts.covering(*content) if not d.cue]
    return drafts.without(weak).adding([draft])
