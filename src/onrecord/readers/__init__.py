"""Bytes to an `Article`: the reader is chosen by content; then what the user knows is laid over the page."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import NoTextError, ReadError
from onrecord.readers import plain
from onrecord.readers.given import Given, given_date
from onrecord.readers.page import Page
from onrecord.readers.published import published_on, stamped
from onrecord.readers.sniff import is_html, stranger
from onrecord.record import Article, Credit, Evidence, Named

ENGLISH = ("en", "eng", "english")
STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read, the reader that did it, and what the user should know about it."""

    article: Article
    reader: str
    notes: tuple[str, ...] = ()


def read_path(path: Path, *, name: str, given: Given = Given()) -> Read:  # noqa: B008  it is frozen
    """The article in one file; `name` is what the record and messages call it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise ReadError(f"{name}: {why}; check the file and the right to read it") from error
    return read_bytes(data, name=name, given=given)


def read_bytes(data: bytes, *, name: str | None, given: Given = Given()) -> Read:  # noqa: B008
    """The article in the bytes of one page or text."""
    called = name or STANDARD_INPUT
    page = _page(data, called, given)
    article = _article(page, data, name, given)
    return Read(article, page.reader, tuple(f"{called}: {note}" for note in _notes(page, article)))


def _page(data: bytes, called: str, given: Given) -> Page:
    """What the fitting reader finds; its errors get the input's name."""
    strange = stranger(data)
    if strange:
        raise ReadError(f"{called} looks like {strange.looks_like}; {strange.way_out}")
    try:
        if not is_html(data):
            return plain.read(data)
        from onrecord.readers import html  # late: it takes a while to load, and plain text does without

        return html.read(data, url=given.url)
    except NoTextError as error:
        raise NoTextError(f"{called}: {error}") from error
    except ReadError as error:
        raise ReadError(f"{called}: {error}") from error


def _article(page: Page, data: bytes, name: str | None, given: Given) -> Article:
    url = given.url or page.url
    id_ = article_id(url=url, outlet=given.outlet, text=page.text)
    return Article(
        id=id_,
        path=name,
        record=None,
        url=url,
        sha256=hashlib.sha256(data).hexdigest(),
        captured_on=None,
        version_of=None,
        outlet=_outlet(page, given, id_),
        authors=tuple(_named(author, id_) for author in page.authors),
        credits=tuple(Credit(one.name, stamped(one.evidence, id_), one.kind) for one in page.credits),
        title=given.title or page.title,
        language=page.language,
        analysed=page.language is None or page.language.lower().replace("_", "-").split("-")[0] in ENGLISH,
        published_on=published_on(page.published, given, id_),
        updated_on=published_on(page.updated, Given(), id_),
        text=page.text,
        zones=page.zones,
    )


def article_id(*, url: str | None, outlet: str | None, text: str) -> str:
    """First 16 hex digits of SHA-256 over url, outlet as the user gave it, and text; NUL between."""
    return hashlib.sha256("\0".join((url or "", outlet or "", text)).encode()).hexdigest()[:16]


def _outlet(page: Page, given: Given, article: str) -> Named | None:
    if given.outlet:
        return Named(given.outlet, (Evidence(article, given.outlet_place, None, None, given.outlet),))
    return _named(page.outlet, article) if page.outlet else None


def _named(named: Named, article: str) -> Named:
    return replace(named, evidence=stamped(named.evidence, article))


def _notes(page: Page, article: Article) -> list[str]:
    notes = []
    if page.undecodable:
        bytes_were = (
            "1 undecodable byte was"
            if page.undecodable == 1
            else f"{page.undecodable} undecodable bytes were"
        )
        notes.append(f"{bytes_were} replaced")
    if article.published_on.value is None:
        notes.append("undated; give --published, as in --published 2023-10-17")
    if article.outlet is None:
        notes.append("no outlet known; give --outlet NAME")
    if not article.analysed:
        notes.append(f"its language is {article.language!r}; only English is analysed")
    return notes


__all__ = ["Given", "Read", "article_id", "given_date", "read_bytes", "read_path"]
