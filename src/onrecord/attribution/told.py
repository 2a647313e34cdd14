"""Somebody as the object of a cue: "told reporters", "called on the council to act", "asked him whether"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, overlap, rule
from onrecord.attribution.listener import listener_at
from onrecord.lang import english
from onrecord.text.layout import Layout, Range, trim

SCORE = 0.85
MAX_GAP = 110  # code points between somebody and what they were told: when, where and in what company
TIME = 60  # code points that a day, a place or a call takes there
LOOK = 220  # code points behind a cue in which its object stands
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLE = {
    "call": re.compile(r"\s+(?P<which>on|upon|for)\b", re.IGNORECASE),
    "appeal": re.compile(r"\s+(?P<which>to|for)\b", re.IGNORECASE),
    "plead": re.compile(r"\s+(?P<which>with|for)\b", re.IGNORECASE),
}
_MAYBE = re.compile(r"\s+(?P<which>for|of|to)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\b(?:the|an?|his|her|its|their|our|my|this|any|no|new)|['’]s?)\s+$", re.I)
_TIME = re.compile(
    r",?\s*\b(?:on|late|early|earlier|last|this|next|later|again|repeatedly|also|yesterday|today|tonight|previously|in|at|during"
    r"|via|by|over|through|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r",?\s*(?:\([^()\n]{1,40}\),?\s*)?(?:not\s+)?to\s+"
    r"(?!the\b|an?\b|his\b|her\b|their\b|our\b|its\b|this\b|these\b|those\b)[a-z“\"]"
)
_TO_DO_IN_TITLE = re.compile(r",?\s*(?:Not\s+|not\s+)?[Tt]o\s+[A-Za-z]")
_TO_BE = re.compile(r"\s+(?:not\s+)?to\s+be\s", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s*(?:that|whether|if|how|what|why|when|where|who|which)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?:about|of|over|on|against|for|into|that)\s", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\s*(?:(?i:i|he|she|it|they|we|you|there|the|an?|this|these|those|his|her|their|its|our|my)|[A-Z][\w-]+)(?:['’]\w+)?\s"
)
_QUOTE = re.compile(r"\s*[:,]?\s*[“\"‘]")
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
_CLAUSAL = frozenset(  # verbs behind whose object a clause follows without "that"
    (
        "tell",
        "warn",
        "inform",
        "assure",
        "remind",
        "promise",
        "notify",
        "reassure",
        "convince",
        "persuade",
        "advise",
    )
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
    if only_to and (_TO_BE.match(text, mention[1]) or not _to_do(text, mention[1])):
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
        title = _TO_DO_IN_TITLE.match(text, mention[1], touched[0][1])
        start = _first_letter(text, mention[1], touched[0][1]) if title else None
    if start is None:
        whole = touched[0][1] <= mention[1] or not text[mention[1] : touched[0][1]].strip(" ,")
        return (*before, *rest) if whole and rest else None
    cut = trim(text, start, touched[0][1])
    return (*before, cut, *rest) if cut[0] < cut[1] else None


def complement_at(text: str, verb: str, at: int, end: int) -> int | None:
    """Where what was said begins behind the object that the network took for a part of it."""
    clause = verb in _CLAUSAL and _SUBJECT.match(text, at, end)
    for found in (_CLAUSE.match(text, at, end), _TO_DO.match(text, at, end), _QUOTE.match(text, at, end)):
        if found:
            return _first_letter(text, at, end)
    if _TIME.match(text, at, end):
        for blank in re.finditer(r"\s", text[at : min(end, at + TIME)]):
            behind = at + blank.start()
            if any(p.match(text, behind, end) for p in (_CLAUSE, _TO_DO, _QUOTE)):
                return _first_letter(text, behind, end)
    return _first_letter(text, at, end) if clause or _ABOUT.match(text, at, end) else None


def _first_letter(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,:\n":
        at += 1
    return at


def _to_do(text: str, at: int) -> bool:
    return bool(_TO_DO.match(text, at) or _TO_DO_IN_TITLE.match(text, at))


def _close(layout: Layout, end: int, start: int) -> bool:
    """Nothing but when and where stands between them, and no other sentence begins."""
    between = layout.text[end:start]
    return len(between) <= MAX_GAP and not re.search(r"[.!?]\s+[A-Z“\"]|\n\s*\n", between)


def _without(layout: Layout, cue: Range, mention: Range) -> Range:
    return trim(layout.text, cue[0], mention[0]) if cue[0] < mention[0] < cue[1] else cue
