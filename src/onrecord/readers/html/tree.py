"""Characters to a tree of elements, whatever the page's markup is like."""

import re

from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import NoTextError

LEVELS = 2048  # libxml2 reads no deeper and drops what follows
# What carries no meaning of its own; the ends of the blocks among them are breaks enough between paragraphs.
HOLLOW = re.compile(
    r"<(/?)(?:(div|center|section|ul|ol|li|dl|dd|table|tbody|tr|td|blockquote)|span|font|b|i|em|strong|small|big)\b[^<>]*>",
    re.I,
)


def parse(page: str) -> HtmlElement:
    """The page as a tree; comments and processing instructions are left out."""
    if not page.strip():
        raise NoTextError("the page is empty; save it again, or leave it out")
    tree, too_deep = _parse(page)
    if too_deep:
        tree, _ = _parse(HOLLOW.sub(lambda tag: "<p>" if tag[2] else "", page))
    return tree


def _parse(page: str) -> tuple[HtmlElement, bool]:
    parser = HTMLParser(
        collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (ParserError, LxmlError, AssertionError) as problem:
        raise NoTextError(f"the page holds no elements ({problem}); save it again as HTML") from problem
    return tree, any("depth" in entry.message for entry in parser.error_log)
