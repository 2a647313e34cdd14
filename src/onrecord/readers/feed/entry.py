"""The entries of a feed as feedparser reads them: text, guid and everything the feed says of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from onrecord.errors import NoTextError
from onrecord.readers.credits import agency
from onrecord.readers.feed.pictures import APART, pictures
from onrecord.readers.html.blocks import blocks
from onrecord.readers.html.tree import parse
from onrecord.readers.item import Told
from onrecord.readers.metadata import LANGUAGE, people
from onrecord.readers.outlets import host_of, outlet_of
from onrecord.readers.timestamps import edtf
from onrecord.record import Credit, DateReport, Evidence, Named

READER = f"feed (feedparser {feedparser.__version__})"
HTML = ("text/html", "application/xhtml+xml")
NO_TEXT = ("image", "audio", "video", "application", "font", "model", "multipart", "message")
PLAIN = "text/plain"
TAG = re.compile(r"<[^<>]*>")
Raw = Mapping[
    str, Any
]  # feedparser's own dictionaries, which change keys and warn unless asked as plain ones


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its fullest text as the feed gives it, None where it gives none, and what it says of it."""

    guid: str | None
    text: str | None
    told: Told


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed in its order, and where its XML is broken."""

    entries: tuple[Entry, ...]
    broken: str | None


def parsed(xml: bytes) -> Feed:
    """Parse prepared XML; markup stays as it is, since it is never shown but only read."""
    read = feedparser.parse(BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    about = _About.of(dict(read["feed"]), str(read.get("version", "")), b"<dc:date" in xml)
    broken = _reason(read["bozo_exception"]) if read["bozo"] else None
    return Feed(tuple(about.entry(dict(one)) for one in read["entries"]), broken)


def _reason(error: Exception) -> str:
    """Why and where the XML is broken, in few words."""
    line = getattr(error, "getLineNumber", lambda: None)()
    message = getattr(error, "getMessage", lambda: str(error))()
    return f"line {line}: {message}" if line else str(message)


@dataclass(frozen=True, slots=True)
class _About:
    """What the feed as a whole says, which holds for entries that say nothing themselves."""

    title: str | None
    language: str | None
    home: str | None
    authors: tuple[str, ...]
    atom: bool
    dublin: bool  # dates may be Dublin Core's, which feedparser calls "updated"

    @classmethod
    def of(cls, feed: Raw, version: str, dublin: bool) -> "_About":
        atom = version.startswith("atom")
        links = [str(one.get("href", "")) for one in feed.get("links", ()) if one.get("rel") == "self"]
        return cls(
            title=_heading(feed, "title"),
            language=_language(feed.get("language")),
            home=next((one for one in (*links, str(feed.get("link", ""))) if host_of(one)), None),
            authors=tuple(_names(feed)) if atom else (),
            atom=atom,
            dublin=dublin and not atom,
        )

    def entry(self, one: Raw) -> Entry:
        """An entry with what its feed says filled in."""
        url = self._url(one)
        title = _heading(one, "title")
        text, plain = _fullest(one)
        beside = tuple(pictures(str(one.get(APART, ""))))
        if text is None and beside:
            text, plain = "\n\n".join(said for kind, said in beside if kind == "caption") or None, True
            beside = tuple(picture for picture in beside if picture[0] == "credit")
        outlet = self._outlet(one, url)
        names = list(_names(one)) or self.authors
        authors = tuple(people((("feed author", name) for name in names), leave_out=outlet))
        published, updated = self._dates(one)
        told = Told(
            url=url,
            title=title,
            outlet=outlet,
            authors=tuple(author for author in authors if agency(author.name) is None),
            credits=tuple(_credits(authors, outlet)),
            published=published,
            updated=updated,
            language=_language(one.get("language"))
            or _language(_detail(one).get("language"))
            or self.language,
            pictures=beside,
            plain=plain,
            reader=READER,
        )
        return Entry(str(one.get("id", "")).strip() or None, text, told)

    def _url(self, one: Raw) -> str | None:
        """The page of an entry; FeedBurner's own links give way to those they stand for."""
        for key in ("feedburner_origlink", "link"):
            written = str(one.get(key, "")).strip()
            if host_of(written):
                return written
            if written and self.home and host_of(_joined(self.home, written)):
                return _joined(self.home, written)
        return None

    def _outlet(self, one: Raw, url: str | None) -> Named | None:
        """The name of the link's host where it is known, else of the feed it came from, or of this one."""
        by_host = outlet_of(url)
        if by_host and by_host.name != host_of(url):
            return by_host
        origin = one.get("source")
        stated = (
            ("feed source title", _heading(dict(origin), "title") if isinstance(origin, Mapping) else None),
            ("feed title", self.title),
        )
        named = (Named(name, (Evidence(None, place, None, None, name),)) for place, name in stated if name)
        return next(named, by_host)

    def _dates(self, one: Raw) -> tuple[DateReport, DateReport]:
        """Published and updated; an entry that has only one date was published then, as far as it says."""
        published, updated = (str(one.get(key, "")).strip() for key in ("published", "updated"))
        place = "feed published" if self.atom else "feed pubDate"
        if published:
            return _dated(published, place), _dated(updated, "feed updated")
        if updated and self.dublin:
            return _dated(updated, "feed dc:date"), DateReport()
        return _dated(updated, "feed updated"), _dated(updated, "feed updated")


