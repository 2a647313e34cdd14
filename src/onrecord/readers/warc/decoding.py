"""The packing of a web page on its way (gzip, deflate, brotli, zstd) taken off again, up to a size."""

import zlib
from collections.abc import Callable
from io import BytesIO

from onrecord.errors import ReadError
from onrecord.readers.sniff import GZIP, stranger

UNPACKED = (
    "",
    "identity",
    "none",
    "utf-8",
    "utf8",
    "text/html",
)  # what servers write there and mean nothing by
MIB = 2**20


class PackingError(Exception):
    """Bytes that are not packed the way they should be; `begun`: some of them were."""

    def __init__(self, why: str, *, begun: bool) -> None:
        super().__init__(why)
        self.begun = begun


def decoded(body: bytes, packings: str, most: int) -> bytes:
    """The body without the packings its Content-Encoding names, the last one first.

    Many archives keep bodies unpacked under the field as it was sent: one that cannot be unpacked at all
    and reads as text is taken as it is.
    """
    for packing in reversed([name.strip().lower() for name in packings.split(",")]):
        if packing not in UNPACKED and body:
            body = _one(body, packing, most)
    if len(body) > most:
        raise too_large(most)
    return body


def too_large(most: int) -> ReadError:
    """What is said of a page beyond the limit."""
    return ReadError(
        f"its page has more than {most / MIB:.3g} MiB; give the article alone", cause="too large"
    )


def _one(body: bytes, packing: str, most: int) -> bytes:
    unpack = UNPACK.get(packing.removeprefix("x-"))
    try:
        if unpack is None:
            raise PackingError("there is no program for it here", begun=False)
        return unpack(body, most)
    except PackingError as error:
        if not error.begun and stranger(body) is None:
            return body
        cause = "damaged" if unpack else "not understood"
        why = f"its page is packed with {packing!r} and cannot be unpacked ({error})"
        raise ReadError(f"{why}; capture the page again", cause=cause) from error


def _gzip(body: bytes, most: int) -> bytes:
    parts, found = [], 0
    while body.startswith(GZIP):
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        part = _inflated(inflate, body, most - found)
        parts.append(part)
        found += len(part)
        body = inflate.unused_data
    if not parts:
        raise PackingError("it does not begin like that", begun=False)
    return b"".join(parts)


def _deflate(body: bytes, most: int) -> bytes:
    """With the frame of zlib, as it should be, or without, as some servers send it."""
    try:
        return _inflated(zlib.decompressobj(), body, most)
    except PackingError as error:
        if error.begun:
            raise
        return _inflated(zlib.decompressobj(-zlib.MAX_WBITS), body, most)


def _inflated(inflate: "zlib._Decompress", body: bytes, most: int) -> bytes:
    """One packed stream; the packing's own check at its end must have been reached."""
    try:
        data = inflate.decompress(body, most + 1)
    except zlib.error as error:
        raise PackingError(str(error), begun=body.startswith(GZIP)) from error
    if len(data) > most:
        raise too_large(most)
    if not inflate.eof:
        raise PackingError("it is cut short", begun=bool(data))
    return data


def _brotli(body: bytes, most: int) -> bytes:
    return _by_fastwarc("BrotliReader", body, most)


def _zstd(body: bytes, most: int) -> bytes:
    return _by_fastwarc("ZstdReader", body, most)


def _by_fastwarc(reader: str, body: bytes, most: int) -> bytes:
    try:
        from fastwarc import stream_io
    except ImportError:
        raise PackingError("this machine has no fastwarc", begun=True) from None
    parts, found = [], 0
    try:
        stream = getattr(stream_io, reader)(BytesIO(body))
        while found <= most and (part := stream.read(min(MIB, most + 1 - found))):
            parts.append(part)
            found += len(part)
    except OSError as error:
        raise PackingError(str(error), begun=bool(parts)) from error
    if found > most:
        raise too_large(most)
    return b"".join(parts)


UNPACK: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
