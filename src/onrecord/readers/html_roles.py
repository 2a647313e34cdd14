"""What an element says it is: by its tag, and by the words in its class, id and item property."""

import re
from functools import lru_cache
from typing import Literal

from lxml.etree import _Element

Role = Literal["hidden", "caption", "credit", "standfirst", "byline", "footnote", "furniture"]

NAMED_IN = ("class", "id", "itemprop", "data-testid", "data-component", "data-type", "data-qa", "role")
HIDDEN_TAGS = frozenset(
    "script style noscript template head svg iframe object embed audio video canvas textarea select option "
    "button input datalist dialog rp map area frame frameset noframes applet progress meter".split()
)
FURNITURE_TAGS = frozenset(("nav", "footer", "form", "menu"))
LONGEST_FRAME = 900  # characters inside an element named after a picture; more is an article about one


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern that stands as a word of its own in kebab-case, snake_case, BEM or camelCase names."""
    return re.compile(rf"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?i:{pattern})(?=$|[\s_-]|[A-Z0-9])", re.VERBOSE)


INVISIBLE = _words(r"sr-?only | visually-?hidden | screen-?reader(?:-?text|-?only)? | hidden-?text | offscreen")
CAPTION = _words(
    r"""(?:fig|figure|wp|image|img|photo|picture|media|gallery|slide|lead|inline)?[-_]*captions?(?:[-_]*text)?
    | cutline | legende? | bild-?(?:unterschrift|text) | didascalia | pie-?(?:de-?)?foto
    | (?:image|photo|img|picture|media|gallery|lightbox)[-_]*(?:description|desc|text)"""
)
CREDIT = _words(
    r"""(?:image|photo|img|caption|media|picture|figure|fig)?[-_]*credits?(?:[-_]*text)? | photographers?
    | fotograf(?:o|ie)? | (?:image|img|photo|picture|caption|figcaption|figure|media|bild)[-_]*(?:source|author|autor
    |copyright|license|licence|owner|by|agency|nachweis|quelle|rechte|urheber) | copyright-?holder"""
)
# Names that mean a credit only beside a picture; elsewhere they are the author or the page's footer.
PICTURE_CREDIT = _words(
    r"copyrights? | copy | rights | author(?:-?single)? | authors | source | agency | attribution | courtesy | owner"
    r" | byline | quelle | autor | credit-?line | fuente | license | licence | agentur | photographer | credits?"
)
PICTURE = re.compile(r"image|img|photo|foto|picture|bild|gallery|galerie|lightbox|slideshow|carousel|swiper-slide", re.I)
STANDFIRST = _words(
    r"""standfirst | stand-first | sub-?title | sub-?head(?:line|ing)? | dek | deck | sub-?deck | lead | lede | chapo
    | vorspann | intro(?:duction)? | summary | ingress | manchet | excerpt | abstract | bajada | entradilla
    | sommario | occhiello | perex | article-?(?:lead|summary|intro|description|desc|excerpt) | preamble"""
)
BYLINE = _words(r"by-?line | author(?:s|-?name|-?names)? | autor(?:en|es)? | firma | signature | writer | contributors?")
FOOTNOTE = _words(r"footnotes? | endnotes? | doc-endnotes? | doc-footnote | references | fn-?\d+")
FURNITURE = _words(
    r"""related(?:-?(?:articles?|content|posts?|stories|links?|topics?))? | newsletters? | sharing | share(?:-?bar|-?buttons?)?
    | social | promo | recommend(?:ed|ations?) | most-?(?:read|popular) | trending | read-?(?:more|also|next) | more-?on
    | breadcrumbs? | cookie | consent | paywall | subscribe | subscription | comments? | taglist | tags | topics | outbrain
    | taboola | advert(?:isement)?s? | ads? | teasers? | sidebar | toc | navigation | site-?footer | disclaimer"""
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
    names = " ".join(filter(None, map(element.get, NAMED_IN)))
    return role_of_names(names) if names else None


@lru_cache(maxsize=8192)
def role_of_names(names: str) -> Role | None:
    """The role that the words in an element's names give it."""
    for pattern, meant in BY_NAME:
        if pattern.search(names):
            return meant
    return None


BY_NAME: tuple[tuple[re.Pattern[str], Role], ...] = (
    (INVISIBLE, "hidden"),
    (CREDIT, "credit"),
    (CAPTION, "caption"),
    (FOOTNOTE, "footnote"),
    (FURNITURE, "furniture"),
    (BYLINE, "byline"),
    (STANDFIRST, "standfirst"),
)


def frames_picture(element: _Element) -> bool:
    """Whether an element holds a picture with its caption: a figure, or one named after a picture and small."""
    if element.tag in ("figure", "picture"):
        return True
    named = PICTURE.search(element.get("class") or "")
    if not named or element.tag in ("body", "main", "article"):
        return False
    return sum(map(len, element.itertext())) <= LONGEST_FRAME and next(element.iter("h1", "form"), None) is None


def credits_picture(element: _Element) -> bool:
    """Whether an element inside a picture's frame names who made the picture."""
    names = " ".join(filter(None, map(element.get, NAMED_IN)))
    return bool(names) and _is_picture_credit(names)


@lru_cache(maxsize=8192)
def _is_picture_credit(names: str) -> bool:
    return bool(PICTURE_CREDIT.search(names))


def _is_hidden(element: _Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
