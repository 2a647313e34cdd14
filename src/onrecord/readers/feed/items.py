"""Feeds (RSS, Atom, RDF): one item for every entry, its markup and what the feed says of it."""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.readers.feed.entry import Entry, Feed, parsed
from onrecord.readers.feed.xml import Prepared, prepared
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed, called

MOST_BYTES = 64 * 2**20  # a feed is parsed whole; those that papers offer have less than one
LONGEST_RECORD = 500  # characters; a longer guid names nothing


def items(stream: BinaryIO, path: str | None, *, given: Given, largest: int) -> Iterator[Item | Passed]:
    """The entries of a feed in its order; what is wrong with the feed itself is told at its end."""
    del largest  # a feed is in memory whole; entries are measured where they are read
    name = called(path, None)
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        why = f"{name} has more than {MOST_BYTES // 2**20} MiB, too much for a feed; split it"
        raise ReadError(why, cause="too large")
    xml = prepared(data, name=name)
    del data
    feed = parsed(xml.data)
    used: set[str] = set()
    for number, entry in enumerate(feed.entries, start=1):
        yield _item(entry, number, path, _record(entry, number, used), given)
    _check(xml, feed, name)


def _item(entry: Entry, number: int, path: str | None, record: str, given: Given) -> Item | Passed:
    if entry.text is None:
        page = entry.told.url or "it links to"
        why = f"item {number} of {called(path, None)} has no text; save the page {page} and give that"
        return Passed(path, record, "set aside", "no text", why)
    return Item(path, record, entry.text, "fragment", entry.told, given.of_items())


def _record(entry: Entry, number: int, used: set[str]) -> str:
    """The guid, else the link, else the place; a guid given again gets a number."""
    named = entry.guid or entry.told.url
    record = named if named and len(named) <= LONGEST_RECORD else f"item {number}"
    while record in used:
        record += f" (item {number})"
    used.add(record)
    return record


def _check(xml: Prepared, feed: Feed, name: str) -> None:
    """Tell what a broken feed may have lost, and what was not expanded."""
    read = len(feed.entries)
    if feed.broken and not read:
        why = f"{name} is broken XML ({feed.broken}) and no entry in it can be read; fetch it again"
        raise ReadError(why, cause="damaged")
    if feed.broken and xml.cut:
        why = f"{name} is cut short behind item {read}, which may lack its end; fetch it again"
        raise ReadError(why, cause="damaged")
    if feed.broken and xml.begun > read:
        why = f"{name} is broken XML ({feed.broken}): of {xml.begun} items {read} can be read; fetch it again"
        raise ReadError(why, cause="damaged")
    if xml.unexpanded:
        raise ReadError(
            f"{name} declares entities made of others or of files ({', '.join(xml.unexpanded)}); they are "
            "never expanded and stand in the text as written: ask its publisher for a plain feed",
            cause="not understood",
        )
