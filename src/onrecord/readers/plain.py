"""Plain text: the decoded file, character for character; a metadata line and credit lines get zones."""

from onrecord import settings
from onrecord.errors import NoTextError
from onrecord.readers.credits import credits
from onrecord.readers.encoding import REPLACEMENT, SURROGATE, decode
from onrecord.readers.lines import check_lines, lines
from onrecord.readers.metadata_line import metadata_line
from onrecord.readers.page import Page
from onrecord.readers.size import check_size
from onrecord.readers.source_line import source_lines
from onrecord.record import Credit, DateReport, Zone


def read(data: bytes, *, largest: int = settings.LARGEST.default) -> Page:
    """The page in a plain-text file."""
    if not data:
        raise NoTextError("the file is empty")
    decoded = decode(data)
    return _page(decoded.text, decoded.undecodable, "plain", largest)


def read_text(text: str, *, largest: int = settings.LARGEST.default) -> Page:
    """The page in a text that is decoded already, as a table's row holds it."""
    whole, undecodable = SURROGATE.subn(REPLACEMENT, text)
    return _page(whole, undecodable, "text", largest)


def _page(text: str, undecodable: int, reader: str, largest: int) -> Page:
    check_size(len(text), largest)
    check_lines(lines(text), largest)
    if not text.strip():
        raise NoTextError("there is no text in it, only blanks" if text else "its text is empty")
    line, published = metadata_line(text)
    zones, credited = source_lines(text)
    return Page(
        text=text,
        zones=_in_order(line, zones),
        title=None,
        language=None,
        url=None,
        outlet=None,
        authors=(),
        credits=_with_dateline(text, credited),
        published=published,
        updated=DateReport(),
        reader=reader,
        undecodable=undecodable,
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
