"""An input opened: the one article it is, or the items of the archive, feed or table it is, one by one."""

import gzip
import os
import sys
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from onrecord import settings
from onrecord.errors import ReadError
from onrecord.readers.ahead import looked_at
from onrecord.readers.folder import Input
from onrecord.readers.given import Given
from onrecord.readers.item import Fate, Item, Passed, called
from onrecord.readers.sniff import HEAD, Container, container, is_gzip

MOST_BYTES = 32 * 2**20  # of a single page or text: no article is longer, with the pictures saved inside it
GZIP_TROUBLE = (EOFError, gzip.BadGzipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are to be read: the largest article, and which columns of tables hold what."""

    largest: int = settings.LARGEST.default  # characters
    columns: Mapping[str, str] = field(default_factory=dict)  # our name of a column -> the table's


def all_items(
    inputs: Iterable[Input], known: Callable[[Input], Given], reading: Reading
) -> Iterator[Item | Passed]:
    """What all inputs hold, one after the other, with what the user knows of each."""
    for one in inputs:
        yield from items(one, given=known(one), reading=reading)


def items(one: Input, *, given: Given, reading: Reading) -> Iterator[Item | Passed]:
    """What an input holds, in order; whatever is wrong with it is told as its fate, never raised."""
    path = None if one.path is None else one.name
    name = called(path, None)
    try:
        yield from _items(one, path, given, reading)
    except ReadError as error:
        fate: Fate = "set aside" if error.cause == "no page" else "refused"
        yield Passed(path, None, fate, error.cause, str(error))
    except GZIP_TROUBLE as error:
        why = f"{name}: its gzip packing is damaged or cut short ({error}); fetch it again"
        yield Passed(path, None, "refused", "damaged", why)
    except OSError as error:
        why = f"{name}: {error.strerror or 'it cannot be opened'}; check the file and the right to read it"
        yield Passed(path, None, "refused", "not readable", why)
    except Exception as error:  # noqa: BLE001  a mistake of ours must not cost the user the other inputs
        yield Passed(path, None, "refused", "mistake in onrecord", mistake(name, error))


def mistake(name: str, error: Exception) -> str:
    """What to say of an error that nobody foresaw."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}, line {where.lineno}"
    return (
        f"{name}: onrecord made a mistake here ({type(error).__name__}: {error}; {place}); please report it"
    )


def _items(one: Input, path: str | None, given: Given, reading: Reading) -> Iterator[Item | Passed]:
    if one.problem is not None:
        raise ReadError(f"{one.name}: {one.problem}")
    with _opened(one) as packed:
        stream, kind = _unpacked(packed, called(path, None))
        if kind is None:
            yield Item(path, None, _whole(stream, called(path, None)), given=given)
            return
        empty = True
        for item in _inside(kind, stream, path, given, reading):
            empty = False
            yield item
        yield _end(path, kind, empty)


@contextmanager
def _opened(one: Input) -> Iterator[BinaryIO]:
    if one.path is None:
        yield sys.stdin.buffer
    else:
        with open(one.path, "rb", buffering=HEAD, opener=_at_once) as file:
            yield file


def _at_once(path: str, flags: int) -> int:
    """Opened like this a pipe that nobody writes to is empty; else it would be waited for for ever."""
    if not hasattr(os, "O_NONBLOCK"):
        return os.open(path, flags)
    file = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(file, True)
    return file


def _unpacked(stream: BinaryIO, name: str) -> tuple[BinaryIO, Container | None]:
    """The stream with its gzip packing taken off, and which container it is, None for a single article.

    Web archives are packed record by record and stay as they are.
    """
    head, stream = looked_at(stream, HEAD)
    kind = container(head, name)
    if kind is not None or not is_gzip(head):
        return stream, kind
    head, inner = looked_at(cast(BinaryIO, gzip.GzipFile(fileobj=stream)), HEAD)
    if is_gzip(head):
        raise ReadError(f"{name} is packed twice with gzip; unpack it once", cause="not understood")
    return inner, container(head, name.removesuffix(".gz"))


def _whole(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ReadError(
            f"{name} has more than {MOST_BYTES // 2**20} MiB, too much for one article; split it",
            cause="too large",
        )
    return data


def _inside(
    kind: Container, stream: BinaryIO, path: str | None, given: Given, reading: Reading
) -> Iterator[Item | Passed]:
    """The items of a container; its reader is loaded when the first one comes."""
    if kind == "warc":
        from onrecord.readers.warc import items as warc

        yield from warc.items(stream, path, given=given, largest=reading.largest)
    elif kind == "zip":
        from onrecord.readers.warc import wacz

        yield from wacz.items(stream, path, given=given, largest=reading.largest)
    elif kind == "feed":
        from onrecord.readers.feed import items as feed

        yield from feed.items(stream, path, given=given, largest=reading.largest)
    else:
        from onrecord.readers.table import items as table

        yield from table.items(stream, path, given=given, reading=reading)


def _end(path: str | None, kind: Container, empty: bool) -> Passed:
    if not empty:
        return Passed(path, None, "read")
    return Passed(
        path, None, "set aside", "no page", f"{called(path, None)}: there is nothing in this {kind}"
    )
