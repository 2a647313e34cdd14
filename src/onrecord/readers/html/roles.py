"""What an element says it is: by its tag, and by the words in its class, id and item property."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from lxml.etree import _Element

from onrecord.readers.html.words import LONGEST_CALLED, WORDS, names, spoken

Role = Literal["hidden", "caption", "credit", "standfirst", "byline", "footnote", "furniture"]

NAMED_IN = ("class", "id", "itemprop", "data-testid", "data-component", "data-type", "data-qa", "role")
HIDDEN_TAGS = frozenset(WORDS["tags"]["hidden"])
FURNITURE_TAGS = frozenset(("nav", "footer", "form", "menu"))
LONGEST_FRAME = 900  # characters inside an element named after a picture; more is an article about one
INVISIBLE, CAPTION, CREDIT = names("hidden"), names("caption"), names("credit")
STANDFIRST, BYLINE = names("standfirst"), names("byline")
FOOTNOTE, FURNITURE = names("footnote"), names("furniture")
PICTURE_CREDIT = names("picture-credit")
PICTURE = re.compile(
    r"image|img|photo|foto|picture|bild|gallery|galerie|lightbox|slideshow|carousel|swiper-slide", re.I
)


def role(element: _Element) -> Role | None:
    """The element's own role; what lies inside takes it over unless it has one itself."""
    tag = element.tag
    if tag in HIDDEN_TAGS or _is_hidden(element):
        return "hidden"
    if tag == "figcaption":
        return "caption"
    if tag in FURNITURE_TAGS:
        return "furniture"
    called = " ".join(filter(None, map(element.get, NAMED_IN)))[:LONGEST_CALLED]
    return role_of_names(called) if called else None


@lru_cache(maxsize=8192)
def role_of_names(called: str) -> Role | None:
    """The role that the words in an element's names give it."""
    words = spoken(called)
    return next((meant for known, meant in BY_NAME if not known.isdisjoint(words)), None)


BY_NAME: tuple[tuple[frozenset[str], Role], ...] = (
    (INVISIBLE, "hidden"),
    (CREDIT, "credit"),
    (CAPTION, "caption"),
    (FOOTNOTE, "footnote"),
    (FURNITURE, "furniture"),
    (BYLINE, "byline"),
    (STANDFIRST, "standfirst"),
)


def frames_picture(element: _Element) -> bool:
    """Whether an element holds a picture with its caption: a figure, or a small one named after a picture."""
    if element.tag in ("figure", "picture"):
        return True
    if not PICTURE.search(element.get("class") or "") or element.tag in ("body", "main", "article"):
        return False
    return not is_longer(element, LONGEST_FRAME) and next(element.iter("h1", "form"), None) is None


def is_longer(element: _Element, limit: int) -> bool:
    """Whether an element holds more characters of text; no more of it is looked at than that takes."""
    return any(so_far > limit for so_far in accumulate(map(len, element.itertext())))


def credits_picture(element: _Element) -> bool:
    """Whether an element inside a picture's frame names who made the picture."""
    called = " ".join(filter(None, map(element.get, NAMED_IN)))[:LONGEST_CALLED]
    return bool(called) and _is_picture_credit(called)


@lru_cache(maxsize=8192)
def _is_picture_credit(called: str) -> bool:
    return not PICTURE_CREDIT.isdisjoint(spoken(called))


def _is_hidden(element: _Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
