"""What looks like an attribution and is none: designations, scare quotes, titles, fragments."""

import re

from onrecord.attribution.draft import Draft, Drafts, size
from onrecord.attribution.free import anchored
from onrecord.lang import english
from onrecord.text.layout import Layout, word_count

_NAMING = "|".join(re.escape(w) for w in english().designations)
_DESIGNATED = re.compile(rf"\b(?:{_NAMING})(?:d|ed|s|es|ing)?\b")
MAX_SCARE_WORDS = 3


def weed(layout: Layout, drafts: Drafts) -> Drafts:
    """Turn down what is no statement, and say why."""
    pairs = ((d, _why_none(layout, d)) for d in drafts.kept)
    return drafts.without([(d, why) for d, why in pairs if why])


def _why_none(layout: Layout, draft: Draft) -> str:
    text = layout.text
    cue = " ".join(text[s:e] for s, e in draft.cue).lower()
    count = word_count(text, draft.content)
    if not count or size(draft.content) < 2:
        return "the content holds no word"
    if draft.mode == "thought":
        return ""
    if _DESIGNATED.search(cue) and count <= MAX_SCARE_WORDS + 2:
        return "a designation or a name, not something said"
    if not anchored(draft) and count <= MAX_SCARE_WORDS:
        return "a few words in marks with nobody speaking: a scare quote or a name"
    return ""
