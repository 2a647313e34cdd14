"""How long and how old: "three weeks", "the past two days", "83-year-old", "Anna Marek, 45,"."""

import re
from dataclasses import replace

from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities

OLDEST = 120
REACH = 24  # code points looked at before a number
_AGO = re.compile(r"\s(?:ago|from\snow)\b")
_AGED = re.compile(
    r"\b(?:aged?|ages?\sof|as\s(?:young|old)\sas|turned|turns|turning)\s(?:about\s|between\s|just\s)?\Z"
)
_IN_COMMAS = re.compile(r"[^\W\d_]{2,}[’'”\"]?,\s\Z")
_BEHIND_AGE = re.compile(r"[,;]\s|\s(?:of|from)\s[A-Z]")
_NOUN = re.compile(r"\s[a-z]+s\b|\speople|\s(?:per|in|of)\b|%")
_WAS = re.compile(r"\b(?:who|[Hh]e|[Ss]he|I)(?:\s(?:was|is|am)|[’'](?:s|m))\s(?:just\s|only\s|now\s)?\Z")
_STOP = re.compile(r"[,.;]|\s(?:when|and|at)\b")
_OLDER = ("under", "over", "younger", "older")  # "people under 30"
_PAST = re.compile(r"(?<!\bto )(?<!\bwill )(?<!\bcan )(?<!\bcould )(?<!\bwould )\b(?:past|last)\s\Z")
_ONE_DAY = re.compile(r"\b(?:for|in|within|past|last|only|just|than|after)\s\Z")


def lasting(text: str, found: Size) -> Size | None:
    """A duration with "past" before it; None for "three days ago", which is a date, and "one day"."""
    if _AGO.match(text, found.end):
        return None
    before = text[max(0, found.start - REACH) : found.start]
    if found.core.words.lower() == "one" and found.unit == "days" and not _ONE_DAY.search(before):
        return None
    past = _PAST.search(before)
    return replace(found, start=found.start - len(past[0])) if past else found


def is_old(text: str, found: Size) -> bool:
    """ "83 years old", "a five-year-old"."""
    return text[found.start : found.end].lower().endswith(("old", "olds"))


def is_age(text: str, found: Size, start: int) -> bool:
    """ "Anna Marek, 45, said", "aged 12"."""
    if not found.plain or not 0 < (found.core.low or 0) < OLDEST or found.factor != 1:
        return False
    before = text[max(start, found.start - REACH) : found.start]
    if _AGED.search(before):
        return True
    if found.core.sort != "digits":
        return False
    if _WAS.search(before) and _STOP.match(text, found.end):
        return True
    bound = text[found.start : found.core.start].lower().split()[:1]
    if bound and bound[0] in _OLDER and not _NOUN.match(text, found.end):
        return before.split()[-1:] != [] and before.split()[-1].lower() in quantities().context["human"]
    return _IN_COMMAS.search(before) is not None and _BEHIND_AGE.match(text, found.end) is not None
