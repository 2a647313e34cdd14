"""Linked data (JSON-LD) in a page: every object, and the one that describes the report."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from lxml.html import HtmlElement

Thing = Mapping[str, object]

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$|^(?:NewsArticle|Claim)")
PAGE = re.compile(r"(?:WebPage|ItemPage|MediaObject|VideoObject)$")
ELSEWHERE = frozenset(
    ("itemListElement", "hasPart", "isPartOf", "relatedLink", "mentions", "citation", "comment")
)
WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*(?:;\s*)?$")
LAST_COMMA = re.compile(r",(\s*[}\]])")
BROKEN = re.compile(r'"(datePublished|dateModified|headline|inLanguage)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')
PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
DEPTH = 40  # deeper objects than this are no description of a report


def things(tree: HtmlElement) -> tuple[Thing, ...]:
    """Every object of every JSON-LD script, outer before inner; from a broken script what can be made out."""
    found: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_walk(_load(script.text or ""), DEPTH))
    return tuple(found)


def report(found: Sequence[Thing]) -> Thing:
    """The object that describes the report; an empty one where there is none."""
    articles = [thing for thing in found if any(map(ARTICLE.search, types(thing)))]
    dated = [thing for thing in articles if "datePublished" in thing]
    return (
        dated
        or articles
        or [thing for thing in found if "datePublished" in thing and not types(thing)]
        or [{}]
    )[0]


def web_page(found: Sequence[Thing]) -> Thing:
    """The object that describes the page around the report."""
    return next((thing for thing in found if any(map(PAGE.search, types(thing)))), {})


def days_of_others(tree: HtmlElement) -> frozenset[str]:
    """Days on which anything in the page's linked data was published, be it this report or one it lists."""
    scripts = (script.text or "" for script in tree.iter("script"))
    return frozenset(day for script in scripts for day in PUBLISHED.findall(script))


def types(thing: Thing) -> tuple[str, ...]:
    """What schema.org calls the object."""
    return strings(thing, "@type")


def strings(thing: Thing, name: str) -> tuple[str, ...]:
    """The strings of a property, single or in a list."""
    value = thing.get(name)
    values = value if isinstance(value, list) else [value]
    return tuple(unescape(item.strip()) for item in values if isinstance(item, str) and item.strip())


def named(thing: Thing, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names a property gives (a string, an object with a name, or several), each with its types."""
    value = thing.get(name)
    values = value if isinstance(value, list) else [value]
    found: list[tuple[str, tuple[str, ...]]] = []
    for item in values:
        if isinstance(item, str) and item.strip():
            found.append((unescape(item.strip()), ()))
        elif isinstance(item, dict):
            found.extend((each, types(item)) for each in strings(item, "name"))
    return tuple(found)


def _load(script: str) -> object:
    script = WRAPPING.sub("", WRAPPING.sub("", script)).strip().rstrip(";")
    for attempt in (script, LAST_COMMA.sub(r"\1", script)):
        try:
            loaded: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    pairs = dict(reversed(BROKEN.findall(script)))
    return {"@type": "Article", **pairs, "broken": True} if pairs else None


def _walk(value: object, depth: int) -> Iterator[Thing]:
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for name, item in value.items():
            if name not in ELSEWHERE and isinstance(item, (dict, list)):
                yield from _walk(item, depth - 1)
