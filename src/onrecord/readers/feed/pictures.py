"""Captions and credits of pictures in feeds (Media RSS), which feedparser would take for text or lose."""

import re
from collections.abc import Iterator
from typing import Literal, cast

from lxml import etree
from lxml.etree import _Element

MEDIA = "search.yahoo.com/mrss"
Kind = Literal["caption", "credit"]
KINDS: dict[str, Kind] = {"description": "caption", "text": "caption", "credit": "credit"}
APART = "onrecord_pictures"  # the element that carries them through feedparser, one a line
IN_BROKEN_XML = re.compile(r"(</?media:)(?=(?:description|text|credit|title)\b)", re.IGNORECASE)
MARKUP = re.compile(r"<[^<>]*>")


def set_apart(xml: str) -> bytes:
    """The XML with what it says of pictures taken out of each entry's own words; `pictures` reads it."""
    if MEDIA not in xml:
        return xml.encode()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError:
        return IN_BROKEN_XML.sub(r"\1of-picture-", xml).encode()  # lost, but not mistaken for text
    for entry in list(root.iter("{*}item", "{*}entry")):
        _take_out(entry)
    return etree.tostring(root, encoding="utf-8")


def pictures(carried: str) -> Iterator[tuple[Kind, str]]:
    """What an entry's feed said of its pictures, each once."""
    for line in dict.fromkeys(carried.split("\n")):
        kind, _, words = line.partition(" ")
        if words:
            yield cast(Kind, kind), words


def _take_out(entry: _Element) -> None:
    lines = []
    for element in list(entry.iter(*(f"{{*}}{local}" for local in (*KINDS, "title")))):
        name = etree.QName(element)
        if MEDIA not in (name.namespace or ""):
            continue
        words = " ".join(MARKUP.sub(" ", "".join(map(str, element.itertext()))).split())
        if words and name.localname in KINDS:
            lines.append(f"{KINDS[name.localname]} {words}")
        around = element.getparent()
        if around is not None:
            around.remove(element)
    if lines:
        namespace = etree.QName(entry).namespace
        carrier = etree.SubElement(entry, f"{{{namespace}}}{APART}" if namespace else APART)
        carrier.text = "\n".join(lines)
