"""The bytes of a web archive below its packing: none, gzip (often a member for every record) or lz4.

onrecord unpacks and frames archives itself. The libraries for it lose records without a word: fastwarc
2.0.1 ends at an empty gzip member, both give the beginning of a record that is cut short as if it were
whole, and warcio 1.8.1 gives up on archives packed as a whole.
"""

import re
import zlib
from typing import BinaryIO, Protocol

from onrecord.readers.sniff import GZIP, LZ4

CHUNK = 65_536
FEED = 4096  # packed bytes at a time: what was unpacked before a fault in them is kept
KEPT = 32 * 2**20  # packed bytes of a member looked through again for the next one after damage
BOMB = 256 * 2**20  # a member that unpacks to more than this …
BOMB_RATIO = 200  # … and to so many times its size is no archive of pages: those are packed to a tenth
MEMBER = re.compile(rb"\x1f\x8b\x08")
BEGINNING = re.compile(rb"WARC/\d|[a-z][a-z0-9+.-]*://")  # of a record, in a WARC or an ARC


class DamageError(Exception):
    """The packing, or a record's frame, is broken here."""

    def __init__(self, why: str, *, cause: str = "damaged") -> None:
        super().__init__(why)
        self.cause = cause


class Members(Protocol):
    """An archive's bytes in one piece or in several, each with a beginning that can be found again."""

    @property
    def bounded(self) -> bool:
        """Whether a record that runs out of its frame is caught by the end of its member."""

    def place(self, inside: int) -> str:
        """What a record that begins there in this member is called."""

    def more(self) -> bytes:
        """The next bytes of this member, none at its end; DamageError where they cannot be had."""

    def advance(self) -> bool:
        """Go on to the next member, once this one has ended; False at the end of the input."""

    def recover(self) -> bool:
        """After damage: go on to the next member that can be found; False if there is none."""


def members(stream: BinaryIO, head: bytes) -> Members:
    """The members of an archive that begins with these bytes, which are still in the stream."""
    if head.startswith(GZIP):
        return GzipMembers(stream)
    return Lz4Frames(stream) if head.startswith(LZ4) else Unpacked(stream)


class Unpacked:
    """An archive without packing: one piece."""

    bounded = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def place(self, inside: int) -> str:
        return f"offset {inside}"

    def more(self) -> bytes:
        return self._stream.read(CHUNK)

    def advance(self) -> bool:
        return False

    def recover(self) -> bool:
        return False


class Lz4Frames(Unpacked):
    """An archive packed with lz4; where one frame ends and the next begins cannot be seen."""

    def __init__(self, stream: BinaryIO) -> None:
        try:
            from fastwarc.stream_io import Lz4Reader
        except ImportError:
            why = "it is packed with lz4, which cannot be unpacked on this machine; unpack it with lz4 -d"
            raise DamageError(why, cause="not understood") from None
        self._reader = Lz4Reader(Told(stream))

    def more(self) -> bytes:
        try:
            return self._reader.read(CHUNK)
        except OSError as error:
            raise DamageError(f"its lz4 packing is damaged or cut short ({error})") from error


class Told:
    """A stream that can say how far it was read, as fastwarc asks of pipes too."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError(f"no seeking to {offset} ({whence}) in a stream")

    def close(self) -> None:
        """It belongs to whoever opened it."""


class GzipMembers:
    """An archive packed with gzip, as a whole or record by record."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._raw = bytearray()  # packed bytes: this member's as far as they are kept, then those to come
        self._base = 0  # where in the input they begin
        self._start = self._at = 0  # of this member, and of what is to be unpacked next
        self._begin(0)

    @property
    def bounded(self) -> bool:
        """Whether there is more than one member: then a record has one of its own."""
        return self._position > 0 or (self._inflate.eof and self._some(beyond=len(self._inflate.unused_data)))

    def place(self, inside: int) -> str:
        return f"offset {self._position}" + (f"+{inside}" if inside else "")

    def more(self) -> bytes:
        while not self._inflate.eof:
            packed = self._inflate.unconsumed_tail or self._feed()
            if not packed:
                raise DamageError("its gzip packing is cut short")
            try:
                data = self._inflate.decompress(packed, CHUNK)
            except zlib.error as error:
                raise DamageError(f"its gzip packing is damaged ({error})") from error
            self._check(len(data))
            if data:
                return data
        return b""

    def advance(self) -> bool:
        self._at -= len(self._inflate.unused_data)
        while self._some() and not self._raw[self._at]:  # the padding of tapes and blocks
            rest = self._raw[self._at : self._at + CHUNK]
            self._at += len(rest) - len(rest.lstrip(b"\0"))
        if not self._some():
            return False
        self._begin(self._at)
        if not self._raw.startswith(GZIP[:1], self._at):
            raise DamageError("what stands here is not packed with gzip, as the rest is")
        return True

    def recover(self) -> bool:
        """Look for the next beginning of a member, first through the bytes that went into this one."""
        at = self._start + 1
        while True:
            end = self._base + len(self._raw)
            for match in MEMBER.finditer(self._raw, at):
                if self._is_member(match.start()):
                    self._begin(match.start())
                    return True
            self._at = self._start = len(self._raw)
            if not self._some():
                return False
            at = max(0, end - self._base - FEED)

    def _is_member(self, at: int) -> bool:
        """Whether what stands there unpacks to the beginning of a record."""
        trial = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            return bool(BEGINNING.match(trial.decompress(self._raw[at : at + FEED], 64)))
        except zlib.error:
            return False

    def _begin(self, at: int) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._start = self._at = at
        self._unpacked = 0
        self._position = self._base + at

    def _feed(self) -> bytes:
        if not self._some():
            return b""
        packed = bytes(self._raw[self._at : self._at + FEED])
        self._at += len(packed)
        return packed

    def _some(self, *, beyond: int = 0) -> bool:
        """Whether there are bytes still to be unpacked; old ones are let go."""
        if self._at - beyond < len(self._raw):
            return True
        if self._at > 2 * KEPT:
            let_go = max(self._start, self._at - KEPT) - FEED
            del self._raw[:let_go]
            self._base, self._at = self._base + let_go, self._at - let_go
            self._start = max(0, self._start - let_go)
        self._raw += self._stream.read(CHUNK)
        return self._at < len(self._raw)

    def _check(self, number: int) -> None:
        self._unpacked += number
        packed = self._base + self._at - self._position
        if self._unpacked > BOMB and self._unpacked > BOMB_RATIO * packed:
            why = f"it unpacks to more than {BOMB_RATIO} times its size, as no archive of pages does"
            raise DamageError(why, cause="too large")
