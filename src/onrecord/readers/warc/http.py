"""A web server's answer as an archive keeps it: status, fields, and its body with the transfer undone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import ReadError
from onrecord.readers.warc.decoding import decoded
from onrecord.readers.warc.head import fields

STATUS = re.compile(rb"HTTP/\d+(?:\.\d+)?[ \t]+(\d{3})")
END_OF_HEAD = re.compile(rb"\r*\n\r*\n")
CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
LENGTH = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and fields of an answer, and its body as it went over the wire."""

    status: int
    fields: Mapping[str, str]
    body: bytes

    def page(self, most: int) -> bytes:
        """The body unpacked; a ReadError (without a name) when damaged, too large or packed strangely."""
        body = self.body
        if "chunked" in self.fields.get("transfer-encoding", "").lower():
            body = unchunked(body)
        page = decoded(body, self.fields.get("content-encoding", ""), most)
        self._check_length(unpacked=page is body)
        return page

    def _check_length(self, *, unpacked: bool) -> None:
        """A body shorter than its field says did not arrive whole.

        Of those archived without the packing that the field counted, only tiny ones are shorter.
        """
        length = self.fields.get("content-length", "")
        if not LENGTH.fullmatch(length) or "transfer-encoding" in self.fields:
            return
        if unpacked and self.fields.get("content-encoding"):
            return
        if len(self.body) < int(length):
            why = f"only {len(self.body):,} of the {int(length):,} bytes of its page are there"
            raise ReadError(f"{why}; capture the page again", cause="damaged")


def answer(content: bytes) -> Answer | None:
    """The answer that a record holds; None where it holds none."""
    status = STATUS.match(content)
    if status is None:
        return None
    end = END_OF_HEAD.search(content)
    head, body = (content[: end.start()], content[end.end() :]) if end else (content, b"")
    lines = head.decode("utf-8", "replace").splitlines()[1:]
    return Answer(int(status[1]), fields(lines), body)


def unchunked(body: bytes) -> bytes:
    """The body that was sent in chunks; unchanged when it was archived without them."""
    parts: list[bytes] = []
    at = 0
    while size := CHUNK.match(body, at):
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    if at == 0:
        return body
    raise ReadError(
        "the chunks of its page are damaged or end too early; capture the page again", cause="damaged"
    )
