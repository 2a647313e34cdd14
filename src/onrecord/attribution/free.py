"""Quotations nobody was found for: carried on, resumed after the cue, or left without a speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.text.layout import Layout, word_count
from onrecord.text.quotemarks import Quotation

MIN_WORDS = 5  # DESIGN: a quoted stretch this long is kept even if nobody can be found for it
MIN_WORDS_ALONE = 2  # … and shorter ones that are a paragraph of their own
MAX_WORDS_BETWEEN = 14  # between the halves of one resumed quotation: cue, speaker, a short tail
PARAGRAPHS_BACK = 2  # how far a quotation without a cue looks for the running speaker
UNKNOWN_SCORE = 0.3
MARK = 2  # code points a mark takes at most
_NOISE = re.compile(r"[\W_]+")


def give_free_quotations(layout: Layout, drafts: Drafts) -> Drafts:
    """Every quotation worth keeping has a draft afterwards."""
    for run in _runs(layout.outer):
        drafts = _run_on(layout, drafts, run)
    alone: dict[int | None, bool] = {}  # by block: a line may hold thousands of quotations
    for q in layout.outer:
        here = layout.index(q.start)
        if here not in alone:
            alone[here] = _alone(layout, q)
        if _worth_keeping(layout, q, alone=alone[here]) and _is_free(drafts, q):
            drafts = (
                _resumed(layout, drafts, q)
                or _carried(layout, drafts, q, alone=alone[here])
                or _unknown(layout, drafts, q)
            )
    return drafts


def anchored(draft: Draft) -> bool:
    """Whether something says who speaks or that somebody does."""
    return bool(draft.cue or draft.speaker or draft.antecedent)


def _is_free(drafts: Drafts, q: Quotation) -> bool:
    return not any(anchored(d) for d in drafts.covering(q.start, q.end))


def _runs(quotations: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Quotations over several paragraphs, as lists of their pieces."""
    run: list[Quotation] = []
    for q in quotations:
        if run and run[-1].runs_on and q.continues:
            run.append(q)
            continue
        if len(run) > 1:
            yield run
        run = [q]
    if len(run) > 1:
        yield run


def _run_on(layout: Layout, drafts: Drafts, run: Sequence[Quotation]) -> Drafts:
    """Give every piece of a running quotation the cue and speaker of its anchored piece."""
    owners = [next((d for d in drafts.covering(q.start, q.end) if anchored(d)), None) for q in run]
    first = next((owner for owner in owners if owner is not None), None)
    if first is None:
        return drafts
    before: Draft | None = None
    for q, owner in zip(run, owners, strict=True):
        if owner is None:
            drafts, owner = _piece(layout, drafts, q, before or first, before)
        before = owner
    return drafts


def _piece(
    layout: Layout, drafts: Drafts, q: Quotation, like: Draft, before: Draft | None
) -> tuple[Drafts, Draft]:
    reason = rule(layout, "speakers", "quotation-over-paragraphs", 0.95, *like.named_by[:1])
    piece = replace(
        like,
        key=drafts.next_key,
        content=((q.start, q.end),),
        continues=before.key if before else None,
        reasons=(reason,),
    )
    return _put(drafts, piece), piece


def _worth_keeping(layout: Layout, q: Quotation, *, alone: bool) -> bool:
    words = word_count(layout.text, ((q.start, q.end),))
    if alone:
        return words >= MIN_WORDS_ALONE
    return words >= MIN_WORDS and not _is_title(layout, q)


def _alone(layout: Layout, q: Quotation) -> bool:
    """Whether the paragraph holds nothing but quotations."""
    block = layout.block(q.start)
    if block is None or block.kind != "body":
        return False
    rest = list(layout.text[block.start : block.end])
    for other in layout.outer_in(block.start, block.end):
        rest[other.start - block.start : other.end - block.start] = " " * (other.end - other.start)
    return not _NOISE.sub("", "".join(rest))


