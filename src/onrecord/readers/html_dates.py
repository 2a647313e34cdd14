"""When a page says it was published and last changed: every statement of it, the best first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from onrecord.readers import html_jsonld
from onrecord.readers.html_jsonld import Thing
from onrecord.readers.html_meta import Meta
from onrecord.readers.timestamps import day, edtf, moment
from onrecord.record import DateReport, Evidence, OtherDate

PUBLISHED_META = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "publication_date",
    "publication-date",
    "article.published",
    "originalpublicationdate",
    "bt:pubdate",
    "rnews:datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "date",
    "article_date_original",
    "date_published",
    "article:post_date",
]
UPDATED_META = [
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "article:modified",
    "article:updated",
    "datemodified",
    "lastmod",
    "last-modified",
    "dc.date.modified",
    "dcterms.modified",
    "rnews:datemodified",
    "date_modified",
]
IN_URL = re.compile(
    r"/((?:19|20)\d{2})[/-]?(\d{2}|\d(?=/))[/-]?(\d{2}|\d(?=/))(?![\d])|[/_-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)"
)
CHANGED = re.compile(r"modif|updat|edit", re.I)
TIMES_LOOKED_AT = 4  # beside the headline; what follows belongs to other reports
STUMBLES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError)  # on odd pages
SAME_MOMENT = timedelta(minutes=1)
ZONES_APART = timedelta(hours=26)  # the furthest two clocks on earth are apart


@dataclass(frozen=True, slots=True)
class Dated:
    """One statement of a date, with the place it stands in; a firm one says what it is the date of."""

    value: str
    place: str
    written: str
    firm: bool


def published(
    tree: HtmlElement, meta: Meta, found: Sequence[Thing], *, url: str | None, today: date
) -> tuple[DateReport, DateReport]:
    """The dates of publication and of the last change."""
    times = tuple(_times(tree))
    changed = _unique(
        [*_linked(found, "dateModified"), *_meta(meta, UPDATED_META), *(t for t, late in times if late)]
    )
    stated = [
        *_linked(found, "datePublished"),
        *_meta(meta, PUBLISHED_META),
        *(time for time, late in times if not late),
        *_in_url(url),
    ]
    guessed = _guessed(tree, url, latest=_latest([*stated, *changed]) or today)
    first = _report(_unique([*stated, *guessed]), changed)
    return first, _report(changed, ())


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
        parts = [part for part in found.groups() if part]
        yield from _dated("-".join(parts), "url", firm=False)


def _guessed(tree: HtmlElement, url: str | None, *, latest: date) -> Iterator[Dated]:
    try:
        written = find_date(
            tree,
            url=url,
            original_date=True,  # else it looks for the last change
            extensive_search=False,  # else it takes dates out of the running text
            deferred_url_extractor=True,
            max_date=latest.isoformat(),
        )
    except STUMBLES:
        return
    if written:
        yield from _dated(written, "htmldate", firm=False)


def _dated(written: str, place: str, *, firm: bool) -> Iterator[Dated]:
    value = edtf(written)
    if value:
        yield Dated(value, place, written.strip(), firm)


def _latest(stated: Iterable[Dated]) -> date | None:
    return max((found for found in (day(dated.value) for dated in stated) if found), default=None)


def _unique(stated: Iterable[Dated]) -> tuple[Dated, ...]:
    return tuple({(dated.place, dated.value): dated for dated in stated}.values())


def _report(stated: Sequence[Dated], changed: Sequence[Dated]) -> DateReport:
    if not stated:
        return DateReport()
    best = _best(stated)
    agreeing = [dated for dated in stated if _agree(dated.value, best.value)]
    agreeing.sort(key=lambda dated: dated is not best)
    others = tuple(_other(dated, best, changed) for dated in stated if dated not in agreeing)
    return DateReport(best.value, None, "metadata", None, tuple(map(_evidence, agreeing)), others)


def _best(stated: Sequence[Dated]) -> Dated:
    """Firm before soft; of several firm days the one most places name; then in the order of `stated`."""
    pool = [dated for dated in stated if dated.firm] or stated
    return max(
        pool, key=lambda dated: (sum(_agree(dated.value, other.value) for other in stated), len(dated.value))
    )


def _agree(one: str, other: str) -> bool:
    """Whether two values can mean the same day: as written, or as the same moment in two zones."""
    if one[:10] == other[:10] or one.startswith(other) or other.startswith(one):
        return True
    moments = moment(one), moment(other)
    if moments[0] and moments[1]:
        return abs(moments[0] - moments[1]) <= SAME_MOMENT
    return False


def _other(dated: Dated, best: Dated, changed: Sequence[Dated]) -> OtherDate:
    says = f"{dated.place} says {dated.value[:10]}, {best.place} says {best.value[:10]}"
    if any(_agree(dated.value, late.value) for late in changed):
        kind, why = "alternative", f"{says}; the page gives {dated.value[:10]} as the date of its last change"
    elif _zone_apart(dated.value, best.value):
        kind, why = "alternative", f"{says}; the clocks of two time zones would explain it"
    else:
        kind, why = "conflict", says
    return OtherDate(kind, dated.value, None, "metadata", (_evidence(dated),), why)  # type: ignore[arg-type]


def _zone_apart(one: str, other: str) -> bool:
    """Whether one value lacks the zone (or the time) that could make them the same moment."""
    if moment(one) and moment(other):
        return False
    first, second = _start(one), _start(other)
    return first is not None and second is not None and abs(first - second) <= ZONES_APART


def _start(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def _evidence(dated: Dated) -> Evidence:
    return Evidence(None, dated.place, None, None, dated.written)
