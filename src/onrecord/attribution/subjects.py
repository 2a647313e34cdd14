"""Whoever stands right before a cue speaks, where the network named nobody: `“Go,” he stormed.`"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.lang import english
from onrecord.text.layout import Layout, Range

SCORE = 0.7
REACH = 100  # code points before the cue in which the subject stands
_PASSIVE = re.compile(r"(?:is|are|was|were|be|been|being|’s|'s)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_ADVERB = (
    r"(?:,?\s+(?:however|also|later|yesterday|today|earlier|again|reportedly|meanwhile"
    r"|(?:on\s+|last\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this)\s+(?:night|week|month|year))){0,2},?"
)
_NAMED = r"(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.!?”\"’]\s)|(?<=,\s))(?:(?:[Bb]ut|[Aa]nd)\s+)?(?P<who>[Hh]e|[Ss]he|[Tt]hey|{_NAMED}){_ADVERB}\s+$"
)


def find_subjects(layout: Layout, drafts: Drafts) -> Drafts:
    """Give every draft with a plain cue and no speaker the subject of that cue."""
    return drafts.changing(_named(layout, drafts))


def _named(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    for draft in drafts.kept:
        if draft.cue and not draft.named_by and draft.mode != "thought":
            subject = _subject(layout, draft.cue[0])
            if subject is not None:
                reason = rule(layout, "speakers", "subject-of-cue", SCORE, subject)
                yield replace(draft, speaker=(subject,), reasons=(*draft.reasons, reason))


def _subject(layout: Layout, cue: Range) -> Range | None:
    words = layout.text[slice(*cue)].split()
    sentence = layout.sentence(cue[0])
    finite = len(words) == 1 and (words[0].endswith("ed") or _is_finite(words[0]))
    if sentence is None or not finite:
        return None
    low = max(sentence[0], cue[0] - REACH)
    if _PASSIVE.search(layout.text, low, cue[0]) is not None:
        return None
    match = _SUBJECT.search(layout.text[low : cue[0]])
    if match is None or match.start("who") + low <= sentence[0] - 1 or _opens(match["who"]):
        return None
    return low + match.start("who"), low + match.end("who")


def _is_finite(word: str) -> bool:
    return word.endswith(("s", "said", "told", "wrote")) and english().is_cue(word)


def _opens(words: str) -> bool:
    """Whether it is no name, but a word that a sentence begins with: "When asked"."""
    first = words.split()[0].lower()
    return " " not in words and first in english().openers and first not in ("he", "she", "they")
