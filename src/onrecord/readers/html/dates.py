"""When a page says it was published and last changed: every statement of it, the best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from onrecord.readers.html import jsonld as html_jsonld
from onrecord.readers.html.date_report import Dated, latest, report
from onrecord.readers.html.jsonld import Thing
from onrecord.readers.html.meta import Meta
from onrecord.readers.html.words import WORDS
from onrecord.readers.timestamps import edtf
from onrecord.record import DateReport

PUBLISHED_META, UPDATED_META = WORDS["dates"]["published"], WORDS["dates"]["updated"]
YEAR, MONTH, DAY = r"((?:19|20)\d{2})", r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
IN_URL = re.compile(
    rf"/{YEAR}/(\d{{1,2}})/(\d{{1,2}})(?=/|$)|[/_-]{YEAR}[-_]?{MONTH}[-_]?{DAY}(?!\d)"
    rf"|/{YEAR}/({'|'.join(MONTHS)})[a-z]*/(\d{{1,2}})(?=/)"
)
CHANGED = re.compile(r"modif|updat|edit", re.I)
TIMES_LOOKED_AT = 4  # beside the headline; what follows belongs to other reports
STUMBLES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError)  # on odd pages


def published(
    tree: HtmlElement, meta: Meta, found: Sequence[Thing], *, url: str | None, today: date
) -> tuple[DateReport, DateReport]:
    """The dates of publication and of the last change."""
    times = tuple(_times(tree))
    changed = [
        *_linked(found, "dateModified"),
        *_meta(meta, UPDATED_META),
        *(time for time, late in times if late),
    ]
    stated = [
        *_linked(found, "datePublished"),
        *_meta(meta, PUBLISHED_META),
        *(time for time, late in times if not late),
        *_in_url(url),
    ]
    guessed = [
        dated
        for dated in _guessed(tree, url, until=latest([*stated, *changed]) or today)
        if stated or dated.value not in html_jsonld.days_of_others(tree)
    ]
    first = report([*stated, *guessed], changed)
    return first, report(changed, ())


def _linked(found: Sequence[Thing], name: str) -> Iterator[Dated]:
    for thing, place, firm in (
        (html_jsonld.report(found), f"json-ld {name}", True),
        (html_jsonld.web_page(found), f"json-ld WebPage {name}", False),
    ):
        for written in html_jsonld.strings(thing, name)[:1]:
            yield from _dated(written, place + (" (broken)" if "broken" in thing else ""), firm=firm)


def _meta(meta: Meta, names: Iterable[str]) -> Iterator[Dated]:
    for name in names:
        for written in meta.get(name, ())[:1]:
            yield from _dated(written, f"meta {name}", firm=name != "date")


def _times(tree: HtmlElement) -> Iterator[tuple[Dated, bool]]:
    """The <time> elements around the headline and those marked up as a date; whether each is of a change."""
    for element in _near_headline(tree):
        names = " ".join(
            filter(None, map(element.get, ("itemprop", "class", "property", "pubdate", "data-testid")))
        )
        written = element.get("datetime") or element.get("content") or ""
        firm = "datePublished" in names or element.get("pubdate") is not None
        place = "time " + (element.get("itemprop") or "datetime")
        for dated in _dated(written, place, firm=firm):
            yield dated, bool(CHANGED.search(names))


def _near_headline(tree: HtmlElement) -> Iterator[HtmlElement]:
    marked = tree.xpath("//*[@itemprop='datePublished' or @itemprop='dateModified'][@datetime or @content]")
    yield from marked[:2]
    headline = next(tree.iter("h1"), None)
    around = headline
    while around is not None and around.tag != "html":
        times = [time for time in islice(around.iter("time"), TIMES_LOOKED_AT) if time.get("datetime")]
        if times:
            yield from times
            return
        around = around.getparent()


def _in_url(url: str | None) -> Iterator[Dated]:
    found = IN_URL.search(url or "")
    if found:
        year, month, of_month = (part for part in found.groups() if part)
        number = str(MONTHS.index(month) + 1) if month in MONTHS else month
        yield from _dated(f"{year}-{number}-{of_month}", "url", firm=False)


def _guessed(tree: HtmlElement, url: str | None, *, until: date) -> Iterator[Dated]:
    try:
        written = find_date(
            tree,
            url=url,
            original_date=True,  # else it looks for the last change
            extensive_search=False,  # else it takes dates out of the running text
            deferred_url_extractor=True,
            max_date=until.isoformat(),
        )
    except STUMBLES:
        return
    if written:
        yield from _dated(written, "htmldate", firm=False)


def _dated(written: str, place: str, *, firm: bool) -> Iterator[Dated]:
    value = edtf(written)
    if value:
        yield Dated(value, place, written.strip(), firm)
