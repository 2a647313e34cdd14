"""The records of a web archive: a head, a length, so many bytes; and what is found where one is broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import ReadError
from onrecord.readers.warc.head import FrameError, Head, Style
from onrecord.readers.warc.packing import DamageError, Members
from onrecord.readers.warc.window import Window

NEWLINES = re.compile(rb"[\r\n]*")
BETWEEN = b"\r\n\r\n"
NUL = b"\0"
PADDING = re.compile(rb"[\0\r\n]*")  # behind the last record, from tapes and blocks
FIRST_LINES = 16_384  # bytes that show whether a record begins: an ARC's whole first line


@dataclass(frozen=True, slots=True)
class Framed:
    """A record, or a place where one should be."""

    place: str  # where it begins: `offset 1234`, inside a gzip member `offset 1234+567`
    head: Head | None  # None: what stands there is no record
    content: bytes = b""  # as much as was to be kept
    problem: DamageError | FrameError | None = None

    @property
    def name(self) -> str:
        """The record's id as written, or its place."""
        return (self.head.id if self.head else None) or self.place


def records(members: Members, style: Style, *, keep: int) -> Iterator[Framed]:
    """Every record in order, with at most `keep` bytes of its content.

    A broken one comes with its problem, and reading goes on where the next one is found; a ReadError
    (without the archive's name) tells when none is found any more.
    """
    window = Window(members)
    broken: Framed | None = None
    while framed := _next(window, style, keep, lost=broken is not None):
        yield framed
        broken = framed if framed.problem else None
        if isinstance(framed.problem, DamageError):
            if not window.recover():
                raise _stopped(framed)
            broken = None
    if broken and not members.bounded:
        raise _stopped(broken)


def _stopped(framed: Framed) -> ReadError:
    why = f"it is damaged or cut short from {framed.place} on ({framed.problem})"
    cause = framed.problem.cause if isinstance(framed.problem, DamageError) else "damaged"
    return ReadError(f"{why}; what stands before is kept; fetch it again to have the rest", cause=cause)


def _next(window: Window, style: Style, keep: int, *, lost: bool) -> Framed | None:
    """The next record; None at the end of the archive. When `lost`, its beginning has to be found first."""
    try:
        while not (window.find(style.begins) if lost else _goes_on(window)):
            lost = lost and not window.members.bounded
            if not window.next_member():
                return None
    except DamageError as damage:
        return Framed(window.place, None, problem=damage)
    return _record(window, style, keep)


def _goes_on(window: Window) -> bool:
    """Whether anything is left of the member but zeros that fill it up."""
    window.skip(NEWLINES)
    if window.ahead(1) != NUL:
        return bool(window.ahead(1))
    window.skip(PADDING)
    if not window.ahead(1):
        return False
    window.back(NUL)  # a hole: no record begins with it
    return True


def _record(window: Window, style: Style, keep: int) -> Framed:
    place, head, content = window.place, None, b""
    try:
        if not window.starts(style.start, FIRST_LINES):
            window.line(1)  # whatever comes next is looked for behind this place
            raise FrameError("what stands here is not the beginning of a record")
        head = style.read(window)
        content = _content(window, style, head, keep)
    except (DamageError, FrameError) as problem:
        return Framed(place, head, problem=problem)
    return Framed(place, head, content)


def _content(window: Window, style: Style, head: Head, keep: int) -> bytes:
    """The bytes that the head announces, once it is sure that the record ends behind them."""
    if head.length is None:
        raise FrameError("its head does not say how long it is")
    content, number = window.content(head.length, keep)
    if number == head.length and _ends(window, style):
        return content
    if not window.members.bounded:
        window.back(content)  # the next record may begin inside
    if number < head.length:
        raise FrameError(f"only {number:,} of its {head.length:,} bytes are there")
    raise FrameError(f"it does not end after the {head.length:,} bytes that its head announces")


def _ends(window: Window, style: Style) -> bool:
    """Whether the mark of an end follows, or at least the next record, padding or nothing.

    One byte more is looked at, so that a gzip member that ends here is checked to its end.
    """
    if window.ahead(len(BETWEEN) + 1).startswith(BETWEEN):
        return True
    return not _goes_on(window) or window.starts(style.start, FIRST_LINES)
