"""Who speaks: the words before a reporting word, or behind it."""

import re

from onrecord.lang import english
from onrecord.tagger.rules.veil import VEIL
from onrecord.tagger.tags import Range

MOST_WORDS = 22  # of a speaker …
MOST_WORDS_APPOSED = 45  # … with all that is said of him between commas
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_CLAUSE = (
    "that|but|because|while|when|if|which|whether|though|although|than|until|since|so|before|after|what|where"
    "|how|why"
)
_BREAK = re.compile(
    rf"{VEIL}|[;:—–\[\]?!]|\((?![^()]*\))|\s-\s|--|,\s|,$|\b(?P<word>(?:{_CLAUSE}|as|and|or)(?=\s)|who(?=\s|$))\s?"
)
_STRONG_BREAK = re.compile(
    rf"{VEIL}|[;:—–?!]|\s-\s|--|\b(?:that|but|because|while|although|though|whether)\s|,\s(?:and|as|when|if)\s"
)
_PRONOUN = re.compile(
    r"(?:he|she|they|I|we|it|one|others|some|many|who|several|most|both|those|neither|nobody|everyone|you)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"[A-Z@\d]|(?:the|an?|one|two|three|four|five|some|many|most|several|other|another|his|her|its|their|our|my|both"
    r"|all|former|senior|top|those|these|this)\b"
)
_ADVERB = re.compile(r"(?:[A-Z][a-z]+ly|(?P<word>[A-Z][a-z]+))\b,?\s+")
_ADVERBIAL = re.compile(
    r"(?:In|On|At|After|Before|During|Speaking|Asked|For|Following|When|While|As|If|With|Without|By|Since|Until|Under"
    r"|Over|From|Of|To|Last|Despite|Although|Though|Because|Among|Through|[A-Z][a-z]+ing|[A-Z][a-z]+ly)\b"
)
_ROLE_AND_NAME = re.compile(
    r"(?!(?:in|on|at|to|of|for|that|by|with|about|during|after|before|from|as|via|when|while|if|he|and|but)\b)"
    r"[a-z][\w’'-]*(?:\s+[\w’'.-]+){0,4}?\s+[A-Z]"
)
_OCCASION = "|".join(map(re.escape, english().occasions))
_STOP = re.compile(
    rf"{VEIL}|[;:—–]|\s-\s|--"
    rf"|,?\s+(?:in|on|at|to|via|through|from|during)\s+(?:(?:an?|the|his|her|its|their|this|that)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,4}}?(?:{_OCCASION})\b"
    rf"|,?\s+(?:(?:on|late|early|earlier|last|this|in)\s+)?(?:{DAYS}|{MONTHS}|today|yesterday|week|month|year"
    r"|earlier|recently|afterwards?)\b"
    r"|,?\s+(?:during|after|before|while|when|as|about|because|if|until|with a|by phone|speaking)\b"
    r"|,\s+(?:and|but|then|[a-z]+ing|according|whose|which|where)\b"
)
_WHO = re.compile(r",?\s+who\b")


def before(veiled: str, low: int, at: int) -> Range | None:
    """The subject that ends where the reporting words begin: a pronoun, or a noun with what belongs to it."""
    end = low + len(veiled[low:at].rstrip())
    if veiled[low:end].endswith(","):
        return _apposed(veiled, low, end)
    return _noun(veiled, _clause_start(veiled, low, end), end, MOST_WORDS)


def between(veiled: str, low: int, at: int) -> Range | None:
    """All that stands between a quotation and the reporting words, whatever it begins with."""
    found = before(veiled, low, at)
    if found is not None:
        return found
    start, end = _trimmed(veiled, low, at)
    said = veiled[start:end]
    return (start, end) if 0 < len(said.split()) <= MOST_WORDS and not _BREAK.search(said) else None


def behind(veiled: str, at: int, end: int) -> Range | None:
    """The subject behind an inverted reporting word: `said Ali Bo, a farmer from Xy`."""
    at, _ = _trimmed(veiled, at, end)
    pronoun = _PRONOUN.match(veiled, at, end)
    if pronoun is not None:
        return pronoun.span()
    first = veiled[at:end].split(None, 1)[:1]
    known = bool(first) and _is_role(first[0])
    if not (known or _DETERMINED.match(veiled, at, end) or _ROLE_AND_NAME.match(veiled, at, end)):
        return None
    until = _stop(veiled, at, end)
    return (at, until) if 0 < len(veiled[at:until].split()) <= MOST_WORDS_APPOSED else None


def named_after(veiled: str, at: int, end: int) -> Range | None:
    """Who is named behind "according to": up to a comma or another break."""
    at, _ = _trimmed(veiled, at, end)
    stop = re.compile(rf"{VEIL}|[;:—–]|,\s|\s-\s").search(veiled, at, end)
    start, until = _trimmed(veiled, at, stop.start() if stop else end)
    until -= until == end and veiled[until - 1 : until] in ".!?"
    return (start, until) if until > start else None


def first_of(veiled: str, low: int, until: int) -> Range | None:
    """The pronoun or name a sentence begins with, behind "On Monday, "."""
    if _ADVERBIAL.match(veiled, low, until) and (comma := veiled.find(", ", low, until)) >= 0:
        low = comma + 2
    match = _FIRST.match(veiled, low, until)
    return match.span() if match else None


_FIRST = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t)\b"
    r"|(?:The\s+)?[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|of|the)){0,8}\s+[A-Z][\w.-]*\w|[A-Z][\w-]+\b"
)


