"""Somebody told, urged or asked where nothing else was found: "she urged the crews to stay"."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.attribution.complement import complement_at
from onrecord.attribution.draft import Draft, Drafts, overlap, rule, size
from onrecord.attribution.listener import listener_at, subject_at
from onrecord.attribution.phrases import clause_start, subject_before
from onrecord.attribution.told import base_of
from onrecord.attribution.was_told import is_passive
from onrecord.lang import english, words
from onrecord.text.layout import Layout, Range, trim, word_count

SCORE = 0.6
MIN_WORDS = 2
SAME = 0.5  # share of a content that another has too, from which on it is that one
REACH = 400  # code points before a word in which its subject stands
BEFORE = 30  # code points before a word in which its auxiliaries stand
_UNREAL = re.compile(
    r"\b(?:to|not|never|n['’]t|would|will|could|should|can|must|may|might|shall|if|let|please|['’](?:d|ll))\s+(?:\w+ly\s+|also\s+)?$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:\b(?:the|an?|his|her|its|their|our|my|this|any|no)|['’]s)\s+$", re.IGNORECASE)
_SAID = re.compile(
    r"(?:not\s+)?(?:that|whether|if|how|what|why|when|where|who|to|i|he|she|it|they|we|you|there|the|an?|his|her|their|its|our|my|these|those|[A-Z“\"‘])"
)
_CLAUSE = re.compile(
    r"[,;:–—(]\s+(?:and\s+|but\s+)?|[“”\"]\s*|\b(?:that|and|but|while|as|after|before|because|when|who|which|if|said|says|in|by|of)\s+",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.;!?…](?=\s|$|[”\"’'])|,\s+(?:but|and|while|although|though|as|after|before|saying|adding|which|who|a|an|the|according|thus|was|is|were|has|had|\w+ed)\b|\s[–—]\s|\s--\s"
    r"|\s+and\s+(?:said|says|told|added|was|were|is|are|has|have|had)\b"
)
_AUXILIARY = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|be|been|being|also|already|later|then|once|repeatedly|reportedly|allegedly|just|now|since"
    r"|recently|again|\w+ly))+\s*$",
    re.IGNORECASE,
)


def tellings(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    """One for each telling word with a listener and a complement that no attribution uses."""
    key = drafts.next_key
    used = {at for d in drafts.kept for s, e in (*d.cue, *d.speaker) for at in range(s, e)}
    for block in layout.blocks:
        for match in _teller().finditer(layout.text, block.start, block.end):
            found = None if match.start() in used else _telling(layout, drafts, match)
            if found is not None:
                content, speaker = found
                reason = rule(layout, "content", "teller-with-listener", SCORE, match.span())
                yield Draft(key, (content,), (match.span(),), (speaker,), score=SCORE, reasons=(reason,))
                key += 1


def _telling(layout: Layout, drafts: Drafts, match: re.Match[str]) -> tuple[Range, Range] | None:
    """Content and speaker; whoever was told is found with those of all others."""
    text, cue = layout.text, match.span()
    sentence = layout.sentence(cue[0])
    if sentence is None or _is_none(text, sentence, cue):
        return None
    limit = _limit(layout, sentence, cue)
    start = _behind_listener(text, match["verb"], cue[1], limit)
    if start is None or not _SAID.match(text, start):
        return None
    stop = _END.search(text, start, limit)
    content = trim(text, start, stop.start() if stop else limit)
    if word_count(text, (content,)) < MIN_WORDS or not _is_new(drafts, content):
        return None
    speaker = _subject(layout, sentence, cue)
    return (content, speaker) if speaker is not None else None


def _behind_listener(text: str, word: str | None, at: int, limit: int) -> int | None:
    verb = (word and base_of(word)) or "call"
    listener = listener_at(text, at, limit, sure=verb in ("tell", "urge", "call"))
    return complement_at(text, verb, listener[1], limit) if listener else None


def _is_none(text: str, sentence: Range, cue: Range) -> bool:
    """Wished, feared or left undone, a noun, or a passive."""
    before = max(sentence[0], cue[0] - BEFORE)
    unreal = _UNREAL.search(text, before, cue[0]) or _NOUN.search(text, before, cue[0])
    return unreal is not None or is_passive(text, cue)


def _limit(layout: Layout, sentence: Range, cue: Range) -> int:
    around = layout.around(*cue)
    return min(sentence[1], around.end) if around is not None else sentence[1]


def _is_new(drafts: Drafts, content: Range) -> bool:
    length = content[1] - content[0]  # another as long as this that shares half of it begins no further away
    for draft in drafts.beginning_in(content[0] - 2 * length, content[1] + length):
        shared = overlap(draft.content, (content,))
        if shared >= SAME * max(size(draft.content), length):
            return False
    return True


def _subject(layout: Layout, sentence: Range, cue: Range) -> Range | None:
    text = layout.text
    auxiliary = _AUXILIARY.search(text, max(sentence[0], cue[0] - 2 * BEFORE), cue[0])
    end = auxiliary.start() if auxiliary else cue[0]
    around = layout.around(*cue)
    first = max(sentence[0], cue[0] - REACH, around.start if around is not None else 0)
    near = subject_before(text, clause_start(text, first, end, _CLAUSE), end)
    found = near or subject_at(text, first, cue[0])
    if found is None or set(words(text[slice(*found)])) <= english().first_person:
        return None
    return found


@cache
def _teller() -> re.Pattern[str]:
    forms = "|".join(sorted((f for verb in english().tellers for f in _forms(verb)), key=len, reverse=True))
    return re.compile(rf"\b(?:(?P<verb>{forms})|(?:call(?:s|ed|ing)\s+(?:on|upon)))\b")


def _forms(verb: str) -> tuple[str, ...]:
    irregular = [form for form, base in english().irregular.items() if base == verb]
    stem = verb.removesuffix("e")
    return (f"{verb}s", f"{stem}ed", f"{stem}ing", *irregular)
