"""Joint parties: "Ann Lee and the mayor" are two, "Ministry of Health and Welfare" is one."""

import re

from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.phrase import LONGEST, Phrases
from onrecord.text.layout import Range

_AND = re.compile(r"(?:,?[ \xa0]and[ \xa0](?:also[ \xa0])?|,[ \xa0])")
_FIRST = re.compile(r"[\w’'.-]+")


def parts(phrases: Phrases, start: int, end: int) -> tuple[Range, ...]:
    """The stretches of a party's words that name one party each."""
    text = phrases.text
    if end - start > LONGEST:
        return ((start, end),)
    if " and " not in text[start:end] and "\xa0and\xa0" not in text[start:end]:
        return ((start, end),)
    cuts = [m.span() for m in _AND.finditer(text, start, end) if _parts_here(phrases, start, m.span(), end)]
    if not any("and" in text[s:e] for s, e in cuts):
        return ((start, end),)
    edges = [start, *(x for cut in cuts for x in cut), end]
    return tuple((s, e) for s, e in zip(edges[::2], edges[1::2], strict=True) if s < e)


def _parts_here(phrases: Phrases, start: int, cut: Range, end: int) -> bool:
    """Whether a party ends before and another begins behind an "and" or, in a list, a comma."""
    text = phrases.text
    if any(n.start < cut[0] and cut[1] < n.end for n in phrases.within(start, end + 1)):
        return False
    left = text[start : cut[0]]
    if "," in left and not _begins(phrases, cut[1], names_only=False):
        return False
    tail = re.split(r",[ \xa0]", left)[-1]
    behind = text[cut[1] : end]
    comma = "and" not in text[slice(*cut)]
    if comma and (" and " not in behind or not _begins(phrases, cut[1], names_only=True)):
        return False
    governed = any(w.lower() in nouns().prepositions - {"and"} for w in _FIRST.findall(tail))
    if governed and not _ends_named(phrases, start, cut[0]):
        return False
    return _begins(phrases, cut[1], names_only=governed or comma)


def _begins(phrases: Phrases, at: int, *, names_only: bool) -> bool:
    """Whether a party begins here: a name, titles and all, or a determiner with a noun for somebody."""
    text = phrases.text
    found = phrases.within(at, at + 60)
    named = next((n for n in found if n.titled_from == at or n.start == at), None)
    if named is not None and bearer_of(text[named.start : named.end].lower()):
        return False
    if named is not None:
        return not names_only or named.bearer in ("person", None)
    if names_only:
        return False
    words = _FIRST.findall(text, at, at + 60)
    if not words or words[0].lower() not in nouns().determiners:
        return (
            bool(words)
            and bearer_of(words[0]) is not None
            and any(n.start == at + len(words[0]) + 1 for n in found)
        )
    return any(bearer_of(w) for w in words[1:4])


def _ends_named(phrases: Phrases, start: int, end: int) -> bool:
    """Whether the first part names a person before its preposition: "Sen. Bo of Ohio"."""
    head = phrases.read(start, end)
    return head.kind == "name" and head.bearer == "person"