def _clause_start(veiled: str, low: int, end: int) -> int:
    for found in reversed(list(_BREAK.finditer(veiled, low, end))):
        if found["word"] in ("and", "or") and _joins_names(veiled, low, found):
            continue
        alone = found["word"] == "who" and not veiled[found.end() : end].strip()
        return found.start() if alone else found.end()
    return low


def _joins_names(veiled: str, low: int, found: re.Match[str]) -> bool:
    """`Ali and Bo said`: a name on both sides."""
    last = veiled[low : found.start()].split()[-1:]
    return bool(last) and last[0][0].isupper() and veiled[found.end() : found.end() + 1].isupper()


def _apposed(veiled: str, low: int, end: int) -> Range | None:
    """`Ali Bo, a farmer from Xy, said`: from the name on; the last comma is not part of it."""
    start = max((m.end() for m in _STRONG_BREAK.finditer(veiled, low, end)), default=low)
    start = _behind_adverbs(veiled, _trimmed(veiled, start, end)[0], end)
    while _ADVERBIAL.match(veiled, start, end) and (comma := veiled.find(", ", start, end)) >= 0:
        start = comma + 2
    return _noun(veiled, start, end - 1, MOST_WORDS_APPOSED) if "," in veiled[start : end - 1] else None


def _noun(veiled: str, start: int, end: int, most: int) -> Range | None:
    start, end = _trimmed(veiled, start, end)
    start = _behind_adverbs(veiled, start, end)
    said = veiled[start:end].split()
    if not said or len(said) > most:
        return None
    if len(said) == 1 and _PRONOUN.fullmatch(said[0]):
        return start, end
    begins = _DETERMINED.match(veiled, start, end) or _is_role(said[0]) or _is_role(said[-1])
    return (start, end) if begins and not _ADVERBIAL.match(veiled, start, end) else None


def _behind_adverbs(veiled: str, start: int, end: int) -> int:
    """Past "Meanwhile," and "But"; "The" and pronouns are no adverbs."""
    while (found := _ADVERB.match(veiled, start, end)) is not None:
        word = (found["word"] or "").lower()
        if found["word"] and (word not in english().joints or not veiled[found.end() : end].strip()):
            break
        start = found.end()
    return start


def _is_role(word: str) -> bool:
    word = word.strip(".,").lower()
    return word in english().groups or word in english().roles


def _stop(veiled: str, at: int, end: int) -> int:
    """Where a subject behind its verb ends; "who" and what follows belongs to it at the end of a sentence."""
    stop = _STOP.search(veiled, at + 1, end)
    until = stop.start() if stop else end
    who = _WHO.search(veiled, at, until) if stop else None
    until = who.start() if who else until
    until = _trimmed(veiled, at, until)[1]
    while until > at and until >= len(veiled[:end].rstrip()) and veiled[until - 1] in ".!?":
        until -= 1
    return until


def _trimmed(veiled: str, start: int, end: int) -> Range:
    while start < end and veiled[start] in " ,\t\r\n":
        start += 1
    while end > start and veiled[end - 1] in " ,\t\r\n":
        end -= 1
    return start, end
