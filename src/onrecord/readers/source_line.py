"""Lines of a plain text that say where it comes from: `Source » …`, `Via AFP`, `First published by …`."""

import re
from collections.abc import Iterator

from onrecord.readers.credits import agency, credits, is_credit_line
from onrecord.record import Credit, Evidence, Zone

LONGEST = 120  # a longer line is a sentence of the report
MOST_WORDS = 8  # of a name
_LINE = re.compile(r"[^\r\n]+")
_LABELLED = re.compile(
    r"[\s(\[*_–—-]*(?:(?:news\s+)?sources?|via|courtesy(?:\s+of)?)\b\s*(?P<sign>[:»>|–—=→-]*)\s*(?P<name>[^\W_].*?)[\s)\].*_]*",
    re.IGNORECASE,
)
_FIRST_IN = re.compile(
    r"[\s(\[*_]*(?:this\s+(?:article|story|report|piece|column|interview)\s+)?(?:was\s+)?(?:first|originally)\s+"
    r"(?:published|appeared|ran)\s+(?:by|in|on|at)\s+(?P<name>[^\W_].*?)[\s)\].*_]*",
    re.IGNORECASE,
)
_PART = re.compile(r"[^\s,/&|;](?:(?!\s+and\s)[^,/&|;])*(?<!\s)")
_SENTENCE = re.compile(
    r"[.!?;:]\s|\b(?:said|says|told|was|were|is|are|has|have|had|that|who)\b"
    r"|\b(?:there|it|he|she)['’]s\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:there|it|that|he|she)['’]s\b|\b(?:said|told|is|are|were|have|had|will|would)\b", re.IGNORECASE
)


def source_lines(text: str) -> tuple[tuple[Zone, ...], tuple[Credit, ...]]:
    """The zone of every line that is nothing but a credit, and whom these lines credit."""
    zones: list[Zone] = []
    found: dict[tuple[str, str], Credit] = {}
    for start, end in _lines(text):
        credited = _labelled(text, start, end) or _plain(text, start, end)
        if credited:
            zones.append(Zone(start, end, "credit"))
            for one in credited:
                found.setdefault((one.name, one.kind), one)
    return tuple(zones), tuple(found.values())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        if line.end() - line.start() <= 2 * LONGEST and len(line[0].strip()) <= LONGEST and line[0].strip():
            lead = len(line[0]) - len(line[0].lstrip())
            yield line.start() + lead, line.end() - (len(line[0]) - len(line[0].rstrip()))


def _labelled(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """`Source » name`; without a sign between them only known agencies are believed."""
    found = _LABELLED.fullmatch(text, start, end) or _FIRST_IN.fullmatch(text, start, end)
    if not found or _SENTENCE.search(found["name"]) or len(found["name"].split()) > MOST_WORDS:
        return ()
    parts = list(_PART.finditer(text, found.start("name"), found.end("name")))
    known = [_credit(agency(part[0]), text, part.start(), part.end()) for part in parts]
    if all(known):
        return tuple(one for one in known if one)
    if found.re is _LABELLED and not found["sign"]:
        return ()
    evidence = Evidence(None, "text", found.start("name"), found.end("name"), found["name"])
    return (Credit(found["name"], (evidence,), "republished-from"),)


def _credit(name: str | None, text: str, start: int, end: int) -> Credit | None:
    return Credit(name, (Evidence(None, "text", start, end, text[start:end]),), "agency") if name else None


def _plain(text: str, start: int, end: int) -> tuple[Credit, ...]:
    line = text[start:end]
    clause = _CLAUSE.search(line)
    return credits(text, within=[(start, end)]) if not clause and is_credit_line(line) else ()
