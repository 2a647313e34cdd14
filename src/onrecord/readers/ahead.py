"""A stream whose beginning was looked at and is still to come: pipes cannot be wound back."""

from io import BufferedReader, FileIO, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def looked_at(stream: BinaryIO, number: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, fewer only where it ends, and a stream that begins with them.

    One look is not enough: a pipe gives what has arrived, an unpacked file what its first member held.
    """
    if isinstance(stream, BufferedReader) and isinstance(stream.raw, FileIO) and stream.seekable():
        start = stream.tell()
        head = stream.read(number)
        stream.seek(start)
        return head, stream
    ahead = _Ahead(stream, number)
    return ahead.head, BufferedReader(ahead, number)


class _Ahead(RawIOBase):
    """First what was looked at, then the trouble met at it, if any, then the rest."""

    def __init__(self, stream: BinaryIO, number: int) -> None:
        self._stream = stream
        self._trouble: Exception | None = None
        self.head = self._read(number)
        self._left = self.head

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer).cast("B")
        if not self._left:
            if self._trouble:
                raise self._trouble
            self._left = self._stream.read(len(room))
        number = min(len(room), len(self._left))
        room[:number] = self._left[:number]
        self._left = self._left[number:]
        return number

    def _read(self, number: int) -> bytes:
        parts: list[bytes] = []
        found = 0
        try:
            while found < number and (part := self._stream.read(min(4096, number - found))):
                parts.append(part)
                found += len(part)
        except Exception as error:  # noqa: BLE001  it is raised when what stands before it has been read
            self._trouble = error
        return b"".join(parts)
