"""Speech, writing or thought, and denied or asserted, by the cue."""

import re
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts
from onrecord.lang import Language, english, words
from onrecord.record import Mode, Polarity
from onrecord.text.layout import Layout

# Said in so many words, whatever the network makes of it.
SURE_WRITING = frozenset(("write", "tweet", "retweet"))
SURE_THOUGHT = frozenset(
    ("believe", "think", "fear", "hope", "want", "wish", "expect", "intend", "plan", "know", "doubt")
)
# Stance and evidence: what somebody does about a thing, or a thing shows, is not what anybody said of it.
STANCE = frozenset(("downplay", "justify", "show", "prove", "demonstrate"))
# The same in more words, where nothing of what was said stands in marks.
_ABOUT_IT = re.compile(
    r"\b(?:refer(?:s|red|ring)? to|declin(?:es?|ed|ing)|offer(?:s|ed|ing)|doubl(?:es?|ed|ing) ?-? ?down"
    r"|fil(?:es?|ed|ing)|address(?:es|ed|ing)|postpon(?:es?|ed|ing)|defend(?:s|ed|ing)?|thank(?:s|ed|ing)?"
    r"|sp(?:eaks?|oke|oken|eaking) (?:about|of|on)|charged (?:with|under)|voic(?:es?|ed|ing)"
    r"|comment\w* on)\b",
    re.IGNORECASE,
)

HEADLINE = frozenset(("see", "foresee", "eye"))  # "Minister sees end of strike"
REACH = 60  # code points around a cue in which the writing is named
_WRITTEN_IN = re.compile(
    r"\b(?:in|via|on|through|by)\s+(?:an?\s+|the\s+|his\s+|her\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,2}?(?:"
    + "|".join(map(re.escape, english().written_in))
    + r")\b"
)


def set_modes(layout: Layout, drafts: Drafts) -> Drafts:
    """Overrule the network where the cue word leaves no doubt."""
    return drafts.changing(replace(d, mode=_mode(layout, d, english())) for d in drafts.kept)


def _mode(layout: Layout, draft: Draft, language: Language) -> Mode:
    lemmas = {language.lemma(w) for s, e in draft.cue for w in words(layout.text[s:e])}
    sure: tuple[tuple[frozenset[str], Mode], ...] = (
        (SURE_THOUGHT | STANCE, "thought"),
        (SURE_WRITING, "writing"),
        (language.speech, draft.mode if draft.mode == "writing" else "speech"),
    )
    mode = next((mode for known, mode in sure if lemmas & known), draft.mode)
    if mode == "thought" and not lemmas & SURE_THOUGHT and _is_said(layout, draft, lemmas):
        return "speech"
    if _is_about(layout, draft):
        return "thought"
    by_document = _by_document(layout, draft, language) and not lemmas & SURE_THOUGHT
    return "writing" if by_document or mode == "speech" and _written(layout, draft) else mode


def _is_said(layout: Layout, draft: Draft, lemmas: set[str]) -> bool:
    """`regretted “the inconvenience”`: words in marks were said; so was what a headline "sees"."""
    block = layout.block(draft.start)
    headline = block is not None and block.kind == "headline" and bool(lemmas & HEADLINE)
    return headline or all(_is_quotation(layout, *piece) for piece in draft.content)


def _is_quotation(layout: Layout, start: int, end: int) -> bool:
    return any(q.start <= start + 1 and end <= q.end for q in layout.outer_in(start - 1, end))


def _is_about(layout: Layout, draft: Draft) -> bool:
    """`referred to the report`, `was charged with theft`: what the words are about, and none of them."""
    cue = " ".join(layout.text[s:e] for s, e in draft.cue)
    quoted = any(layout.outer_in(*r) or layout.around(*r) for r in draft.content)
    return _ABOUT_IT.search(cue) is not None and not quoted


def _by_document(layout: Layout, draft: Draft, language: Language) -> bool:
    """A study, a report, a letter as speaker: what it says is written."""
    said = words(" ".join(layout.text[s:e] for s, e in draft.speaker))
    head = said[: next((i for i, w in enumerate(said) if w in ("of", "by", "from", "in")), len(said))]
    return bool(head) and head[-1].rstrip("s") in language.documents


def _written(layout: Layout, draft: Draft) -> bool:
    """`said in a statement`, `announced on X`: the words right before or behind the cue name a writing."""
    if not draft.cue:
        return False
    low, high = layout.sentence(draft.cue[0][0]) or draft.cue[0]
    start, end = max(low, draft.cue[0][0] - REACH), min(high, draft.cue[-1][1] + REACH)
    quoted = [(q.start, q.end) for q in layout.outer_in(low, end)]
    found = (m.start() for m in _WRITTEN_IN.finditer(layout.text, start, end))
    return any(not any(s <= at < e for s, e in (*quoted, *draft.content)) for at in found)


def polarity(layout: Layout, draft: Draft) -> Polarity:
    """Denied when the cue denies; what the content says plays no part."""
    language = english()
    cue = [w for s, e in draft.cue for w in words(layout.text[s:e])]
    return "denied" if any(language.lemma(w) in language.denied for w in cue) else "asserted"
