"""What an input holds: single things that may be articles, not yet read, and those that need no reading."""

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from onrecord.readers.given import Given
from onrecord.record import Credit, DateReport, Named

Fate = Literal["read", "unchanged", "set aside", "refused"]
Kind = Literal[
    "file",  # bytes of any sort: told page or plain text by what is in them
    "page",  # bytes that their container calls a web page
    "text",  # the text of a table's row, to be kept character for character
    "fragment",  # the markup of a feed item: an article without a page around it
]

UNDATED = DateReport()


@dataclass(frozen=True, slots=True)
class Told:
    """What an archive or a feed says of one of its items; evidence has `article=None` until it is read."""

    url: str | None = None
    title: str | None = None
    outlet: Named | None = None
    authors: tuple[Named, ...] = ()
    credits: tuple[Credit, ...] = ()  # agencies that a feed gives as authors
    published: DateReport = UNDATED
    updated: DateReport = UNDATED
    language: str | None = None
    captured_on: str | None = None
    charset: str | None = None  # of a page, as the server declared it
    pictures: tuple[tuple[Literal["caption", "credit"], str], ...] = ()  # what a feed says of them, apart
    plain: bool = False  # of a feed's text: it is no markup
    reader: str | None = None  # what unpacked it, for `made_with.reader`: "feed (feedparser 6.0.14)"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that may be an article: `path` is its input's name, `record` its place inside that."""

    path: str | None  # None is standard input
    record: str | None  # None: the input is the article itself
    body: bytes | str
    kind: Kind = "file"
    told: Told = field(default_factory=Told)
    given: Given = field(default_factory=Given)  # by the user or a table's row; goes before `told`

    @property
    def name(self) -> str:
        """What messages call it."""
        return called(self.path, self.record)

    @property
    def sha256(self) -> str:
        """The fingerprint of the bytes read; of a field, of its text in UTF-8."""
        body = self.body.encode(errors="surrogatepass") if isinstance(self.body, str) else self.body
        return hashlib.sha256(body).hexdigest()

    @property
    def key(self) -> str:
        """The fingerprint of everything its article's id can depend on: equal keys need no second reading."""
        known = (self.kind, self.told.url, self.told.title, self.told.charset, self.given)
        return hashlib.sha256(f"{self.sha256}\0{known!r}".encode(errors="backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Passed:
    """An item, or with `record` None an input, whose fate is known without reading it as an article.

    Every archive, feed and table ends with one for itself: "read" when it could be walked to its end.
    """

    path: str | None
    record: str | None
    fate: Fate
    cause: str | None = None
    message: str | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return called(self.path, self.record)


def called(path: str | None, record: str | None) -> str:
    """The words messages use for an input or an item of it: `crawl.warc.gz <urn:uuid:…>`, `a.csv line 5`."""
    name = path or "standard input"
    return name if record is None else f"{name} {record}"
