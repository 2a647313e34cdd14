"""To whom: the words between a cue like "told" or "called on" and what was said."""

import re
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.lang import english, words
from onrecord.text.layout import Layout, Range, trim, word_count

SCORE = 0.85
MAX_WORDS = 18  # "the commanders in Iran and the leaders of the resistance organisations that …"
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
    found = _between(layout, draft, cue) or _at_start(layout, draft, cue)
    if found is None:
        return draft
    addressee, start = found
    content = ((start, draft.content[0][1]), *draft.content[1:])
    reason = rule(layout, "addressees", "object-of-cue", SCORE, addressee)
    return replace(draft, content=content, addressee=(addressee,), reasons=(*draft.reasons, reason))


def _object_cue(layout: Layout, draft: Draft) -> Range | None:
    """The last stretch of a cue that takes somebody as its object."""
    for span in reversed(draft.cue):
        if any(english().lemma(w) in english().addressing for w in words(layout.text[slice(*span)])):
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
    short = len(found) <= 2 and found[-1] not in _NO_PARTY
    return first.isupper() or first == "[" or found[0] in _DETERMINERS or found[-1].endswith("s") or short


_DETERMINERS = frozenset(
    (
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
_NO_PARTY = frozenset(
    (
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
