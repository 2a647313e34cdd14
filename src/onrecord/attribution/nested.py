"""Attributions inside attributions: the network looks once more at every content, rules add to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from onrecord.attribution.addressees import is_passive
from onrecord.attribution.draft import Draft, Drafts, found_by, overlap, size
from onrecord.attribution.join import settle
from onrecord.attribution.nested_rules import MIN_INNER_WORDS, by_clause, by_marks, by_noun
from onrecord.attribution.second_look import second_look
from onrecord.attribution.tellings import tellings
from onrecord.lang import english, words
from onrecord.tagger import Tagged, Tagger
from onrecord.text.layout import Layout, Range, word_count

MAX_SHARE = 0.9  # an inner content as long as the outer one is the outer one, seen again
_PAST = re.compile(r"(?:ed|said|told|wrote|made|put|asked)$|\b(?:have|has|had|'ve|’ve)\b")


def nest(layout: Layout, drafts: Drafts, tagger: Tagger) -> Drafts:
    """Find inner attributions and point each at the innermost one around it."""
    drafts = drafts.adding(by_marks(layout, drafts))
    drafts = drafts.adding(_by_network(layout, drafts, tagger))
    drafts = drafts.adding(by_noun(layout, drafts))
    drafts = drafts.adding(by_clause(layout, drafts))
    drafts = drafts.adding(tellings(layout, drafts))
    drafts = drafts.without(_hedges(layout, drafts))
    by_size = sorted(((size(d.content), d.start, d.end, d) for d in drafts.kept), key=itemgetter(0))
    around = ((d, _around(d, by_size)) for d in drafts.kept)
    return drafts.changing(replace(d, nested_in=key) for d, key in around if key != d.nested_in)


def _around(draft: Draft, by_size: Sequence[tuple[int, int, int, Draft]]) -> int | None:
    """Key of the smallest other content that holds this one whole, cue and all."""
    own, start, end = size(draft.content), draft.start, draft.end
    whole = own + size(draft.cue)
    for length, first, last, other in by_size:
        if first >= end or last <= start or length <= own:
            continue
        held = overlap(draft.content, other.content) + overlap(draft.cue, other.content)
        if other.key != draft.key and held >= 0.98 * whole:
            return other.key
    return None


def _by_network(layout: Layout, drafts: Drafts, tagger: Tagger) -> Iterator[Draft]:
    pieces = second_look(layout.text, drafts)
    if not pieces:
        return
    key = drafts.next_key
    for found in tagger.tag(layout.text, pieces).attributions:
        outer = next((p for p in pieces if found.content and p[0] <= found.content[0][0] < p[1]), None)
        if outer is not None and found.cue and _is_inner(layout, found, outer) and not _seen(drafts, found):
            content = settle(layout, found.content, found.cue + found.speaker)
            if content:
                looked_at = tuple(layout.article.evidence(s, e) for s, e in found.cue)
                reason = found_by("nested_in", found, looked_at)
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


def _is_inner(layout: Layout, found: Tagged, outer: Range) -> bool:
    inside = size(found.content) <= MAX_SHARE * (outer[1] - outer[0])
    somebody = bool(found.speaker) or any(is_passive(layout.text, cue) for cue in found.cue)
    return inside and word_count(layout.text, found.content) >= MIN_INNER_WORDS and somebody


def _seen(drafts: Drafts, found: Tagged) -> bool:
    """Whether the first look found it already: the same cue, or the same words."""
    for d in drafts.kept:
        if overlap(d.cue, found.cue) or overlap(d.content, found.content) >= 0.9 * size(d.content):
            return True
    return False


def _hedges(layout: Layout, drafts: Drafts) -> list[tuple[Draft, str]]:
    """`I think`, `we urge` inside somebody's own words: what they do in saying it, not a report of it."""
    gone = []
    for draft in drafts.kept:
        said = words(" ".join(layout.text[s:e] for s, e in draft.speaker))
        if not said or not draft.cue or not set(said) <= english().first_person:
            continue
        cue = " ".join(layout.text[s:e] for s, e in draft.cue)
        before = layout.text[max(0, draft.cue[0][0] - 12) : draft.cue[0][0]]
        if not _PAST.search(before + cue) and _inside_another(drafts, draft):
            gone.append((draft, "the speaker's own 'I think' or 'we urge', not a report of what was said"))
    return gone


def _inside_another(drafts: Drafts, draft: Draft) -> bool:
    return any(
        d.key != draft.key and overlap(draft.content, d.content) and overlap(draft.cue, d.content)
        for d in drafts.kept
    )
