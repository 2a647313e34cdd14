"""Somebody as the object of a cue: "told reporters", "called on the council to act", "asked him whether"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.complement import complement_at, complement_in_title, does_something
from onrecord.attribution.draft import Draft, overlap, rule
from onrecord.attribution.listener import listener_at
from onrecord.lang import english
from onrecord.text.layout import Layout, Range, trim

SCORE = 0.85
MAX_GAP = 110  # code points between somebody and what they were told: when, where and in what company
LOOK = 220  # code points behind a cue in which its object stands
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLE = {
    "call": re.compile(r"\s+(?P<which>on|upon|for)\b", re.IGNORECASE),
    "appeal": re.compile(r"\s+(?P<which>to|for)\b", re.IGNORECASE),
    "plead": re.compile(r"\s+(?P<which>with|for)\b", re.IGNORECASE),
}
_MAYBE = re.compile(r"\s+(?P<which>for|of|to)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\b(?:the|an?|his|her|its|their|our|my|this|any|no|new)|['’]s?)\s+$", re.I)
_SURE = frozenset(  # verbs that take nobody but a listener
    (
        "tell",
        "told",
        "urge",
        "inform",
        "assure",
        "reassure",
        "remind",
        "notify",
        "call",
        "appeal",
        "plead",
        "exhort",
        "implore",
        "beg",
    )
)
_REST = re.compile(r"\s+(?:in\s+[A-Z]|from\s|of\s|and\s|who\s)|,\s+(?:of\s|and\s|the\s|an?\s|[A-Z])")
_WHEN = re.compile(
    r",?\s*\b(?:(?:on\s+|late\s+|early\s+|last\s+|this\s+|next\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|week|month|year)\b"
    r"|(?:in|at|during|via|by|over)\s+(?:an?|the|his|her)\s).*$",
    re.IGNORECASE | re.DOTALL,
)


def object_of_cue(layout: Layout, draft: Draft) -> Draft | None:
    """The draft with whoever stands behind its cue as addressee, and with cue and content cut there."""
    for span, verb, at, strict in _verbs(layout, draft):
        limit = _limit(layout, span)
        mention = listener_at(layout.text, at, limit, strict=strict, sure=verb in _SURE)
        if mention is None or layout.text[at : mention[0]].strip():
            continue
        mention = _whole(layout.text, mention, draft.start)
        content = _content_behind(layout, draft, verb, mention, only_to=strict)
        if content:
            reason = rule(layout, "addressees", "object-of-cue", SCORE, mention)
            cue = tuple(c if c != span else _without(layout, c, mention) for c in draft.cue)
            speaker = tuple(s for s in draft.speaker if not overlap((s,), (mention,)))
            reasons = (*draft.reasons, reason)
            return replace(
                draft, cue=cue, content=content, speaker=speaker, addressee=(mention,), reasons=reasons
            )
    return None


def _verbs(layout: Layout, draft: Draft) -> Iterator[tuple[Range, str, int, bool]]:
    """Verbs of the cue that take somebody: stretch of cue, base form, where the object begins, "for"?"""
    text = layout.text
    for span in reversed(draft.cue):
        for match in reversed(list(_WORD.finditer(text, *span))):
            lemma = base_of(match.group())
            if lemma is None:
                continue
            particle = _PARTICLE.get(lemma, _MAYBE).match(text, match.end())
            if particle is None and lemma in _PARTICLE:
                continue  # "called it a lie"
            if particle is not None and particle["which"].lower() == "of":
                continue
            end = particle.end() if particle else match.end()
            noun = _ARTICLE.search(text, max(0, match.start() - 12), match.start()) is not None
            if particle is None and noun and not match.group().lower().endswith(("ed", "told")):
                continue  # "a warning that"
            yield (
                span,
                lemma,
                end,
                particle is not None and (particle["which"].lower() == "for" or lemma not in _PARTICLE),
            )


def base_of(word: str) -> str | None:
    low, language = word.lower(), english()
    if not language.addresses(low):
        return None
    forms = (
        language.irregular.get(low, low),
        low.removesuffix("ing"),
        low.removesuffix("ed"),
        low.removesuffix("s"),
    )
    known = (form for form in forms if form in language.addressing)
    return next(known, low)


def _whole(text: str, mention: Range, content: int) -> Range:
    """With what belongs to it up to the content: "the crews | in Vell and the captains"."""
    if not mention[1] < content <= mention[1] + MAX_GAP or not _REST.match(text, mention[1], content):
        return mention
    rest = _WHEN.sub("", text[mention[1] : content]).rstrip(" ,")
    return mention if re.search(r"[.;:!?\"“”\n]", rest) else (mention[0], mention[1] + len(rest))


def _limit(layout: Layout, cue: Range) -> int:
    """The object ends with the sentence, and before marks."""
    sentence = layout.sentence(cue[1] - 1)
    end = sentence[1] if sentence else cue[1] + LOOK
    later = (q.start for q in layout.near(cue[1], cue[1] + LOOK) if q.depth == 0 and q.start > cue[1])
    return min(end, cue[1] + LOOK, *later)


def _content_behind(
    layout: Layout, draft: Draft, verb: str, mention: Range, *, only_to: bool
) -> tuple[Range, ...] | None:
    """The content without the object; None where what follows shows that it is no object."""
    text, pieces = layout.text, draft.content
    if only_to and not does_something(text, mention[1]):
        return None  # "asked for help", "called for the ban to be lifted"
    if draft.start >= mention[1]:
        return pieces if verb in _SURE or _close(layout, mention[1], draft.start) else None
    touched = [p for p in pieces if overlap((p,), (mention,))]
    if not touched:
        return pieces if not only_to else None
    rest = tuple(p for p in pieces if p[0] >= mention[1])
    before = tuple(p for p in pieces if p[1] <= mention[0])
    start = complement_at(text, verb, mention[1], touched[0][1])
    if start is None and draft.cue and text[draft.cue[-1][0]].isupper():
        start = complement_in_title(text, mention[1], touched[0][1])
    if start is None:
        whole = touched[0][1] <= mention[1] or not text[mention[1] : touched[0][1]].strip(" ,")
        return (*before, *rest) if whole and rest else None
    cut = trim(text, start, touched[0][1])
    return (*before, cut, *rest) if cut[0] < cut[1] else None


def _close(layout: Layout, end: int, start: int) -> bool:
    """Nothing but when and where stands between them, and no other sentence begins."""
    between = layout.text[end:start]
    return len(between) <= MAX_GAP and not re.search(r"[.!?]\s+[A-Z“\"]|\n\s*\n", between)


def _without(layout: Layout, cue: Range, mention: Range) -> Range:
    return trim(layout.text, cue[0], mention[0]) if cue[0] < mention[0] < cue[1] else cue
