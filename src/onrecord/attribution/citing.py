"""Who is cited is not what is said: "the agency reported on Monday, citing two officials"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, overlap, rule
from onrecord.text.layout import Layout, trim, word_count

SCORE = 0.8
MIN_WORDS = 3  # of a clause in front of "the agency reported"
_CITING = re.compile(r"(?:citing|quoting)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|as saying|as telling|as stating)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r",[”\"’']?\s+(?P<who>[^,;:“”\"]{2,80}?)\s+(?P<cue>reported|reports|said|says|wrote|writes|announced)"
    r"(?:\s+(?:on|late|early|earlier|yesterday|this|last)\b[^,;:“”\"]{0,40})?,\s+(?:citing|quoting)\b"
)


def drop_citing(layout: Layout, drafts: Drafts) -> Drafts:
    """Turn down what "citing" was thought to report, and give the clause before to whoever reported it."""
    wrong = [(d, "it names who is cited, not what is said") for d in drafts.kept if _names_only(layout, d)]
    drafts = drafts.without(wrong)
    for found in _reported(layout):
        if not any(d.cue for d in drafts.covering(*found.content[0])):
            drafts = drafts.adding([replace(found, key=drafts.next_key)])
    return drafts


def _names_only(layout: Layout, draft: Draft) -> bool:
    """Whether the cue is "citing" and the content, right behind it, is no clause."""
    cue = " ".join(layout.text[start:end] for start, end in draft.cue)
    if not _CITING.fullmatch(cue) or not draft.cue[-1][1] <= draft.start <= draft.cue[-1][1] + 2:
        return False
    return not _CLAUSE.search(layout.text, draft.start, draft.content[0][1])


def _reported(layout: Layout) -> Iterator[Draft]:
    """`A ship has sunk, the agency reported on Monday, citing …`: the clause, the word, the agency."""
    for block in layout.blocks:
        for match in _REPORTED.finditer(layout.text, block.start, block.end):
            start, _ = layout.sentence(match.start()) or (block.start, block.end)
            content = trim(layout.text, start, match.start())
            if word_count(layout.text, (content,)) >= MIN_WORDS and not overlap((content,), (match.span(),)):
                reason = rule(layout, "content", "reported-citing", SCORE, match.span("cue"))
                speaker = trim(layout.text, *match.span("who"))
                yield Draft(-1, (content,), (match.span("cue"),), (speaker,), score=SCORE, reasons=(reason,))
