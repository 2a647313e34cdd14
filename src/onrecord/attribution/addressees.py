"""To whom: the words between a cue like "told" or "called on" and what was said."""

import re
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.lang import english, words
from onrecord.text.layout import Layout, Range, trim, word_count

SCORE = 0.85
MAX_WORDS = 18  # "the commanders in Iran and the leaders of the resistance organisations that …"
BEFORE = 12  # code points before a cue in which its auxiliary stands, where the cue lacks it
LOOK = 100  # code points behind a cue in which its object ends
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:told|asked|informed|warned|urged|ordered|advised|instructed|requested|notified|assured|reminded)\b"
)
_TELLING = frozenset(("tell", "inform", "assure", "remind", "warn"))
_STOP = re.compile(
    r"[.;:!?\"“”,\n]|\s(?:that|who|which|when|while|as|after|before|because|and\s+\w+ed|in|at|on|during|by|from|about"
    r"|last|this|through|via|outside|following|earlier|later|ahead)\b",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:not\s+)?to\s+(?!the\b|an?\b|his\b|her\b|their\b|our\b|its\b|this\b|these\b|those\b)\w|that\s", re.I
)
_TIME = re.compile(
    r"\s*\b(?:(?:on\s+|late\s+|early\s+|last\s+|this\s+|next\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|week|month|year)\b"
    r"|(?:in|at|during|via|by|over)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?"
    r"(?:statement|interview|telephone|phone|e-?mail|briefing|conference|letter|meeting)\b).*$",
    re.IGNORECASE,
)


def find_addressees(layout: Layout, drafts: Drafts) -> Drafts:
    """Set the addressee where the cue takes one, and cut it off the content."""
    return drafts.changing(_told(layout, d) for d in drafts.kept)


def _told(layout: Layout, draft: Draft) -> Draft:
    cue = _object_cue(layout, draft)
    if cue is None:
        return draft
    if is_passive(layout.text, cue):
        return _was_told(layout, draft, cue)
    found = _between(layout, draft, cue) or _at_start(layout, draft, cue) or _behind(layout, draft, cue)
    if found is None:
        return draft
    addressee, start = found
    content = ((start, draft.content[0][1]), *draft.content[1:])
    reason = rule(layout, "addressees", "object-of-cue", SCORE, addressee)
    return replace(draft, content=content, addressee=(addressee,), reasons=(*draft.reasons, reason))


def is_passive(text: str, cue: Range) -> bool:
    """Whether a cue says that somebody was told something: who stands before it did not say it."""
    return _PASSIVE.search(text, max(0, cue[0] - BEFORE), cue[1]) is not None


def _was_told(layout: Layout, draft: Draft, cue: Range) -> Draft:
    """`The players were asked to leave`: who stands before the cue was spoken to and said nothing."""
    before = [r for r in draft.speaker if r[1] <= cue[0]]
    if not before:
        return draft
    rest = tuple(r for r in draft.speaker if r not in before)
    reason = rule(layout, "addressees", "subject-of-passive-cue", SCORE, before[0])
    return replace(draft, speaker=rest, addressee=(before[0],), reasons=(*draft.reasons, reason))


def _object_cue(layout: Layout, draft: Draft) -> Range | None:
    """The last stretch of a cue that takes somebody as its object."""
    for span in reversed(draft.cue):
        lemmas = [english().lemma(w) for w in words(layout.text[slice(*span)])]
        if "call" in lemmas and not {"on", "upon"} & set(lemmas):
            continue  # "called it a lie"
        if any(lemma in english().addressing for lemma in lemmas):
            return span
    return None


def _between(layout: Layout, draft: Draft, cue: Range) -> tuple[Range, int] | None:
    """`told the council | that …`: the words between cue and content."""
    start, end = cue[1], draft.start
    between = layout.text[start:end]
    if not 0 < end - start <= 160 or re.search(r"[.;:!?\"“”]", between[:-2]):
        return None
    match = _TIME.search(between)
    addressee = trim(layout.text, start, start + match.start() if match else end)
    addressee = _bare(layout, addressee)
    return (addressee, draft.start) if _is_party(layout, addressee) else None


def _at_start(layout: Layout, draft: Draft, cue: Range) -> tuple[Range, int] | None:
    """`called on | the council to act`: the network took the object into the content."""
    start, end = draft.content[0]
    if layout.text[cue[1] : start].strip(" ,") or layout.around(start, end) is not None:
        return None
    for match in _START.finditer(layout.text, start + 1, end):
        addressee = _bare(layout, trim(layout.text, start, match.start()))
        if word_count(layout.text, (addressee,)) > MAX_WORDS or re.search(
            r"[;:\"“”]", layout.text[slice(*addressee)]
        ):
            return None
        if _is_party(layout, addressee):
            return addressee, match.start()
    return None


def _behind(layout: Layout, draft: Draft, cue: Range) -> tuple[Range, int] | None:
    """`"We are ready," he told | reporters | on Monday`: what was said stands before the cue."""
    text, start = layout.text, cue[1]
    if draft.start > cue[0] or not any(english().lemma(w) in _TELLING for w in words(text[slice(*cue)])):
        return None
    later = (s for s, _ in (*draft.content, *draft.speaker) if s >= start)
    sentence = layout.sentence(cue[0])
    end = min(*later, start + LOOK, sentence[1] if sentence else start + LOOK, len(text))
    stop = _STOP.search(text, start, end)
    end = stop.start() if stop else end
    time = _TIME.search(text[start:end])
    addressee = _bare(layout, trim(text, start, start + time.start() if time else end))
    return (addressee, draft.start) if _is_party(layout, addressee) else None


def _bare(layout: Layout, r: Range) -> Range:
    start, end = r
    while end > start and layout.text[end - 1] in ",:–— ":
        end -= 1
    return start, end


def _is_party(layout: Layout, r: Range) -> bool:
    """Somebody: a name, a pronoun, a determiner or a plural; not "that he" or "in a letter"."""
    found = words(layout.text[slice(*r)])
    if not found or len(found) > MAX_WORDS or found[0] in _NO_PARTY:
        return False
    first = layout.text[r[0]]
    head = next((found[i - 1] for i, word in enumerate(found) if i and word in _AFTER_HEAD), found[-1])
    known = head in _NOBODY_IN_PARTICULAR
    return first.isupper() or first == "[" or found[0] in _DETERMINERS or head.endswith("s") or known


_AFTER_HEAD = frozenset(("of", "who", "that", "whose", "in", "at", "by", "with", "from", "outside", "near"))
_DETERMINERS = frozenset(
    (
        "those",
        "these",
        "some",
        "many",
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "our",
        "my",
        "its",
        "him",
        "them",
        "me",
        "us",
        "all",
        "other",
        "both",
        "you",
    )
)
_NOBODY_IN_PARTICULAR = frozenset(
    (
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "management",
        "parliament",
        "congress",
        "everyone",
        "anyone",
        "someone",
        "nobody",
    )
)
_NO_PARTY = frozenset(
    (
        "after",
        "before",
        "but",
        "while",
        "that",
        "in",
        "on",
        "at",
        "for",
        "with",
        "by",
        "from",
        "during",
        "to",
        "how",
        "why",
        "what",
        "when",
        "where",
        "whether",
        "if",
        "attention",
        "not",
        "again",
    )
)
