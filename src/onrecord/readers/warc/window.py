"""A window over an archive's bytes: lines and contents are taken out of it, and can be put back."""

import re

from onrecord.readers.warc.packing import CHUNK, DamageError, Members

MOST_AGAIN = 512 * 2**20  # bytes put back in all: records with wrong lengths inside each other take for ever
OVERLAP = 1024  # bytes looked at again with those that follow: a beginning may stand across


class Window:
    """Reads through one member at a time; DamageError comes out of any of its methods."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self._buffer, self._at = b"", 0
        self._before = 0  # bytes of this member that stood before the buffer
        self._put_back = 0
        self._damage: DamageError | None = None  # behind the buffer

    @property
    def place(self) -> str:
        """Where the window stands, as records without a name of their own are called."""
        return self.members.place(self._before + self._at)

    def ahead(self, number: int) -> bytes:
        """The next bytes, which stay; fewer at the end of the member."""
        self._fill(number)
        return self._buffer[self._at : self._at + number]

    def starts(self, beginning: re.Pattern[bytes], number: int) -> bool:
        """Whether a pattern matches here, in the next bytes; damage behind them is met later."""
        try:
            self._fill(number)
        except DamageError:
            if self._at == len(self._buffer):
                raise
        return bool(beginning.match(self._buffer, self._at, self._at + number))

    def line(self, most: int) -> bytes:
        """The next bytes up to a line's end; cut after `most`."""
        end = self._buffer.find(b"\n", self._at) + 1
        while not end and len(self._buffer) - self._at < most:
            before = len(self._buffer) - self._at
            self._fill(before + 1)
            if len(self._buffer) - self._at == before:
                break
            end = self._buffer.find(b"\n", self._at + before) + 1
        return self._take(min(end - self._at if end else most, most))

    def content(self, number: int, keep: int) -> tuple[bytes, int]:
        """Up to `keep` of the next bytes, and how many there were of the `number` asked for."""
        parts: list[bytes] = []
        kept = found = 0
        while found < number:
            part = self._take(min(number - found, len(self._buffer) - self._at) or self._some(number - found))
            if not part:
                break
            found += len(part)
            if kept < keep:
                parts.append(part[: keep - kept])
                kept += len(parts[-1])
        return b"".join(parts), found

    def back(self, data: bytes) -> None:
        """Put bytes back that were taken last, unless that was done too often."""
        self._put_back += len(data)
        if self._put_back <= MOST_AGAIN:
            self._before += self._at - len(data)
            self._buffer, self._at = data + self._buffer[self._at :], 0

    def skip(self, characters: re.Pattern[bytes]) -> None:
        """Pass over as many of these as there are."""
        while self.ahead(1):
            found = characters.match(self._buffer, self._at)
            if found is None or found.end() == self._at:
                return
            self._at = found.end()

    def find(self, beginning: re.Pattern[bytes]) -> bool:
        """Go to the next place where group 1 of a pattern matches; False at the end of the member."""
        while True:
            found = beginning.search(self._buffer, self._at)
            if found:
                self._at = found.start(1)
                return True
            before = len(self._buffer) - self._at
            if not self._fill(before + 1):
                self._at = len(self._buffer)
                return False
            self._at += max(0, before - OVERLAP)

    def next_member(self) -> bool:
        """Go on behind the end of this member."""
        self._forget()
        return self.members.advance()

    def recover(self) -> bool:
        """Go on behind damage, if there is a member behind it."""
        self._forget()
        return self.members.recover()

    def _forget(self) -> None:
        self._buffer, self._at, self._before = b"", 0, 0
        self._damage = None

    def _take(self, number: int) -> bytes:
        data = self._buffer[self._at : self._at + number]
        self._at += len(data)
        return data

    def _some(self, number: int) -> int:
        return len(self.ahead(min(number, CHUNK)))

    def _fill(self, number: int) -> bool:
        """Have that many bytes in the buffer, or all that is left of the member; whether they are there."""
        while len(self._buffer) - self._at < number:
            more = self._more()
            if not more:
                return False
            self._before += self._at
            self._buffer, self._at = self._buffer[self._at :] + more, 0
        return True

    def _more(self) -> bytes:
        if self._damage is None:
            try:
                return self.members.more()
            except DamageError as damage:
                self._damage = damage
        raise self._damage