def _dated(raw: str, place: str) -> DateReport:
    """A date in the zone it is given in; words that are no date are kept as evidence."""
    if not raw:
        return DateReport()
    return DateReport(edtf(raw), None, "metadata", None, (Evidence(None, place, None, None, raw),))


def _fullest(one: Raw) -> tuple[str | None, bool]:
    """The longest of an entry's texts, and whether it is plain text; None where none has words."""
    summary = {**_detail(one), "value": one.get("summary", "")}
    texts = [(str(text.get("value", "")), _type(text)) for text in (*one.get("content", ()), summary)]
    texts = [(text, kind) for text, kind in texts if kind in HTML or kind.split("/")[0] not in NO_TEXT]
    if not texts:
        return None, False
    text, kind = max(texts, key=lambda one: _seen(*one))
    return (text, kind == PLAIN) if _seen(text, kind) else (None, False)


def _seen(text: str, kind: str) -> int:
    """How much of a text is seen: its letters and signs without tags."""
    return len("".join((text if kind == PLAIN else TAG.sub("", text)).split()))


def _detail(one: Raw) -> Raw:
    return dict(one.get("summary_detail") or {})


def _type(text: Raw) -> str:
    return str(text.get("type") or HTML[0])


def _heading(one: Raw, key: str) -> str | None:
    """A title in one line, its markup taken off."""
    written = str(one.get(key, ""))
    kind = _type(dict(one.get(f"{key}_detail") or {"type": PLAIN}))
    return (_words(written) if kind in HTML else " ".join(written.split())) or None


def _words(markup: str) -> str:
    """What is seen of markup, in one line."""
    try:
        seen = blocks(parse(markup))
    except NoTextError:
        return ""
    return " ".join(" ".join(block.text for block in seen).split())


def _names(one: Raw) -> Iterator[str]:
    for author in one.get("authors", ()):
        if author.get("name"):
            yield " ".join(str(author["name"]).split())


def _credits(authors: tuple[Named, ...], outlet: Named | None) -> Iterator[Credit]:
    for author in authors:
        name = agency(author.name)
        if name and not (outlet and agency(outlet.name) == name):
            yield Credit(name, author.evidence, "agency")


def _language(declared: object) -> str | None:
    written = str(declared or "").strip().replace("_", "-")
    return written if LANGUAGE.fullmatch(written) else None


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return ""
