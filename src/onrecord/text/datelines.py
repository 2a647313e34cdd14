"""Datelines: "ARDEH, Oct. 17 (Reuters) —" before a report, and lines that are nothing but a day."""

import re

from onrecord.readers.credits import agency
from onrecord.text.zone_words import zone_words

WITHIN = 160  # characters of a paragraph in which its dateline ends
LONGEST_DAY = 80  # characters of a line that is nothing but a day and a time
BARE_WORDS = 3  # of a place that nothing but a dash follows
LONGEST_REGION = 14
NO_PLACE = ("FILE", "FILE PHOTO", "WATCH", "VIDEO", "BREAKING", "UPDATE", "EXCLUSIVE", "OPINION", "ANALYSIS")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_TIME = r"(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?"
_DAY = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?"
    r"(?:\s+\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_DAY_LINE = re.compile(rf"\W*(?:{_TIME}\W+)?(?:{_DAY})(?:[\s,|/•·–—T-]+{_TIME})?\W*", re.IGNORECASE)
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]+"  # ARDEH, PORT KELL, KELL/ARDEH
_TOWN = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}"
_REGION = r"(?:,\s*[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})?"
_WHEN = rf"(?:,?\s*\(?(?i:{_DAY})\)?,?)"
_WIRE = r"(?:\s*[(\[](?P<wire>[^()\[\]]{2,40})[)\]]|,\s*(?P<wire2>[A-Z][\w ]{1,20}))"
_DASH = r"\s*(?:—|–|--+|-)\s*"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<place>{_PLACE}){_REGION}{_WHEN}{_WIRE}?(?:{_DASH}|:\s+)",  # ARDEH, Oct. 17 (Reuters) —
        rf"(?P<place>{_PLACE}|{_TOWN}){_REGION}{_WHEN}?{_WIRE}{_DASH}",  # Ardeh (Reuters) -
        rf"(?P<place>{_TOWN}){_REGION}{_WHEN}(?:{_DASH})",  # Ardeh, 17 October 2023 –
        rf"(?P<place>{_PLACE}){_REGION}\s*(?:—|–|--+|\s-)\s+(?=\S)",  # ARDEH —
        r"(?P<wire>\([A-Z][\w ]{1,20}\))\s*(?:—|–|--+|-)?\s*",  # (Reuters) -
    )
)


DATED, BARE = 0, 3  # of these shapes, the one with a day and the one with nothing but a place


def is_day_line(line: str) -> bool:
    """Whether a line is nothing but a day, perhaps with "Published" before it and a time behind it."""
    if len(line) > LONGEST_DAY:
        return False
    stamp = zone_words().stamp.match(line)
    if re.fullmatch(_TIME, line.strip(" ."), re.IGNORECASE):
        return True
    return any(_DAY_LINE.fullmatch(line, at) for at in {0, stamp.end() if stamp else 0})


def dateline_end(text: str, start: int, end: int, *, early: bool) -> int:
    """Where the dateline that opens a paragraph ends; `start` where there is none.

    A bare place with a dash is believed only `early` in the article: later it may be a list or a name.
    """
    window = text[start : min(end, start + WITHIN)]
    for number, shape in enumerate(_SHAPES):
        found = shape.match(window)
        if found and _holds(found, number, early=early) and found.end() < end - start:
            return start + found.end()
    colon = zone_words().city_colon.match(window) if early else None
    if colon and window[: colon.end()].isupper() and window[colon.end() : colon.end() + 1].isalnum():
        return start + colon.end()
    return start


def _holds(found: re.Match[str], number: int, *, early: bool) -> bool:
    """Whether what looks like a dateline is one: brackets hold an agency, or the place is in capitals."""
    groups = found.groupdict()
    place, wire = groups.get("place") or "", groups.get("wire") or groups.get("wire2")
    if place.strip() in NO_PLACE:
        return False
    if number == BARE:
        words = place.split()
        region = found[0][len(place) :].strip(" ,—–-")
        return early and len(place.strip()) > 3 and len(words) <= BARE_WORDS and len(region) <= LONGEST_REGION
    if wire is None:
        return True
    known = any(agency(part) for part in wire.strip("()").split("/"))
    shouted = bool(groups.get("wire")) and len(place) > 3 and place.isupper()
    return known or shouted and (wire.isupper() or number == DATED or early)
