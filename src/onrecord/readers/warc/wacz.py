"""WACZ: a zip of web archives with a list of them; nothing in it is ever written to disk under its name."""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import new
from pathlib import PurePosixPath
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from onrecord.errors import ReadError
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed, called
from onrecord.readers.warc import items as warc
from onrecord.readers.warc.packing import BOMB, BOMB_RATIO, CHUNK

ARCHIVE = re.compile(r"\.w?arc(?:\.gz|\.lz4)?$", re.IGNORECASE)
NESTED = re.compile(r"\.wacz$", re.IGNORECASE)
LIST = "datapackage.json"
LONGEST_LIST = 16 * 2**20
ENCRYPTED = 0x1  # the flag in a member's head
HASH = re.compile(r"(sha256|md5):([0-9a-f]+)")
BROKEN = (BadZipFile, NotImplementedError, ValueError, EOFError, OverflowError, struct.error, zlib.error)
NO_WACZ = (
    "is a zip archive or office document and no WACZ: there are no web archives in a folder archive of it; "
    "unpack it and give the files inside, or save its text as .txt"
)


def items(stream: BinaryIO, path: str | None, *, given: Given, largest: int) -> Iterator[Item | Passed]:
    """The records of every web archive inside, one archive after the other."""
    name = called(path, None)
    with _seekable(stream) as file:
        try:
            package = ZipFile(file)
        except BROKEN as error:
            why = f"{name}: this zip archive is damaged or cut short ({error}); fetch it again"
            raise ReadError(why, cause="damaged") from error
        with package:
            archives = _archives(package, name, size=file.seek(0, 2))
            listed: dict[str, str] = {}
            try:
                listed = _listed(package)
            except ReadError as error:
                yield _refused(path, LIST, error)
            for info in archives:
                one = _Archive(package, info, path, listed.pop(info.filename, ""))
                yield from _of_archive(one, given, largest)
            for lost in listed:
                why = f"{LIST} lists it, but it is not there; fetch the WACZ again"
                yield _refused(path, lost, ReadError(why, cause="damaged"))


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[IO[bytes]]:
    """A zip is read from its end: a pipe goes through a nameless temporary file."""
    if stream.seekable():
        yield stream
        return
    with TemporaryFile() as spool:
        copyfileobj(stream, spool)
        yield spool


def _archives(package: ZipFile, name: str, *, size: int) -> list[ZipInfo]:
    """The members that hold records, or should; refuses zips that are no WACZ, and bombs."""
    found = [one for one in package.infolist() if ARCHIVE.search(one.filename) or NESTED.search(one.filename)]
    if LIST not in package.namelist() and not any(_in_place(one.filename) for one in found):
        raise ReadError(f"{name} {NO_WACZ}", cause="not understood")
    if _is_bomb(sum(one.file_size for one in found), size):
        why = (
            f"{name}: what is in it unpacks to more than {BOMB_RATIO} times its size, as no web archive does"
        )
        raise ReadError(f"{why}; unpack it by hand if you trust it", cause="too large")
    return found


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > BOMB and unpacked > BOMB_RATIO * packed


def _in_place(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return parts[:1] == ("archive",) and ".." not in parts


def _of_archive(one: "_Archive", given: Given, largest: int) -> Iterator[Item | Passed]:
    """The records of one archive; what is wrong with it does not touch the others."""
    try:
        one.check()
        yield from warc.items(cast(BinaryIO, one), one.path, given=given, largest=largest)
        one.compare()
    except ReadError as error:
        yield _refused(one.path, one.name, error)


def _refused(path: str | None, member: str, error: ReadError) -> Passed:
    """Something in the zip, told as a refused item; the error may name the zip already."""
    why = str(error).removeprefix(f"{called(path, None)}: ")
    return Passed(path, member, "refused", error.cause, f"{called(path, member)}: {why}")


class _Archive:
    """One web archive inside a WACZ, as a stream that takes the fingerprint of what is read."""

    def __init__(self, package: ZipFile, info: ZipInfo, path: str | None, listed: str) -> None:
        self.name, self.path = info.filename, path
        self._package, self._info = package, info
        self._file: IO[bytes] | None = None
        algorithm, _, self._wanted = listed.partition(":")
        self._hash = new(algorithm, usedforsecurity=False) if algorithm else None

    def check(self) -> None:
        """Refuse what cannot or should not be read."""
        if NESTED.search(self.name):
            raise ReadError(
                "this is a WACZ inside a WACZ; unpack it and give it alone", cause="not understood"
            )
        if not _in_place(self.name):
            why = "it does not lie in the folder archive, where a WACZ has its archives"
            raise ReadError(f"{why}; unpack it and give it alone if you trust it", cause="not understood")
        if self._info.flag_bits & ENCRYPTED:
            raise ReadError("it is encrypted; unpack it and give the files inside", cause="not understood")
        if self._info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ReadError("it is packed in an unusual way; unpack it by hand", cause="not understood")
        if _is_bomb(self._info.file_size, self._info.compress_size):
            why = f"it unpacks to more than {BOMB_RATIO} times its size, as no web archive does"
            raise ReadError(f"{why}; unpack it by hand if you trust it", cause="too large")

    def read(self, size: int = -1) -> bytes:
        try:
            self._file = self._file or self._package.open(self._info)
            data = self._file.read(size)
        except BROKEN as error:
            raise ReadError(f"it is damaged in the zip ({error}); fetch it again", cause="damaged") from error
        if self._hash:
            self._hash.update(data)
        return data

    def seekable(self) -> bool:
        return False

    def compare(self) -> None:
        """Its records have been read: say so if the archive is not the one that was packed."""
        while self._hash and self.read(CHUNK):
            pass
        if self._hash and self._hash.hexdigest() != self._wanted:
            why = f"it is not the archive that {LIST} lists: damaged or changed since it was packed"
            raise ReadError(
                f"{why}; its records were read as they are; compare another copy", cause="damaged"
            )


def _listed(package: ZipFile) -> dict[str, str]:
    """The archives that the list names, with their fingerprints (`sha256:…`), empty where it gives none."""
    if LIST not in package.namelist():
        return {}
    try:
        with package.open(LIST) as file:
            text = file.read(LONGEST_LIST + 1)
        if len(text) > LONGEST_LIST:
            raise ValueError("it is too long")
        resources = json.loads(text)["resources"]
        rows = [(str(row["path"]), str(row.get("hash", "")).lower()) for row in resources]
    except (*BROKEN, RuntimeError, LookupError, TypeError, AttributeError) as error:
        why = f"this list of what is in the WACZ cannot be read ({type(error).__name__}: {error})"
        raise ReadError(f"{why}; its archives are read unchecked", cause="damaged") from error
    return {name: listed if HASH.fullmatch(listed) else "" for name, listed in rows if ARCHIVE.search(name)}
