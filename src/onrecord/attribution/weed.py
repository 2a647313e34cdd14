"""What looks like an attribution and is none: designations, scare quotes, titles, fragments."""

import re

from onrecord.attribution.draft import Draft, Drafts, size
from onrecord.attribution.free import anchored
from onrecord.lang import english, words
from onrecord.text.layout import Layout, word_count

_NAMING = "|".join(re.escape(w) for w in english().designations)
_DESIGNATED = re.compile(rf"\b(?:{_NAMING})(?:d|ed|s|es|ing)?\b")
_ONLY_NAMED = re.compile(
    r"(?:also |been |is |was |were )*(?:named|dubbed|nicknamed|titled|entitled|designated|classified|billed"
    r"|touted|marketed|advertised)(?: as)?"
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|no)\b|n['’]t\b|\b(?:declined|refused|failed|without))(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:an?|the|its|their|his|her|this|these|such|so-called)\s+$", re.IGNORECASE)
_OPEN_QUESTION = re.compile(r"(?:whether|if|how|why|what|who|which|when|where)\b", re.IGNORECASE)
BEFORE_CUE = 25  # code points in which "did not" may stand before the cue
SILENT = frozenset(("mention", "discuss", "disclose", "specify", "elaborate", "comment", "reveal"))
NOTHING = frozenset(
    ("nothing", "nothing at all", "nothing else", "nothing more", "no more", "little", "not a word")
)
POINTERS = frozenset(("it", "this", "that", "them", "these", "those", "so"))
MAX_SCARE_WORDS = 3
_SUBJECT = re.compile(r"\b(?:who(?:ever)?|anyone|anybody|those)\s+[\"“‘'«„`]+\Z", re.IGNORECASE)
WRITER = frozenset(("i", "we"))  # outside marks, with an auxiliary: whoever writes, turning to the reader
_TURNING = re.compile(r"(?:\b(?:should|must|will|would|can|could|may|might|have to)|[’']ll)\b", re.IGNORECASE)


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
    if not draft.cue and all(r.by == "model" for r in draft.reasons) and not _quoted(layout, draft):
        return "no word gives it as said, and no marks"
    if draft.mode == "thought":
        return ""
    if text[draft.start : draft.end].lower() in NOTHING:
        return "nothing was said"
    if count == 1 and text[draft.start : draft.end].lower() in POINTERS:
        return "it points at words that stand elsewhere"
    if _by_writer(layout, draft):
        return "the writer's own words to the reader"
    if _unsaid(layout, draft):
        return "said not to have been said"
    in_block = any(r.name == "block-after-colon" for r in draft.reasons)
    if (
        _ONLY_NAMED.fullmatch(cue)
        or _DESIGNATED.search(cue)
        and count <= MAX_SCARE_WORDS + 2
        and not in_block
    ):
        return "a designation or a name, not something said"
    if count <= MAX_SCARE_WORDS + 1 and _modifies(layout, draft):
        return "a few words in marks behind an article: a scare quote or a name"
    if not anchored(draft) and _SUBJECT.search(text[max(0, draft.start - BEFORE_CUE) : draft.start]):
        return "the predicate of a clause that nobody is said to have said"
    if not anchored(draft) and count <= MAX_SCARE_WORDS:
        return "a few words in marks with nobody speaking: a scare quote or a name"
    return ""


def _quoted(layout: Layout, draft: Draft) -> bool:
    near = ((s, e, q) for s, e in draft.content for q in layout.near(s, e) if q.whole and not q.depth)
    return any(s < q.end and q.start < e for s, e, q in near)


def _modifies(layout: Layout, draft: Draft) -> bool:
    """`an “hourly briefing”`: all of it in marks, and a determiner before the mark."""
    q = layout.around(draft.start, draft.end)
    if q is None or q.end - q.start > draft.end - draft.start + 2:
        return False
    before = layout.text[max(0, q.start - BEFORE_CUE) : q.start - len(q.opener)]
    return bool(_DETERMINER.search(before))


def _by_writer(layout: Layout, draft: Draft) -> bool:
    """`I should say that …`, `we’ll start by noting …` outside all marks."""
    said = words(" ".join(layout.text[s:e] for s, e in draft.speaker))
    if not said or not draft.cue or set(said) - WRITER or draft.nested_in is not None:
        return False
    start, end = min(draft.speaker[0][0], draft.cue[0][0]), draft.cue[-1][1]
    return layout.around(start, end) is None and _TURNING.search(layout.text, start, end) is not None


def _unsaid(layout: Layout, draft: Draft) -> bool:
    """`did not say whether …`, `declined to say who …`: nothing was said."""
    if not draft.cue:
        return False
    before = layout.text[max(0, draft.cue[0][0] - BEFORE_CUE) : draft.cue[-1][1]]
    silent = any(english().lemma(w) in SILENT for s, e in draft.cue for w in words(layout.text[s:e]))
    asked = _OPEN_QUESTION.match(layout.text[draft.start : draft.end]) is not None
    return _NEGATED.search(before) is not None and (silent or asked)
