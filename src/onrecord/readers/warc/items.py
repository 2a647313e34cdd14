"""Web archives (WARC and the older ARC): the pages in them, with their records, addresses, capture times."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.readers.ahead import looked_at
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed, Told, called
from onrecord.readers.opening import MOST_BYTES
from onrecord.readers.sniff import HEAD, unzipped
from onrecord.readers.warc.framing import Framed, records
from onrecord.readers.warc.head import ARC, WARC, Head
from onrecord.readers.warc.packing import DamageError, members
from onrecord.readers.warc.page import NoPageError, captured

READER = "warc"
ARC_BEGINS = b"filedesc:"
MARKUP = 16  # bytes of markup for every character of an article: pages of news have ten to fifteen


def items(stream: BinaryIO, path: str | None, *, given: Given, largest: int) -> Iterator[Item | Passed]:
    """Every record in order: pages and texts to be read, the others passed over, broken ones refused."""
    head, stream = looked_at(stream, HEAD)
    style = ARC if unzipped(head).startswith(ARC_BEGINS) else WARC
    most = min(MOST_BYTES, MARKUP * largest)
    try:
        framed = records(members(stream, head), style, keep=most + HEAD)
        yield from _with_hint((_item(one, path, given, most), _sort(one)) for one in framed)
    except (DamageError, ReadError) as error:
        raise ReadError(f"{called(path, None)}: {error}", cause=error.cause) from error


def _item(one: Framed, path: str | None, given: Given, most: int) -> Item | Passed:
    name = called(path, one.name)
    if one.problem is not None:
        cause = one.problem.cause if isinstance(one.problem, DamageError) else "damaged"
        return Passed(path, one.name, "refused", cause, f"{name}: the record is damaged: {one.problem}")
    assert one.head is not None  # only broken ones have none
    try:
        page = captured(one.head, one.content, most)
    except NoPageError:
        return Passed(path, one.name, "set aside", "no page")
    except ReadError as error:
        return Passed(path, one.name, "refused", error.cause, f"{name}: {error}")
    if not page.body.strip():
        return Passed(path, one.name, "set aside", "no text")
    told = _told(one.head, page.charset)
    return Item(path, one.name, page.body, page.kind, told, given.of_items())


def _told(head: Head, charset: str | None) -> Told:
    return Told(url=head.url, captured_on=head.captured_on, charset=charset, reader=READER)


def _sort(one: Framed) -> str:
    return (one.head.kind or "other") if one.head else "broken"


def _with_hint(found: Iterable[tuple[Item | Passed, str]]) -> Iterator[Item | Passed]:
    """The same; when nothing was read or refused, the last one says what the archive holds instead."""
    sorts: Counter[str] = Counter()
    held: Passed | None = None  # back, until it is known whether it is the last one
    silent = True
    try:
        for one, sort in found:
            if held is not None:
                yield held
            held = one if isinstance(one, Passed) and one.message is None else None
            sorts[sort] += 1
            if held is None:
                silent = False
                yield one
    except Exception:
        if held is not None:
            yield held
        raise
    if held is not None:
        yield replace(held, message=_hint(held, sorts)) if silent else held


def _hint(last: Passed, sorts: Counter[str]) -> str:
    number = ", ".join(f"{sort} {times}" for sort, times in sorts.items())
    hint = f"{called(last.path, None)}: there is no web page in this archive (records: {number})"
    if sorts["revisit"]:
        hint += "; a revisit says that a page was unchanged: its text is in the archive of an earlier capture"
    return hint
