"""Lines around a report: furniture of the page, credits of reporters, bylines."""

import re

from onrecord.readers.credits import is_credit_line
from onrecord.record import ZoneKind
from onrecord.text.zone_words import zone_words

LONGEST = 240  # characters; a longer line is running text, whatever it begins with
LONGEST_NOTE = 900  # of what editors say about the text
LONGEST_ANYWHERE = 160  # of a line that only mentions such a phrase
LONGEST_BYLINE = 120
QUOTED = re.compile(r"[\"“”„«»]")
SAID = re.compile(r"\b(?:said|says|told|tells|added|according to)\b")
_CLAUSE = re.compile(
    r"\b(?:there|it|that|he|she)['’]s\b|\b(?:said|told|is|are|were|has|have|had|will|would)\b", re.I
)
_LINK = re.compile(r"\W*(?:https?://|www\.)\S+\W*")
_TAGS = re.compile(r"(?:</?[a-z][\w-]*(?:\s+[\w-]+=[^<>]*)?/?>\s*)+\.?")
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|al|bin|el|la|le|del|da|di|du)"
_PERSON = rf"(?!(?:The|An?|This|Last|Next|Then|Now|All)\b)[A-ZÀ-Þ][\w.'’-]*(?:\s{_NAME}){{1,4}}"
_BYLINE = re.compile(
    rf"(?:By|BY|by|Words by|Analysis by|Story by|Text by|From)\s+{_PERSON}"
    rf"(?:(?:,\s*|\s+(?:and|AND|&)\s+){_PERSON})*(?:\s*(?:[,|/–—(-]|\bin\b|\bfor\b)\s*[^.!?]*)?\.?"
)
_ROLE = re.compile(
    rf"{_PERSON}(?:,|\s\|)\s*(?:[\w&'’. ]+\s)?"
    r"(?:writer|correspondent|reporter|columnist|contributor|editor)\b[^.!?]{0,60}"
)


def around(line: str) -> ZoneKind | None:
    """What a line is that belongs to the page and not to the report; None for all others."""
    words = zone_words()
    if len(line) > LONGEST:
        return "furniture" if len(line) <= LONGEST_NOTE and words.editors_note.match(line) else None
    if not any(map(str.isalnum, line)) or _LINK.fullmatch(line) or _TAGS.fullmatch(line):
        return "furniture"
    credited = is_credit_line(line) and not _CLAUSE.search(line)
    if credited or words.credit_end.search(line) or words.credit.match(line):
        return None if QUOTED.search(line) else "credit"
    if is_byline(line):
        return "byline"
    return "furniture" if _is_furniture(line) else None


def is_byline(line: str) -> bool:
    """`By Jane Doe`, `Jane Doe, staff writer`; `By Monday, thousands …` is none."""
    return len(line) <= LONGEST_BYLINE and bool(_BYLINE.fullmatch(line) or _ROLE.fullmatch(line))


def _is_furniture(line: str) -> bool:
    words = zone_words()
    if line.strip(" .:!|*_-–—•»›>[]()").casefold() in words.furniture_whole:
        return True
    if words.contact.match(line) and re.search(r"\S+@\S+|\d{4}|https?:|@\w", line):
        return True
    if words.editors_note.match(line):
        return True
    if QUOTED.search(line) or SAID.search(line):
        return False  # somebody's words may stand there; better one line of furniture too few
    if len(line) <= LONGEST_ANYWHERE and words.furniture_anywhere.search(line):
        return True
    return bool(words.furniture.match(line))
