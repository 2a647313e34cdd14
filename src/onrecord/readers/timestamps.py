"""Machine-readable points in time, as pages and feeds write them, to EDTF strings."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

ISO = re.compile(
    r"""(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})
    (?:[T\s,]+(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,]\d+)?)?
       (?:\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}))?)?(?:\[[\w/+-]+\])?\s*""",
    re.VERBOSE | re.I,
)
COMPACT = re.compile(
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T?(?P<H>\d{2})(?P<M>\d{2})(?P<S>\d{2})?(?P<zone>Z|[+-]\d{4})?)?"
)
PARTIAL = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2}))?")
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
LONGHAND = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y")
LONGEST = 100  # characters of a date, however it is written
FIRST_YEAR = 1700  # digitised newspapers reach back that far; a smaller number is not a year
LAST_YEAR = 2100
NEVER = ("1970-01-01", "1900-01-01")  # what an empty field becomes


def edtf(written: str) -> str | None:
    """The point in time in EDTF, as exact as it was written; None where it makes no sense."""
    written = written.strip()
    if len(written) > LONGEST:
        return None
    for pattern in (ISO, COMPACT, PARTIAL):
        found = pattern.fullmatch(written)
        if found:
            return _checked(found.groupdict())
    moment = _moment(written)
    return _checked(ISO.fullmatch(moment).groupdict()) if moment else None  # type: ignore[union-attr]


def day(value: str) -> date | None:
    """The calendar day an EDTF value names, in the zone it is given in; None for a month or a year."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def moment(value: str) -> datetime | None:
    """The instant, where the value gives time and zone."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    return read if read.tzinfo else None


def _moment(written: str) -> str | None:
    """Seconds since 1970, RFC 822 and English longhand, rewritten the ISO way."""
    if EPOCH.fullmatch(written):
        return datetime.fromtimestamp(int(written[:10]), UTC).isoformat()
    for form in LONGHAND:
        try:
            return datetime.strptime(written, form).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _checked(part: dict[str, str | None]) -> str | None:
    year, month, of_month = part["y"], part.get("m"), part.get("d")
    if not FIRST_YEAR <= int(year or 0) <= LAST_YEAR:
        return None
    if not (month and of_month):
        return None if month and not 1 <= int(month) <= 12 else "-".join(filter(None, (year, month)))
    hour, minute, second = (int(part.get(unit) or 0) for unit in "HMS")
    try:
        value = datetime(int(year or 0), int(month), int(of_month), hour, minute, second).isoformat()
    except ValueError:
        return None
    if value[:10] in NEVER:
        return None
    return value + _zone(part.get("zone")) if part.get("H") else value[:10]


def _zone(written: str | None) -> str:
    if not written:
        return ""
    if written[0] not in "+-":
        return "Z"
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return f"{written[0]}{digits[:2]}:{digits[2:]}" if offset < timedelta(hours=24) else ""
