"""On which side of a number the truth lies: "up to 20", "nearly half", "300 or more"."""

import re
from dataclasses import replace
from functools import cache

from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities
from onrecord.record import Comparator

REACH = 30  # code points before a number; the longest phrase has fewer
LONG = 10  # of weeks, years and the like: news says "over three days" of what lasted three
FEW = 2.0  # "a few hundred" are two at least
_PLUS = re.compile(r"\+(?!\w)|[\s-]plus\b")
_AFTER = re.compile(r"\s+(or|and|at)\s+([a-z]+)\b")
_OPENS, _BLANK = "\"“‘'(", " \u00a0\n"
_WORD = re.compile(r"\S+")


def compared(text: str, found: Size, start: int, end: int) -> Size:
    """The quantity with the words that bound it, before or behind, and the bounds they leave."""
    found = _article(text, found, start)
    if found.comparator is not None:  # a range, or "20-plus"
        return found
    found, word = _before(text, found, start)
    if word is None:
        found, word = _behind(text, found, end)
    if word is None:
        known = found.core.sort not in ("vague", "more") and found.low is not None and found.low == found.high
        return replace(found, comparator="exactly" if known else None)
    return _bounded(found, word)


def with_plus(text: str, found: Size, end: int) -> Size:
    """ "300+", "20-plus": what is measured stands behind the sign."""
    plus = _PLUS.match(text, found.end, end) if found.plain and found.comparator is None else None
    if plus is None:
        return found
    return replace(found, end=plus.end(), high=None, comparator="at-least")


def _words_before(text: str, found: Size, start: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, max(start, found.start - REACH), found.start))


def _article(text: str, found: Size, start: int) -> Size:
    """ "A dozen", "half a …", "several hundred", "by the hundreds" begin before the number."""
    if found.core.sort == "digits" or found.start == start or text[found.start - 1] not in _BLANK:
        return found
    words = _words_before(text, found, start)
    last = words[-1][0].lower() if words else ""
    if not words:
        return found
    lone = found.core.words.lower().split()[0].split("-")[0] in quantities().scales
    if last in ("a", "an") and (
        lone or found.core.sort in ("part", "vague") or "half" in found.core.words.lower()
    ):
        return replace(found, start=words[-1].start())
    if last in ("several", "few") and lone and found.low is not None and found.core.low is not None:
        begins = (
            words[-2].start()
            if last == "few" and len(words) > 1 and words[-2][0].lower() == "a"
            else words[-1].start()
        )
        return replace(found, start=begins, low=FEW * found.low, high=None)
    if (
        last == "the"
        and found.core.sort == "vague"
        and len(words) > 1
        and words[-2][0].lower() in ("by", "in")
    ):
        return replace(found, start=words[-2].start())
    return found


def _before(text: str, found: Size, start: int) -> tuple[Size, Comparator | None]:
    known, last = quantities().before, text[max(start, found.start - REACH) : found.start].rsplit(None, 1)
    if not last or last[-1].lower().lstrip(_OPENS) not in _last_words():
        return found, None
    words = _words_before(text, found, start)
    for count in (4, 3, 2, 1):
        phrase = " ".join(m[0].lower().lstrip(_OPENS) for m in words[-count:])
        if len(words) >= count and phrase in known and not _is_preposition(found, phrase):
            first = words[-count]
            skipped = len(first[0]) - len(first[0].lstrip(_OPENS))
            return replace(found, start=first.start() + skipped), known[phrase]  # type: ignore[return-value]
    return found, None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in quantities().before)


def _is_preposition(found: Size, phrase: str) -> bool:
    """ "Over two weeks" tells how long something took, "over 40 years" is more than that many."""
    return phrase == "over" and found.kind == "duration" and (found.low or 0.0) < LONG


def _behind(text: str, found: Size, end: int) -> tuple[Size, Comparator | None]:
    match = _AFTER.match(text, found.end, end)
    word = quantities().after.get(f"{match[1]} {match[2]}") if match else None
    if match is None or word is None:
        return found, None
    return replace(found, end=match.end()), word  # type: ignore[return-value]


def _bounded(found: Size, word: Comparator) -> Size:
    """The bounds the words leave: nothing above "at least", nothing below "up to"."""
    if word in ("more-than", "at-least"):
        return replace(found, high=None, comparator=word)
    if word in ("less-than", "at-most", "nearly"):
        return replace(
            found, low=None, high=found.high if found.high is not None else found.low, comparator=word
        )
    return replace(found, comparator=word)
