"""The line some collections put before a text: ` date 2023-10-03 "He will …`."""

import re

from onrecord.readers.timestamps import edtf
from onrecord.record import DateReport, Evidence, Zone

_DAY = r"\d{4}-\d{1,2}(?:-\d{1,2})?(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
_LINE = re.compile(rf"\s*(?P<line>date(?:[ \t]*[:=][ \t]*|[ \t]+)(?P<day>{_DAY}))(?![\w-])", re.IGNORECASE)


def metadata_line(text: str) -> tuple[Zone | None, DateReport]:
    """The metadata line a text begins with, and its day: perhaps the day of collection, but a candidate."""
    found = _LINE.match(text)
    if not found:
        return None, DateReport()
    zone = Zone(found.start("line"), found.end("line"), "metadata")
    value = edtf(found["day"])
    if value is None:
        return zone, DateReport()
    evidence = Evidence(None, "text", found.start("day"), found.end("day"), found["day"])
    return zone, DateReport(value=value, basis="metadata", evidence=(evidence,))
