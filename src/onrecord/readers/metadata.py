"""What a page says about itself: titles, outlet, authors, language, address, dates, each with its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml.html import HtmlElement

from onrecord.readers.credits import agency
from onrecord.readers.html import dates as html_dates
from onrecord.readers.html import jsonld as html_jsonld
from onrecord.readers.html.jsonld import Thing
from onrecord.readers.html.meta import Meta, first, meta
from onrecord.readers.outlets import host_of, outlet_of
from onrecord.record import Credit, DateReport, Evidence, Named

TITLE_META = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title", "headline")
SUMMARY_META = (
    "og:description",
    "description",
    "twitter:description",
    "sailthru.description",
    "dc.description",
)
OUTLET_META = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "cre",
    "apple-mobile-web-app-title",
)
AUTHOR_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "twitter:creator",
)
BY = re.compile(r"^\s*(?:by|von|par|por|di|door|av|af|od)\s*:?\s+", re.I)
AUTHORS_APART = re.compile(
    r"(?:(?<!\s)\s+|)(?:;|\||\n|,(?!\s*(?:Jr|Sr|PhD|MD)\b)|\s(?:and|und|et|y|og|och|&)\s)\s*"
)
NO_PERSON = re.compile(r"^(?:https?:|www\.|@)|[/@\d<>]|\.(?:com|org|net)\b", re.I)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
LONGEST_NAME = 80
LONGEST_LIST = 1000  # characters of a list of authors, or of a title; what is longer is something else
MOST_TITLES = 12
SITE_NAME_AFTER = re.compile(r"(?<!\s)\s+[|–—·•:«»-]\s+(?=[^|–—·•«»]{2,60}$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself, outside the text."""

    titles: tuple[str, ...]  # the report's headline as the page names it, best first
    summaries: tuple[str, ...]
    language: str | None
    url: str | None
    outlet: Named | None
    authors: tuple[Named, ...]
    credits: tuple[Credit, ...]
    published: DateReport
    updated: DateReport


def metadata(tree: HtmlElement, *, url: str | None, today: date) -> Metadata:
    """Everything the page's head and linked data say."""
    names, found = meta(tree), html_jsonld.things(tree)
    address = _url(tree, names, found) or url
    outlet = _outlet(names, found, address)
    published, updated = html_dates.published(tree, names, found, url=address, today=today)
    titles = (title for title in _titles(tree, names, found, outlet) if len(title) <= LONGEST_LIST)
    authors = tuple(people(_authors(names, found), leave_out=outlet))
    return Metadata(
        titles=tuple(islice(titles, MOST_TITLES)),
        summaries=tuple(_summaries(names, found)),
        language=_language(tree, names, found),
        url=address,
        outlet=outlet,
        authors=tuple(author for author in authors if agency(author.name) is None),
        credits=tuple(_credits(authors, outlet, found)),
        published=published,
        updated=updated,
    )


def _url(tree: HtmlElement, names: Meta, found: Sequence[Thing]) -> str | None:
    links = [
        link.get("href") or "" for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"
    ]
    og = first(names, "og:url", "twitter:url")
    linked = html_jsonld.strings(html_jsonld.report(found), "url")
    candidates = [*links, *([og[1]] if og else []), *linked]
    return next((address.strip() for address in candidates if host_of(address.strip())), None)


def _outlet(names: Meta, found: Sequence[Thing], url: str | None) -> Named | None:
    """Metadata before the host; a name that is only a host again leaves the word to a better one."""
    stated = [(f"meta {name}", names[name][0]) for name in OUTLET_META if name in names]
    report = html_jsonld.report(found)
    stated[1:1] = [("json-ld publisher.name", name) for name, _ in html_jsonld.named(report, "publisher")]
    stated = [
        (place, name) for place, name in stated if 1 < len(name) <= LONGEST_NAME and not _is_address(name)
    ]
    if not stated:
        return outlet_of(url)
    best = stated[0][1]
    agreeing = tuple(Evidence(None, place, None, None, name) for place, name in stated if name == best)
    return Named(best, agreeing)


def _is_address(name: str) -> bool:
    return (
        host_of(name) is not None
        or re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+", name) is not None
        or name[0] == "@"
    )


def _titles(tree: HtmlElement, names: Meta, found: Sequence[Thing], outlet: Named | None) -> Iterator[str]:
    yield from html_jsonld.strings(html_jsonld.report(found), "headline")
    for name in TITLE_META:
        yield from (_without_site(title, outlet) for title in names.get(name, ())[:1])
    title = next(tree.iter("title"), None)
    if title is not None and (title.text or "").strip():
        yield _without_site(" ".join(title.xpath("string()").split()), outlet)


def _without_site(title: str, outlet: Named | None) -> str:
    """A title without the outlet's name behind (or before) it."""
    parts = SITE_NAME_AFTER.split(title)
    if len(parts) > 1 and outlet and _alike(parts[-1], outlet.name):
        return title[: SITE_NAME_AFTER.search(title).start()].strip()  # type: ignore[union-attr]
    if " | " in title:
        return max(title.split(" | "), key=len).strip()
    return title


def _alike(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one in other or other in one


def _summaries(names: Meta, found: Sequence[Thing]) -> Iterator[str]:
    yield from html_jsonld.strings(html_jsonld.report(found), "description")
    for name in SUMMARY_META:
        yield from names.get(name, ())[:1]


def _language(tree: HtmlElement, names: Meta, found: Sequence[Thing]) -> str | None:
    og = first(names, "content-language", "og:locale", "language", "dc.language")
    linked = html_jsonld.strings(html_jsonld.report(found), "inLanguage")
    declared = [tree.get("lang"), tree.get("xml:lang"), *linked, og[1] if og else None]
    return next(
        (tag.strip().replace("_", "-") for tag in declared if tag and LANGUAGE.fullmatch(tag.strip())), None
    )


def _authors(names: Meta, found: Sequence[Thing]) -> Iterator[tuple[str, str]]:
    for name, _ in html_jsonld.named(html_jsonld.report(found), "author"):
        yield "json-ld author", name
    for key in AUTHOR_META:
        for content in names.get(key, ()):
            yield f"meta {key}", content


def people(stated: Iterable[tuple[str, str]], *, leave_out: Named | None) -> Iterator[Named]:
    """Each author once, with every place that names them."""
    places: dict[str, list[Evidence]] = {}
    for place, written in stated:
        if len(written) > LONGEST_LIST:
            continue
        for name in AUTHORS_APART.split(BY.sub("", written)):
            if 2 < len(name) <= LONGEST_NAME and not NO_PERSON.search(name):
                places.setdefault(name.strip(), []).append(Evidence(None, place, None, None, written))
    for name, evidence in places.items():
        if leave_out is None or name.casefold() != leave_out.name.casefold():
            yield Named(name, tuple(evidence))


def _credits(authors: Sequence[Named], outlet: Named | None, found: Sequence[Thing]) -> Iterator[Credit]:
    """Agencies given as authors, and the translator."""
    for author in authors:
        name = agency(author.name)
        if name and not (outlet and agency(outlet.name) == name):
            yield Credit(name, author.evidence, "agency")
    for name, _ in html_jsonld.named(html_jsonld.report(found), "translator"):
        yield Credit(name, (Evidence(None, "json-ld translator", None, None, name),), "translator")