def _own_sentence(layout: Layout, q: Quotation) -> bool:
    """Whether its sentence holds nothing but the quotation."""
    start, end = layout.sentence(q.start) or (q.start, q.end)
    return q.start - start <= MARK and end - q.end <= MARK


def _is_title(layout: Layout, q: Quotation) -> bool:
    """Names of films, songs, programmes: most longer words begin with a capital."""
    words = [w for w in layout.text[q.start : q.end].split() if len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    block = layout.block(q.start)
    in_body = block is not None and block.kind == "body"
    return in_body and capitals >= 0.8 * len(words)


def _resumed(layout: Layout, drafts: Drafts, q: Quotation) -> Drafts | None:
    """`"A," said Ali. "B."`: the second half belongs to the first, as one discontinuous content."""
    block = layout.block(q.start)
    earlier = layout.outer_in(block.start, q.start) if block is not None else ()
    if not earlier:
        return None
    last = earlier[-1]
    owner = next((d for d in drafts.covering(last.start, last.end) if d.cue), None)
    if owner is None or not any(last.end <= s and e <= q.start for s, e in owner.cue):
        return None
    if word_count(layout.text, ((last.end, q.start),)) > MAX_WORDS_BETWEEN or _speech_between(
        drafts, owner, last, q
    ):
        return None
    reason = rule(layout, "content", "resumed-quotation", 0.9, owner.cue[0])
    whole = replace(owner, content=(*owner.content, (q.start, q.end)), reasons=(*owner.reasons, reason))
    return drafts.changing([whole])


def _speech_between(drafts: Drafts, owner: Draft, last: Quotation, q: Quotation) -> bool:
    return any(last.end <= d.start < q.start for d in drafts.kept if d.key != owner.key)


def _carried(layout: Layout, drafts: Drafts, q: Quotation, *, alone: bool) -> Drafts | None:
    """A paragraph or sentence that is nothing but a quotation goes to whoever spoke last, close before."""
    here = layout.index(q.start)
    if here is None or not (alone or _own_sentence(layout, q)):
        return None
    before = _running(layout, drafts, q.start, here)
    if before is None:
        return None
    reason = rule(layout, "speakers", "quotation-paragraph-without-cue", 0.8, *before.named_by[:1])
    return _put(
        drafts,
        Draft(
            drafts.next_key,
            ((q.start, q.end),),
            antecedent=before.named_by,
            mode=before.mode,
            score=0.8 * before.score,
            continues=before.key,
            chain=before.chain,
            reasons=(reason,),
        ),
    )


def _running(layout: Layout, drafts: Drafts, at: int, here: int) -> Draft | None:
    """The last attribution before an offset that says who speaks, if it is near and not mere belief."""
    for d in reversed(drafts.kept):
        at_block = layout.index(d.start)
        if d.start >= at or at_block is None or d.mode == "thought" or not d.named_by:
            continue
        broken = any(b.kind != "body" for b in layout.blocks[at_block + 1 : here])
        return None if here - at_block > PARAGRAPHS_BACK or broken else d
    return None


def _unknown(layout: Layout, drafts: Drafts, q: Quotation) -> Drafts:
    if word_count(layout.text, ((q.start, q.end),)) < MIN_WORDS or drafts.covering(q.start, q.end):
        return drafts
    reason = rule(layout, "content", "quotation-nobody-named-for", UNKNOWN_SCORE, (q.start, q.end))
    return drafts.adding(
        [Draft(drafts.next_key, ((q.start, q.end),), score=UNKNOWN_SCORE, reasons=(reason,))]
    )


def _put(drafts: Drafts, new: Draft) -> Drafts:
    """Add a draft in place of those without an anchor that it covers."""
    gone = [
        (d, "taken over by a better reading of the same quotation")
        for d in drafts.covering(new.start, new.end)
    ]
    return drafts.without([pair for pair in gone if not anchored(pair[0])]).adding([new])
