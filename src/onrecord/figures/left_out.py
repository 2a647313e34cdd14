"""Numbers that are no quantities: years, times of day, scores, telephone and list numbers, "half-time"."""

import re

from onrecord.figures.counted import noun_behind
from onrecord.figures.names import BEFORE, is_name
from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities

YEARS = range(1400, 2100)  # a bare number of these is a year unless people are counted by it
REACH = 24  # code points looked at before a number
_GLUED = "/@#_=&\\^"
_CLOCK = re.compile(
    r":\d\d|\.\d\d\s?(?:a\.?m|p\.?m)\b|[\s\u00a0]?([^\W\d_]\.?\s?[^\W\d_]\b|[^\W\d_]+(?:['’][a-z]+)?)",
    re.IGNORECASE,
)
_MORE_DIGITS = re.compile(r"\s?[–—-]\s?\d|[-\s]\d{2,}[-\s]\d{2,}|/\d|:\d|,\d|\.\d|['’]?s\b")
_LISTED = re.compile(r"\s*[.)]\s")
_MONTH = (
    r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:uary|ruary|ember|ober|ust|tember)?\b\.?"
)
_DAY_BEFORE = re.compile(rf"{_MONTH}\s?\Z")
_DAY_BEHIND = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}")
_COMPOUND = re.compile(r"[-–]([a-z]+)")
_WORD_BEHIND = re.compile(r"[\s-]([a-z]+)")
_CAPITAL = re.compile(r"\s[A-Z]")
_AND_A = re.compile(r"and an?\s\Z")
_AT_START = re.compile(r"(?:\A|[.!?:;“”\"‘’'(\[—–•*-])\s*\Z")
_SCALE = r"(?:[\s-]?(?:million|billion|trillion|thousand|bn|m)\b)?"
_GROUPS = re.compile(r"(?:[\s-]\d{2,4})*")  # of a telephone number
_RUN = re.compile(r"(?:\s?[-–—:/]\s?\d+|[.,]\d+|\s\d{2,4}(?=[\s-]\d))*" + _SCALE)


def is_left_out(text: str, found: Size, start: int, end: int, *, shouted: bool) -> bool:
    """Whether the number is none of a quantity; `shouted` is a headline whose capitals mean nothing."""
    if found.core.sort == "digits":
        return _is_glued(text, found, start) or _in_digits(text, found, start, end, shouted=shouted)
    if found.core.sort in ("past", "multiple", "more"):
        return False
    return _in_words(text, found, start, end, shouted=shouted)


def run_end(text: str, found: Size) -> int:
    """The end of a row of numbers of which the first was left out: "6-4 7-5", "020 7946 0000"."""
    row = _GROUPS if found.core.words[0] == "0" else _RUN
    match = row.match(text, found.core.end) if found.core.sort == "digits" else None
    return match.end() if match else found.core.end


def _is_glued(text: str, found: Size, start: int) -> bool:
    """ "Covid-19", "#5", "1:30", "’90s", what stands in an address, and numbers no one can read."""
    at = found.core.start
    if found.core.low is None or at > start and text[at - 1] in _GLUED:
        return True
    return at - 1 > start and text[at - 1] in "-–—−:'’." and text[at - 2].isalnum()


def _in_digits(text: str, found: Size, start: int, end: int, *, shouted: bool) -> bool:
    if found.kind == "money":
        return False
    words = found.core.words
    if words[0] == "0" and len(words) > 1 and not words.startswith(("0.", "0,")):
        return True
    return (
        _is_row(text, found, start, end)
        or _is_clock(text, found, end)
        or _is_date(text, found, start, end)
        or is_name(text, found, start, shouted=shouted)
    )


def _is_row(text: str, found: Size, start: int, end: int) -> bool:
    """A list number, a telephone number, a score, a version, something glued to letters."""
    at, number = found.end, found.core
    if found.upper and text[number.end] in "-–—" and found.unit is None and found.factor == 1:
        return noun_behind(text, at, end) is None
    if not found.upper and (more := _MORE_DIGITS.match(text, at, end)) is not None:
        return not more[0].startswith(",") or text[at + 1].isdecimal()
    if at == number.end and at < end and text[at].isalpha():
        return True
    if number.start == start and _LISTED.match(text, number.end, end):
        return True
    around = text[number.start - 1 : number.start], text[at : at + 1]
    return around in (("(", ")"), ("[", "]")) and at - number.start < 3


def _is_clock(text: str, found: Size, end: int) -> bool:
    if found.unit is not None or found.factor != 1:
        return False
    match = _CLOCK.match(text, found.end if found.upper else found.core.end, end)
    if match is None:
        return False
    return match[1] is None or match[1].lower().replace(" ", "") in quantities().context["clock"]


def _is_date(text: str, found: Size, start: int, end: int) -> bool:
    """ "5 March", "March 5", "2023", "in 2016"; but "1500 people", "2000 km"."""
    at, words = found.core.start, found.core.words
    if found.unit in (None, "m") and found.factor == 1 and (found.core.low or 0) < 32:
        before = _DAY_BEFORE.search(text[max(start, at - REACH) : at])
        if before or _DAY_BEHIND.match(text, found.end, end):
            return True
    if found.unit is not None or found.factor != 1 or len(words) != 4 or not words.isdecimal():
        return False
    match = _WORD_BEHIND.match(text, found.end, end)
    counted = match is not None and match[1] in quantities().context["human"]
    return int(words) in YEARS and not counted


def _in_words(text: str, found: Size, start: int, end: int, *, shouted: bool) -> bool:
    """ "Group of Seven", "this one", "half-time", "second half", "two-way"."""
    context, at = quantities().context, found.core.start
    before = BEFORE.search(text[max(start, at - REACH) : at])
    word = before[1].strip("\"“‘'(").lower() if before else ""
    opened = _AT_START.search(text[max(start, found.start - REACH) : found.start])
    if found.core.words[0].isupper() and not shouted and (not opened or _is_title(text, found, opened)):
        return True
    compound = _COMPOUND.match(text, found.core.end, end)
    if compound and found.kind in ("count", "share") and compound[1] in context["compounds"]:
        return True
    if at - 1 > start and text[at - 1] in "-–" and text[at - 2].isalnum():
        return True
    if found.core.sort == "part":
        return _is_no_share(text, found, word)
    if found.start != at or found.kind != "count":
        return False
    return word in context["no_number_before"] or found.core.low == 1 and word in context["no_one_before"]


def _is_title(text: str, found: Size, opened: re.Match[str]) -> bool:
    """ "The “Three Amigos”": capitals inside marks that open in mid sentence."""
    behind = _CAPITAL.match(text, found.core.end)
    if behind is None or opened[0].strip() not in "“\"‘'" or not opened[0].strip():
        return False
    at = found.start - len(opened[0])
    return text[max(0, at - 2) : max(0, at - 1)].isalnum()


def _is_no_share(text: str, found: Size, word: str) -> bool:
    """ "Half-time", "the second half", "cut in half", "and a half" are no shares."""
    context, behind = quantities().context, _WORD_BEHIND.match(text, found.core.end)
    if (
        behind
        and found.kind == "share"
        and (behind[0][0] == "-" or behind[1] in context["half_of_something"])
    ):
        return True  # "half-time", "half-frozen", "half full"
    split = word == "in" and (behind is None or behind[1] not in ("of", "the", "a"))
    return (
        split
        or word in context["halves"]
        or _AND_A.search(text[max(0, found.core.start - 6) : found.core.start]) is not None
    )
