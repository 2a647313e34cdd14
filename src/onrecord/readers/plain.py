"""Plain text: the decoded file, character for character; a metadata line and credit lines get zones."""

from onrecord.errors import NoTextError
from onrecord.readers.credits import credits
from onrecord.readers.encoding import decode
from onrecord.readers.metadata_line import metadata_line
from onrecord.readers.page import Page
from onrecord.readers.source_line import source_lines
from onrecord.record import Credit, DateReport, Zone


def read(data: bytes) -> Page:
    """The page in a plain-text file."""
    decoded = decode(data)
    if not decoded.text.strip():
        raise NoTextError("there is no text in it, only blanks" if data else "the file is empty")
    line, published = metadata_line(decoded.text)
    zones, credited = source_lines(decoded.text)
    return Page(
        text=decoded.text,
        zones=_in_order(line, zones),
        title=None,
        language=None,
        url=None,
        outlet=None,
        authors=(),
        credits=_with_dateline(decoded.text, credited),
        published=published,
        updated=DateReport(),
        reader="plain",
        undecodable=decoded.undecodable,
    )


def _in_order(line: Zone | None, credit_lines: tuple[Zone, ...]) -> tuple[Zone, ...]:
    if line is None:
        return credit_lines
    return (line, *(zone for zone in credit_lines if zone.start >= line.end))


def _with_dateline(text: str, credited: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The agencies of datelines ("TEHRAN, Oct. 17 (Reuters) —") stand beside those of credit lines."""
    known = {(one.name, one.kind) for one in credited}
    datelines = (one for one in credits(text) if one.kind == "agency" and (one.name, one.kind) not in known)
    both = (*credited, *datelines)
    return tuple(sorted(both, key=lambda one: one.evidence[0].start or 0))
