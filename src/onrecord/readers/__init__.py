"""Bytes to an `Article`: the reader is chosen by content; then what the user knows is laid over the page."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord import settings
from onrecord.errors import NoTextError, ReadError
from onrecord.readers import plain
from onrecord.readers.folder import Input
from onrecord.readers.given import Given, given_date
from onrecord.readers.item import Item, Passed, Told
from onrecord.readers.language import Language, language_of
from onrecord.readers.opening import Reading, items
from onrecord.readers.page import Page
from onrecord.readers.published import published_on, stamped
from onrecord.readers.sniff import is_html, stranger
from onrecord.record import Article, Credit, DateReport, Evidence, Named


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read, the reader that did it, and what the user should know about it."""

    article: Article
    reader: str
    notes: tuple[str, ...] = ()  # without the article's name


def read_path(path: Path, *, name: str, given: Given = Given()) -> Read:  # noqa: B008  it is frozen
    """The article in one file; `name` is what the record and messages call it."""
    for item in items(Input(name, path), given=given, reading=Reading()):
        if isinstance(item, Passed):
            raise ReadError(item.message or f"{item.name}: it cannot be read")
        if item.record is not None:
            raise ReadError(f"{name} holds several articles; onrecord.extract([{name!r}]) reads them all")
        return read_item(item)
    raise ReadError(f"{name}: there is nothing in it")


def read_bytes(data: bytes, *, name: str | None, given: Given = Given()) -> Read:  # noqa: B008
    """The article in the bytes of one page or text."""
    return read_item(Item(name, None, data, given=given))


def read_item(item: Item, *, largest: int = settings.LARGEST.default) -> Read:
    """The article that an item is; `largest` bounds the characters of its text or markup."""
    try:
        page = _with_told(_page(item, largest), item.told)
    except NoTextError as error:
        raise NoTextError(f"{item.name}: {error}") from error
    except ReadError as error:
        raise ReadError(f"{item.name}: {error}", cause=error.cause) from error
    spoken = language_of(page.text, page.zones, declared=page.language)
    article = _article(page, item, spoken)
    return Read(article, page.reader, tuple(_notes(page, article, spoken)))


def _page(item: Item, largest: int) -> Page:
    """What the fitting reader finds."""
    if isinstance(item.body, str):
        if item.kind == "text":
            return plain.read_text(item.body, largest=largest)
        from onrecord.readers.feed import fragment

        return fragment.read(item.body, told=item.told, largest=largest)
    strange = stranger(item.body)
    if strange:
        raise ReadError(f"it looks like {strange.looks_like}; {strange.way_out}", cause="not understood")
    if item.kind == "file" and not is_html(item.body):
        return plain.read(item.body, largest=largest)
    from onrecord.readers.html import reading as html  # late: it loads slowly, plain text does without

    url = item.given.url or item.told.url
    return html.read(item.body, url=url, charset=item.told.charset, largest=largest)


def _with_told(page: Page, told: Told) -> Page:
    """The page with what its archive or feed says of it, which goes before what it says itself."""
    credited = {(one.name, one.kind) for one in page.credits}
    return replace(
        page,
        title=told.title or page.title,
        language=told.language or page.language,
        url=told.url or page.url,
        outlet=told.outlet or page.outlet,
        authors=told.authors or page.authors,
        credits=page.credits + tuple(one for one in told.credits if (one.name, one.kind) not in credited),
        published=_dated(told.published, page.published),
        updated=_dated(told.updated, page.updated),
        reader=f"{told.reader}, {page.reader}" if told.reader else page.reader,
    )


def _dated(told: DateReport, page: DateReport) -> DateReport:
    """The date told of a page; words told that are no date are kept as evidence where nothing is better."""
    return told if told.value or (told.evidence and page.value is None) else page


def _article(page: Page, item: Item, spoken: Language) -> Article:
    given = item.given
    url = given.url or page.url
    id_ = article_id(url=url, outlet=given.outlet, text=page.text)
    return Article(
        id=id_,
        path=item.path,
        record=item.record,
        url=url,
        sha256=item.sha256,
        captured_on=item.told.captured_on,
        version_of=None,
        outlet=_outlet(page, given, id_),
        authors=tuple(_named(author, id_) for author in page.authors),
        credits=tuple(Credit(one.name, stamped(one.evidence, id_), one.kind) for one in page.credits),
        title=given.title or page.title,
        language=spoken.code,
        analysed=spoken.analysed,
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


def _notes(page: Page, article: Article, spoken: Language) -> list[str]:
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
        notes.append(f"its language is {spoken.code!r} ({spoken.known}); only English is analysed")
    return notes


__all__ = ["Given", "Read", "article_id", "given_date", "read_bytes", "read_item", "read_path"]
