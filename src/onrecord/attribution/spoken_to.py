"""Somebody behind "to": "said to the council", "in a letter to the minister", "speaking to reporters"."""

import re
from dataclasses import replace
from functools import cache

from onrecord.attribution.draft import Draft, overlap, rule
from onrecord.attribution.listener import listener_at
from onrecord.lang import english, words
from onrecord.text.layout import Layout, Range, trim

SCORE = 0.8
REACH = 160  # code points between a cue and the message that its words stood in
_TO = re.compile(r"\s+(?:(?P<to>to|with)\s+)", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:who|that)\s+(?:(?:have|has|had|just|recently)\s+)*(?:spoken|spoke|talked|written|wrote)\s+(?:to|with)\s+"
)
_ADDRESSING = re.compile(r"Addressing\s+")
_LABEL = re.compile(r"\s+[Tt]o\s+(?=\[?[A-Z@])")


def behind_to(layout: Layout, draft: Draft) -> Draft | None:
    """The draft with whoever its cue, or the message its words stand in, is directed to."""
    if not draft.cue:
        return _labelled(layout, draft)
    found = (
        _behind_cue(layout, draft)
        or _message(layout, draft)
        or _of_speaker(layout, draft)
        or _addressing(layout, draft)
    )
    if found is None:
        return None
    cut = _without(layout, draft, found)
    reason = rule(layout, "addressees", "behind-to", SCORE, found)
    return cut and replace(cut, addressee=(found,), reasons=(*draft.reasons, reason))


def _labelled(layout: Layout, draft: Draft) -> Draft | None:
    """`Minister Orlan To Envoy Marek: "…"`: a heading that names both."""
    for start, end in draft.speaker:
        colon = layout.text.find(":", end, draft.start)
        match = _LABEL.search(layout.text, start, colon if 0 < colon < end + REACH else end)
        if match is None or draft.start < start:
            continue
        heard = trim(layout.text, match.end(), max(end, colon))
        reason = rule(layout, "addressees", "label", SCORE, heard)
        speaker = tuple(s if s != (start, end) else (start, min(end, match.start())) for s in draft.speaker)
        return replace(draft, speaker=speaker, addressee=(heard,), reasons=(*draft.reasons, reason))
    return None


def _behind_cue(layout: Layout, draft: Draft) -> Range | None:
    """`wrote | to the council | that …`, `“It rained,” she said | to the court`."""
    text = layout.text
    for start, end in reversed(draft.cue):
        inside = list(_TO.finditer(text, start, min(end + 1, len(text))))
        match = inside[-1] if inside else _TO.match(text, end)
        if match is None or not _directed(text[start : match.start()], match["to"].lower()):
            continue
        found = _listener(layout, match.end(), strict=True)
        if found is not None:
            return found
    return None


def _directed(cue: str, preposition: str) -> bool:
    language = english()
    lemmas = [language.lemma(w) for w in words(cue)]
    if preposition == "with":
        return "plead" in lemmas or "pleaded" in lemmas
    said = any(lemma in language.reporting or lemma in language.cue_nouns for lemma in lemmas)
    indicated = {
        "indicate",
        "indicated",
        "disclose",
        "send",
        "sent",
        "relay",
        "relayed",
        "lie",
        "lied",
    } & set(lemmas)
    return bool(said or indicated) and not any(lemma in language.listeners.not_to for lemma in lemmas)


def _message(layout: Layout, draft: Draft) -> Range | None:
    """`sent a letter to X saying`, `said in a statement emailed to X`, `In remarks to X, he said`."""
    cue = draft.cue[-1]
    low, high = layout.sentence(cue[0]) or cue
    low, high = max(low, cue[0] - REACH), min(high, cue[1] + REACH)
    if " to " not in layout.text[low:high]:
        return None
    for match in _messages().finditer(layout.text, low, high):
        inside = any(overlap((c,), (match.span(),)) for c in draft.content)
        if inside or layout.around(*match.span()) is not None or _parted(layout, draft, match.span()):
            continue
        found = _listener(layout, match.end(), strict=False)
        if found is not None:
            return found
    return None


def _of_speaker(layout: Layout, draft: Draft) -> Range | None:
    """`Envoys | who had spoken to the mayor | said`: whom the speakers are said to have talked to."""
    for start, end in draft.speaker:
        behind = draft.cue[0][0] if end <= draft.cue[0][0] <= end + 60 else end
        match = _SPOKEN.search(layout.text, start, behind)
        if match is not None:
            return _listener(layout, match.end(), strict=False)
    return None


def _addressing(layout: Layout, draft: Draft) -> Range | None:
    """`Addressing a rally in Vell, | Orlan said`."""
    sentence = layout.sentence(draft.cue[0][0])
    match = _ADDRESSING.match(layout.text, *sentence) if sentence else None
    if match is None or draft.start < match.end():
        return None
    return _listener(layout, match.end(), strict=False)


def _parted(layout: Layout, draft: Draft, message: Range) -> bool:
    """Whether another clause stands between the message and the cue."""
    first, last = sorted((message, draft.cue[-1]))
    between = layout.text[first[1] : last[0]]
    behind = message == last and "," in between
    return behind or bool(re.search(r"[;:“”\"]|\b(?:but|because|that|which|after|when|while)\b", between))


@cache
def _messages() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in english().listeners.messages)
    return re.compile(
        rf"\b(?:wrote|tweeted|posted|talks|complained|appealed|(?:{nouns}))\s+(?:\w+ly\s+)?(?:(?:sent|emailed|e-mailed|released|issued|given|made|provided|addressed|written"
        r"|posted|delivered|earlier|this|last|late|on|week|month|year|"
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+){0,4}to\s+",
        re.IGNORECASE,
    )


def _listener(layout: Layout, at: int, *, strict: bool) -> Range | None:
    sentence = layout.sentence(at)
    return listener_at(layout.text, at, sentence[1], strict=strict) if sentence else None


def _without(layout: Layout, draft: Draft, mention: Range) -> Draft | None:
    """The draft with this taken off its cue, speaker and the beginning of its content."""
    text = layout.text
    cue = tuple(
        trim(text, s, mention[0]) if s < mention[0] < e else (s, e)
        for s, e in draft.cue
        if s < mention[0] or s >= mention[1]
    )
    first, last = draft.content[0]
    if first < mention[1] and mention[0] < last:
        if mention[1] >= last:
            pieces = draft.content[1:]
        else:
            pieces = (trim(text, _skip(text, mention[1], last), last), *draft.content[1:])
    else:
        pieces = draft.content
    kept = tuple((s, e) for s, e in pieces if s < e)
    speaker = tuple(s for s in draft.speaker if s[0] < mention[0] or s[0] >= mention[1])
    return replace(draft, cue=cue, content=kept, speaker=speaker) if kept else None


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,:\n":
        at += 1
    return at
