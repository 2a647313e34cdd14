"""What the network found, fitted to quotation marks: one draft a cue, no content that cuts a quotation."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.attribution.draft import Draft, Drafts, found_by, overlap, size
from onrecord.tagger import Tagged
from onrecord.text.layout import Layout, Range, trim
from onrecord.text.quotemarks import Quotation

MARKS = "\"“”„‟«»「」『』'‘’‚‛‹›`"
EDGE = ",;:.-–— "  # joins content to its cue and belongs to neither
BESIDE = 3  # code points between a cue and the content right behind it …
FAR = 60  # … where there is one, words without marks this far before the cue are somebody else's
MIN_SHARE = 0.5  # a content that holds this much of a quotation means all of it


def join(layout: Layout, tagged: Iterable[Tagged]) -> Drafts:
    """Drafts of everything the network found, in text order; finds with one cue are one attribution."""
    found = sorted(tagged, key=lambda t: (t.cue, t.content))
    groups = [list(group) for _, group in groupby(found, key=lambda t: t.cue or t.content)]
    drafts = (_draft(layout, key, group) for key, group in enumerate(groups))
    return Drafts(()).adding(d for d in drafts if d is not None)


def _draft(layout: Layout, key: int, group: Sequence[Tagged]) -> Draft | None:
    best = max(group, key=lambda t: t.score)
    pieces = sorted({span for t in group for span in t.content})
    content = settle(layout, _near_cue(layout, pieces, best.cue), best.cue + best.speaker)
    if not content:
        return None
    looked_at = tuple(layout.article.evidence(s, e) for s, e in best.cue)
    reason = found_by("content", best, looked_at)
    return Draft(key, content, best.cue, best.speaker, mode=best.mode, score=best.score, reasons=(reason,))


def _near_cue(layout: Layout, pieces: Sequence[Range], cue: Sequence[Range]) -> Sequence[Range]:
    """Without pieces of other sentences where the cue's own has one; only a quotation goes on in a quotation.

    `Ali said it rained. "It poured."` is two attributions (the second is given to Ali as a free quotation).
    """
    home = layout.sentence(cue[0][0]) if cue and len(pieces) > 1 else None
    here = [(s, e) for s, e in pieces if home is not None and home[0] <= s < home[1]]
    if not here:
        return pieces
    direct = any(_is_quotation(layout, s, e) for s, e in here)
    behind = any(0 <= s - cue[-1][1] <= BESIDE for s, _ in here)
    if behind and layout.text[cue[-1][1] - 1 : cue[-1][1] + 1].strip(" \n").endswith(":"):
        pieces = [r for r in pieces if r[0] >= cue[-1][1]]  # a colon: all of it follows
    far = [r for r in here if behind and r[1] + FAR < cue[0][0] and not any(_touched(layout, *r))]
    return [r for r in pieces if r not in far and (r in here or direct and any(_touched(layout, *r)))]


def _is_quotation(layout: Layout, start: int, end: int) -> bool:
    return _whole(layout, *trim(layout.text, start, end)) is not None


def settle(layout: Layout, pieces: Sequence[Range], anchors: Sequence[Range]) -> tuple[Range, ...]:
    """Pieces of a content fitted to the quotations they touch, without marks where wholly inside them."""
    fitted = [part for piece in pieces for part in _fit(layout, piece, anchors)]
    merged: list[Range] = []
    for start, end in sorted(set(fitted)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    cleaned = (bare(layout, start, end) for start, end in merged)
    return tuple((s, e) for s, e in cleaned if any(c.isalnum() for c in layout.text[s:e]))


def _fit(layout: Layout, piece: Range, anchors: Sequence[Range]) -> Iterator[Range]:
    """Widen a piece to quotations it mostly holds, cut it back from those it barely touches."""
    start, end = piece
    for q in _touched(layout, start, end):
        inside = any(overlap((a,), ((q.start, q.end),)) for a in anchors)
        share = overlap((piece,), ((q.start, q.end),)) / max(1, q.end - q.start)
        if inside or start <= q.start and q.end <= end:
            continue
        if share >= MIN_SHARE or _begins_or_ends(piece, q) or q.start <= start and end <= q.end:
            start, end = min(start, q.start), max(end, q.end)
        elif start < q.start:
            end = min(end, q.start - len(q.opener))
        else:
            start = max(start, q.end + 1)
    yield start, end


def _touched(layout: Layout, start: int, end: int) -> Iterator[Quotation]:
    block = layout.block(start)
    inside = layout.outer_in(block.start, end) if block is not None else layout.outer
    return (q for q in inside if q.start < end and start < q.end)


def _begins_or_ends(piece: Range, q: Quotation) -> bool:
    """A piece that starts or stops right at the mark means the quotation even when it holds little of it."""
    return abs(piece[0] - q.start) <= 2 or abs(piece[1] - q.end) <= 2


def bare(layout: Layout, start: int, end: int) -> Range:
    """Without blanks and joints at the ends, and without the marks when all of it stands inside them."""
    text = layout.text
    start, end = trim(text, start, end)
    while start < end and text[start] in EDGE:
        start += 1
    for hole_start, hole_end in layout.holes:
        if start < hole_start < end and not text[hole_end:end].strip(" .,\"”'’"):
            end = hole_start
    q = _whole(layout, start, end)
    if q is not None:
        return trim(text, q.start, q.end)
    while end > start and text[end - 1] in ",;: –—":
        end -= 1
    return start, end


def _whole(layout: Layout, start: int, end: int) -> Quotation | None:
    """The one quotation, marks aside, that this stretch is."""
    text = layout.text
    for q in layout.near(start, end):
        if q.whole and start <= q.start + 1 and q.end - 1 <= end and q.start < end and start < q.end:
            rest = text[start : q.start] + text[q.end : end]
            if not rest.strip(MARKS + EDGE + ".") and size(((q.start, q.end),)):
                return q
    return None
