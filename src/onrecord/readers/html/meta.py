"""The <meta> elements of a page, by name."""

from collections import defaultdict
from collections.abc import Mapping

from lxml.html import HtmlElement

Meta = Mapping[str, tuple[str, ...]]

KEYS = ("property", "name", "itemprop", "http-equiv")


def meta(tree: HtmlElement) -> Meta:
    """The contents of every <meta>, by its lower-cased property, name, itemprop or http-equiv."""
    found: dict[str, list[str]] = defaultdict(list)
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if content:
            for name in filter(None, map(element.get, KEYS)):
                found[name.strip().lower()].append(content)
    return {name: tuple(contents) for name, contents in found.items()}


def first(found: Meta, *names: str) -> tuple[str, str] | None:
    """The first of these names that the page has, and its content."""
    return next(((name, found[name][0]) for name in names if name in found), None)
