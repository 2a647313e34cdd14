"""Attributions inside attributions: the network looks once more at every content, rules add to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, overlap, rule, size
from onrecord.attribution.join import settle
from onrecord.attribution.phrases import cue_words, subject_before
from onrecord.lang import english, words
from onrecord.record import Reason
from onrecord.tagger import Tagged, Tagger
from onrecord.text.layout import Layout, Range, trim, word_count

MIN_OUTER_WORDS = 8  # a shorter content holds no second attribution worth the network's time
MIN_INNER_WORDS = 3
MAX_SHARE = 0.9  # an inner content as long as the outer one is the outer one, seen again
RULE_SCORE = 0.7
_NOUN_CUE = re.compile(
    r"((?:[A-Z\[][\w.-]*\]?\s+)*\[?[A-Z][\w-]*['’]s?\]?|\b(?:his|her|their))\s+"
    rf"((?:\w+\s+)?(?:{'|'.join(sorted(english().cue_nouns))})s?)\s+that\s+([^.!?;\n]{{12,}})",
)
_PAST = re.compile(r"(?:ed|said|told|wrote|made|put|asked)$|\b(?:have|has|had|'ve|’ve)\b")


def nest(layout: Layout, drafts: Drafts, tagger: Tagger) -> Drafts:
    """Find inner attributions and point each at the innermost one around it."""
    drafts = drafts.adding(_by_network(layout, drafts, tagger))
    drafts = drafts.adding(_by_noun(layout, drafts))
    drafts = drafts.adding(_by_marks(layout, drafts))
    drafts = drafts.without(_hedges(layout, drafts))
    by_size = sorted(drafts.kept, key=lambda d: size(d.content))
    return drafts.changing(replace(d, nested_in=_around(d, by_size)) for d in drafts.kept)


def _around(draft: Draft, by_size: Sequence[Draft]) -> int | None:
    """Key of the smallest other content that holds this one whole, cue and all."""
    whole = size(draft.content) + size(draft.cue)
    for other in by_size:
        held = overlap(draft.content, other.content) + overlap(draft.cue, other.content)
        if other.key != draft.key and size(other.content) > size(draft.content) and held >= 0.98 * whole:
            return other.key
    return None


def _by_network(layout: Layout, drafts: Drafts, tagger: Tagger) -> Iterator[Draft]:
    pieces = sorted({p for d in drafts.kept for p in d.content if _worth_a_look(layout, p)})
    if not pieces:
        return
    key = drafts.next_key
    for found in tagger.tag(layout.text, pieces).attributions:
        outer = next((p for p in pieces if found.content and p[0] <= found.content[0][0] < p[1]), None)
        if outer is not None and found.cue and _is_inner(layout, found, outer) and not _seen(drafts, found):
            content = settle(layout, found.content, found.cue + found.speaker)
            if content:
                looked_at = tuple(layout.article.evidence(s, e) for s, e in found.cue)
                reason = Reason("nested_in", "model", "tagger", looked_at, found.score)
                yield Draft(
                    key,
                    content,
                    found.cue,
                    found.speaker,
                    mode=found.mode,
                    score=found.score,
                    reasons=(reason,),
                )
                key += 1


def _worth_a_look(layout: Layout, piece: Range) -> bool:
    """Long enough, and with a word in it that could be a cue: a quarter of a text instead of half of it."""
    found = words(layout.text[slice(*piece)])
    return len(found) >= MIN_OUTER_WORDS and any(english().is_cue(w) for w in found)


def _is_inner(layout: Layout, found: Tagged, outer: Range) -> bool:
    inside = size(found.content) <= MAX_SHARE * (outer[1] - outer[0])
    return inside and word_count(layout.text, found.content) >= MIN_INNER_WORDS and bool(found.speaker)


def _seen(drafts: Drafts, found: Tagged) -> bool:
    """Whether the first look found it already: the same cue, or the same words."""
    for d in drafts.kept:
        if overlap(d.cue, found.cue) or overlap(d.content, found.content) >= 0.9 * size(d.content):
            return True
    return False


def _by_noun(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    """ "… Leader Ali's statement that it is impossible …", inside somebody's words."""
    key = drafts.next_key
    for draft in drafts.kept:
        for start, end in draft.content:
            for match in _NOUN_CUE.finditer(layout.text, start, end):
                if any(overlap(d.cue, (match.span(2),)) for d in drafts.kept):
                    continue
                content, speaker = _clause(layout, *match.span(3)), trim(layout.text, *match.span(1))
                reason = rule(layout, "nested_in", "noun-cue", RULE_SCORE, match.span(2))
                yield Draft(
                    key, (content,), (match.span(2),), (speaker,), score=RULE_SCORE, reasons=(reason,)
                )
                key += 1


def _clause(layout: Layout, start: int, end: int) -> Range:
    """Up to a purpose or a new main clause."""
    cut = re.search(r",? (?:in order to|so that|and we |but we )", layout.text[start:end])
    return trim(layout.text, start, start + cut.start() if cut else end)


def _by_marks(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    """`I have said many times: 'Knowledge is power.'`: a quotation inside a quotation, behind a cue."""
    key = drafts.next_key
    for q in layout.quotations:
        if q.depth != 1 or not q.closed or any(d.content == ((q.start, q.end),) for d in drafts.kept):
            continue
        outer = layout.around(q.start, q.end)
        if outer is None or word_count(layout.text, ((q.start, q.end),)) < MIN_INNER_WORDS:
            continue
        anchor = _anchor(layout, outer.start, q.start - len(q.opener))
        if anchor is not None:
            reason = rule(layout, "nested_in", "quotation-in-quotation", RULE_SCORE, anchor[0])
            yield Draft(
                key, ((q.start, q.end),), (anchor[0],), (anchor[1],), score=RULE_SCORE, reasons=(reason,)
            )
            key += 1


def _anchor(layout: Layout, low: int, at: int) -> tuple[Range, Range] | None:
    """The cue right before an inner quotation, and its subject."""
    text = layout.text
    breaks = [m.end() for m in re.finditer(r"[.!?…]\s+", text[low:at])]
    start = low + breaks[-1] if breaks else low
    cues = list(cue_words(text, start, at, english()))
    if not cues or word_count(text, ((cues[-1][1], at),)) > 4:
        return None
    subject = subject_before(text, start, cues[-1][0])
    return (cues[-1], _without_auxiliary(text, subject)) if subject else None


def _without_auxiliary(text: str, subject: Range) -> Range:
    match = re.search(
        r"\s+(?:have|has|had|will|would|can|could|do|did|also|already|\s)+$", text[slice(*subject)]
    )
    return (subject[0], subject[0] + match.start()) if match else subject


def _hedges(layout: Layout, drafts: Drafts) -> list[tuple[Draft, str]]:
    """`I think`, `we urge` inside somebody's own words: what they do in saying it, not a report of it."""
    gone = []
    for draft in drafts.kept:
        said = words(" ".join(layout.text[s:e] for s, e in draft.speaker))
        cue = " ".join(layout.text[s:e] for s, e in draft.cue)
        inside = any(
            d.key != draft.key and overlap(draft.content, d.content) and overlap(draft.cue, d.content)
            for d in drafts.kept
        )
        before = layout.text[max(0, draft.cue[0][0] - 12) : draft.cue[0][0]] if draft.cue else ""
        if inside and said and set(said) <= english().first_person and not _PAST.search(before + cue):
            gone.append((draft, "the speaker's own 'I think' or 'we urge', not a report of what was said"))
    return gone
