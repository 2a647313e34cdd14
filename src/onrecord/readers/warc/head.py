"""The head of a web archive's record, in a WARC (named fields) or in the older ARC (one line)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.readers.timestamps import edtf
from onrecord.readers.warc.window import Window

LONGEST_LINE = 256 * 1024  # addresses with everything in them are long; a head without an end is no head
MOST_FIELDS = 1000
LENGTH = re.compile(r"[0-9]{1,18}")
STAMP = re.compile(r"\d{14}")


class FrameError(Exception):
    """A record's head cannot be read, or its length is not what the head says."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a record says about itself."""

    kind: str  # response, resource, request …; "filedesc" is what an ARC says of itself
    id: str | None
    url: str | None
    captured_on: str | None
    content_type: str
    length: int | None  # None: it does not say, or not in digits
    fields: Mapping[str, str] = field(default_factory=dict)  # all of them, names in lower case


@dataclass(frozen=True, slots=True)
class Style:
    """How records begin and how their heads are read."""

    start: re.Pattern[bytes]  # at a record's first byte
    begins: re.Pattern[bytes]  # the same, to be looked for, in group 1
    read: Callable[[Window], Head]


def fields(lines: list[str]) -> dict[str, str]:
    """Named fields, the first of each name; a line that begins with a blank goes on with the one before."""
    found: dict[str, str] = {}
    last = ""
    for line in lines:
        name, colon, value = line.partition(":")
        if line[:1] in (" ", "\t"):
            if last:
                found[last] += " " + line.strip()
        elif colon:
            last = name.strip().lower()
            found.setdefault(last, value.strip())
    return found


def _warc(window: Window) -> Head:
    lines = []
    while line := window.line(LONGEST_LINE).rstrip(b"\r\n"):
        lines.append(line.decode("utf-8", "replace"))
        if len(line) >= LONGEST_LINE or len(lines) > MOST_FIELDS:
            raise FrameError("its head has no end")
    if not window.ahead(1) and not lines[-1:]:
        raise FrameError("its head is cut short")
    found = fields(lines[1:])
    length = found.get("content-length", "")
    return Head(
        kind=found.get("warc-type", "").lower(),
        id=found.get("warc-record-id") or None,
        url=_address(found.get("warc-target-uri", "")),
        captured_on=edtf(found.get("warc-date", "")),
        content_type=found.get("content-type", ""),
        length=int(length) if LENGTH.fullmatch(length) else None,
        fields=found,
    )


def _arc(window: Window) -> Head:
    line = window.line(LONGEST_LINE).decode("utf-8", "replace")
    parts = line.split()
    number = len(parts) - (10 if len(parts) >= 10 and STAMP.match(parts[-8]) else 5)
    if number < 0:
        raise FrameError("its head is cut short")
    url = " ".join(parts[: number + 1])
    _, stamp, content_type = parts[number + 1 : number + 4]
    length = parts[-1]
    when = edtf(stamp[:14])
    return Head(
        kind="filedesc" if url.startswith("filedesc:") else "response",
        id=None,
        url=_address(url),
        captured_on=when and when + ("Z" if "T" in when else ""),  # an ARC's clock is UTC
        content_type=content_type,
        length=int(length) if LENGTH.fullmatch(length) else None,
    )


def _address(written: str) -> str | None:
    """An address without the brackets that older crawlers put around it, blanks in it written as %20."""
    return written.strip().removeprefix("<").removesuffix(">").replace(" ", "%20") or None


WARC_START = rb"WARC/\d+\.\d+[ \t]*\r*\n[A-Za-z][\w-]*[ \t]*:"
ARC_START = rb"[a-z][a-z0-9+.-]*+:[^\r\n]{1,16000} \d{12,18}+(?: [^ \r\n]++){2,7}+\r?\n"
WARC = Style(re.compile(WARC_START), re.compile(rb"(" + WARC_START + rb")"), _warc)
ARC = Style(re.compile(ARC_START), re.compile(rb"(?<![^\r\n\0])(" + ARC_START + rb")"), _arc)
