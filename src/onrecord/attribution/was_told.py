"""Somebody who was told or asked: "he was told to leave", "asked whether it rained, she said"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, overlap, rule
from onrecord.attribution.listener import subject_at
from onrecord.attribution.phrases import clause_start
from onrecord.lang import english
from onrecord.text.layout import Layout, Range, trim

SCORE = 0.8
REACH = 400  # code points before a cue in which its subject stands
BEFORE = 24  # code points before a cue in which its auxiliary stands, where the cue lacks it
_PARTICIPLE = re.compile(r"\b(?:told|\w+ed|begged)\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being|get|got|gets|getting|having been)|[’']re|[’']m)\s+"
    r"(?:(?:\w+ly|also|again|already|never|once|first|once again|not|to be)\s+){0,2}$",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(r"\s+(?:that|to|not to|how|whether|of)\b")
_ALWAYS_PASSIVE = frozenset(("told", "informed", "notified"))  # where no object follows
_WORD = re.compile(r"(?<![\w-])\[?\w[\w.-]*")
_BREAKS = re.compile(
    r"[,;:.!?“”\"()\[\]–—]\s*|--\s*|\b(?:that|and|but|because|when|if|while|after|before|as|said|says|though|although|since)\s+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\s+(?:who|which|that)\s*$")
_AUXILIARIES_BEFORE = re.compile(
    r"(?:\s*\b(?:has|have|had|will|would|could|may|might|can|should|must|also|later|then|reportedly|allegedly|supposedly"
    r"|being|been|was|were|is|are|be|not|never|once|recently|already|repeatedly|\w+ly)|[’'](?:ve|d|s|re|ll|m))+\s*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:asked|questioned|pressed|quizzed)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:\b(?:when|if|while|after|before|once)|[,–—])\s+$", re.IGNORECASE)
_NO_LISTENER = re.compile(
    r"\s+(?:by|if|whether|about|how|what|why|when|where|who|on|at|repeatedly|to|point-blank|again|\w+day)\b",
    re.IGNORECASE,
)
_VERB_NEXT = re.compile(r"\s+[a-z’']")


def told_or_asked(layout: Layout, draft: Draft) -> Draft | None:
    """The draft with whoever its passive cue says was told as addressee, not as speaker."""
    for span in draft.cue:
        for match in _PARTICIPLE.finditer(layout.text, *span):
            if not english().addresses(match.group()) or match.group().lower() in ("called", "appealed"):
                continue
            if is_passive(layout.text, (match.start(), match.end())):
                return _was_told(layout, draft, match.start())
            if _ASKED.match(match.group()) and _opens(layout, match.start()):
                return _when_asked(layout, draft, match.start())
    return None


def is_passive(text: str, cue: Range) -> bool:
    """Whether a cue says that somebody was told something: who stands before it did not say it."""
    for match in _PARTICIPLE.finditer(text, *cue):
        low = match.group().lower()
        if not english().addresses(low) or low in ("called", "appealed"):
            continue
        if _AUXILIARY.search(text, max(0, match.start() - BEFORE), match.start()):
            return True
        if low in _ALWAYS_PASSIVE and _NO_OBJECT.match(text, match.end()):
            return True
    return False


def _was_told(layout: Layout, draft: Draft, at: int) -> Draft:
    """`The players were asked to leave`: who stands before the cue was spoken to and said nothing."""
    before = [r for r in draft.speaker if r[1] <= at]
    found = before[0] if before else _subject(layout, at)
    if found is None:
        return draft
    return _heard_by(layout, draft, found, "subject-of-passive-cue") or draft


def _subject(layout: Layout, at: int) -> Range | None:
    text = layout.text
    sentence = layout.sentence(at)
    if sentence is None:
        return None
    auxiliaries = _AUXILIARIES_BEFORE.search(text, max(sentence[0], at - 60), at)
    end = auxiliaries.start() if auxiliaries else at
    relative = _RELATIVE.search(text, max(sentence[0], end - 12), end)
    end = relative.start() if relative else end
    start = clause_start(text, max(sentence[0], end - 150), end, _BREAKS)
    for word in _WORD.finditer(text, start, end):
        own = subject_at(text, word.start(), at)
        if own is not None and not text[own[1] : end].strip(" ,"):
            return own
    for match in reversed(list(_BREAKS.finditer(text, max(sentence[0], start - REACH), start))):
        before = subject_at(text, match.end(), at)
        if before is not None and _VERB_NEXT.match(text, before[1]):
            return before
    return subject_at(text, _past_opening(text, *sentence), at)


def _past_opening(text: str, start: int, end: int) -> int:
    while start < end and not (text[start].isalnum() or text[start] == "["):
        start += 1
    return start


def _opens(layout: Layout, at: int) -> bool:
    """`When asked`, `Asked by`: the participle opens a clause of its own, and nobody stands behind it."""
    sentence = layout.sentence(at)
    if sentence is None or not _NO_LISTENER.match(layout.text, _end_of_word(layout.text, at)):
        return False
    if not layout.text[sentence[0] : at].strip("“\"'‘ "):
        return True
    return _OPENING.search(layout.text, max(sentence[0], at - 16), at) is not None


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def _when_asked(layout: Layout, draft: Draft, at: int) -> Draft | None:
    """`Asked whether it rained, | she | said no`: the answer has the listener for its subject."""
    sentence = layout.sentence(at)
    if sentence is None:
        return None
    found = next(_subjects_behind(layout, draft, sentence[1]), None)
    if found is None:
        low = max(sentence[0], at - REACH)
        before = clause_start(layout.text, low, max(low, at - 6), _BREAKS)
        found = subject_at(layout.text, before, at)
        if found is None:
            return None
    return _heard_by(layout, draft, found, "asked-and-answered")


def _subjects_behind(layout: Layout, draft: Draft, end: int) -> Iterator[Range]:
    text = layout.text
    last = max(draft.content[-1][1], draft.cue[-1][1])
    for match in re.finditer(r"[,?]\s+|--?\s+|[–—]\s+", text[last - 1 : min(end, last + 160)]):
        found = subject_at(text, last - 1 + match.end(), end)
        if found is not None and _VERB_NEXT.match(text, found[1]):
            yield found


def _heard_by(layout: Layout, draft: Draft, mention: Range, name: str) -> Draft | None:
    """With this as addressee, and out of speaker and content."""
    speaker = tuple(s for s in draft.speaker if not overlap((s,), (mention,)))
    content = tuple(p for piece in draft.content for p in _parts(layout.text, piece, mention))
    if not content:
        return None
    reason = rule(layout, "addressees", name, SCORE, mention)
    return replace(
        draft, speaker=speaker, content=content, addressee=(mention,), reasons=(*draft.reasons, reason)
    )


def _parts(text: str, piece: Range, mention: Range) -> Iterator[Range]:
    start, end = piece
    if not overlap((piece,), (mention,)):
        yield piece
    elif mention[1] < end and mention[0] <= start:
        yield trim(text, mention[1], end)
    elif start < mention[0]:
        yield trim(text, start, mention[0])
