"""What the elements around a piece of text say about it: role, picture frame, furniture, heading level."""

from dataclasses import dataclass

from lxml.etree import _Element

from onrecord.readers.html.roles import Role, credits_picture, frames_picture, is_longer

LEVELS = {f"h{level}": level for level in range(1, 7)}
NO_ROLE_TAGS = frozenset(("html", "body", "main", "article", "section"))  # too large to be a byline
# Characters; a longer element is named after its place in a layout.
LONGEST: dict[Role | None, int] = {
    "byline": 400,
    "standfirst": 1500,
    "footnote": 4000,
}


@dataclass(frozen=True, slots=True)
class Open:
    """An element the walk is inside of, as far as it matters to the text in it."""

    element: _Element
    role: Role | None
    figure: bool
    furniture: _Element | None
    level: int
    pre: bool


def opened(element: _Element, own: Role | None, around: Open | None) -> Open:
    """What is known inside an element, given its own role and what surrounds it."""
    inside = around is not None and (around.figure or around.role in ("caption", "credit"))
    framed = inside or frames_picture(element)
    furniture = around.furniture if around else None
    if not inside and (own == "furniture" or element.tag == "aside"):
        furniture = element
    level = LEVELS.get(element.tag) or (around.level if around else 0)
    pre = element.tag == "pre" or (around is not None and around.pre)
    inherited = around.role if around else None
    if framed:
        own = _in_frame(element, own)
    elif own == "furniture" or element.tag in NO_ROLE_TAGS or _too_long(element, own):
        own = None
    return Open(element, own or inherited, framed, furniture, level, pre)


def _too_long(element: _Element, own: Role | None) -> bool:
    return own in LONGEST and is_longer(element, LONGEST[own])


def _in_frame(element: _Element, own: Role | None) -> Role | None:
    """Beside a picture stand captions and credits only; of two names the credit's tells more."""
    if own == "credit" or credits_picture(element):
        return "credit"
    return "caption" if own == "caption" else None
