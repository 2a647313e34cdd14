"""The XML of a feed made safe to parse: decoded, without document type, entities and stray ampersands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.entities import html5

from onrecord.errors import ReadError
from onrecord.readers import encoding
from onrecord.readers.feed.pictures import set_apart
from onrecord.readers.html import decode as html_decode

PROLOG = re.compile(r"(?:[\s\ufeff]++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
DECLARATION = re.compile(r"^[\s\ufeff]*+<\?xml\s[^>]*+>")
IN_DOCTYPE = re.compile(r"""<!--|["'\[\]>]""")
ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<name>%\s*[\w.-]+|[\w.-]+)\s+(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|\S)""", re.I
)
HARMLESS = re.compile(r"(?:[^&<%]{0,100}|&#\w{1,8};)")  # no entity in an entity: no billion laughs
CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
AMPERSAND = re.compile(
    r"&(?:#(?:(?P<dec>\d{1,9})|[xX](?P<hex>[0-9a-fA-F]{1,8}));|(?P<name>[A-Za-z][\w.-]{0,60});)?"
)
OF_XML = ("lt", "gt", "amp", "quot", "apos")
ENTRY = re.compile(r"<(?:[\w-]+:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
END = re.compile(r"</(?:[\w-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
# feedparser looks for addresses in names, in time that grows with the square of such a run.
NAMED = re.compile(
    r"<(?:[\w-]+:)?(?:author|creator|managingeditor|webmaster|publisher)\b[^<>]*>(?:<!\[CDATA\[)?[^<]{64,}",
    re.IGNORECASE,
)
RUN = re.compile(r"([\w.+-]{64})[\w.+-]+")  # 64: no longer name may stand before the @ of an address
MOST_TAGS = (
    400_000  # of the feed itself, not of escaped text in it; they keep feedparser busy for ten seconds
)
MOST_GROWTH = 2  # times as long as it was a feed may get by its own entities


@dataclass(frozen=True, slots=True)
class Prepared:
    """A feed's XML as UTF-8, how many entries begin in it, and what is wrong with it."""

    data: bytes
    begun: int
    cut: bool  # its last element never ends
    unexpanded: tuple[str, ...]  # entities it uses that are never expanded


def prepared(data: bytes, *, name: str) -> Prepared:
    """A feed's bytes made safe to parse."""
    text = DECLARATION.sub("", _decoded(data)).lstrip()
    text, declared = _without_doctype(text, name)
    harmless = {one: unescape(value) for one, value in declared.items() if HARMLESS.fullmatch(value)}
    if sum(text.count(f"&{one};") * len(value) for one, value in harmless.items()) > MOST_GROWTH * len(text):
        harmless = {}
    unexpanded = tuple(one for one in declared if one not in harmless and f"&{one};" in text)
    parts = CDATA.split(NAMED.sub(lambda found: RUN.sub(r"\1", found[0]), text))
    if sum(part.count("<") for part in parts[::2]) > MOST_TAGS:
        why = f"{name} has more than {MOST_TAGS:,} tags, too many for a feed; split it"
        raise ReadError(why, cause="too large")
    parts[::2] = [AMPERSAND.sub(lambda found: _reference(found, harmless), part) for part in parts[::2]]
    begun = sum(len(ENTRY.findall(part)) for part in parts[::2])
    cut = not any(END.search(part) for part in parts[::2])
    text = "".join(parts)
    del parts  # a large feed is in memory often enough
    return Prepared(set_apart(text), begun, cut, unexpanded)


def _decoded(data: bytes) -> str:
    """The characters: byte order mark, declaration or detection; those that XML does not allow are gone."""
    if b"\x00" in data[:100]:
        return html_decode.NOT_IN_XML.sub("", encoding.decode(data).text)
    return html_decode.decode(data)[0].removeprefix("\ufeff")


def _without_doctype(text: str, name: str) -> tuple[str, Mapping[str, str]]:
    """The XML without its document type, and the entities that declared."""
    start = PROLOG.match(text).end()  # type: ignore[union-attr]
    if text[start : start + 9].upper() != "<!DOCTYPE":
        return text, {}
    end = _end_of_doctype(text, start + 2)
    if end is None:
        why = f"{name} begins with a document type that never ends; fetch it again"
        raise ReadError(why, cause="damaged")
    declared = {found["name"]: _value(found) for found in ENTITY.finditer(text, start, end)}
    return text[:start] + text[end:], declared


def _end_of_doctype(text: str, at: int) -> int | None:
    """Where a document type ends that begins before `at`; None where it does not."""
    inside = False
    while found := IN_DOCTYPE.search(text, at):
        mark, at = found[0], found.end()
        if mark == ">" and not inside:
            return at
        if mark in "[]":
            inside = mark == "["
        elif mark != ">":
            closing = "-->" if mark == "<!--" else mark
            close = text.find(closing, at)
            if close < 0:
                return None
            at = close + len(closing)
    return None


def _value(entity: re.Match[str]) -> str:
    """What an entity stands for; something that cannot be harmless where that lies elsewhere."""
    value = entity["a"] if entity["a"] is not None else entity["b"]
    return "<file>" if value is None else value


def _reference(found: re.Match[str], own: Mapping[str, str]) -> str:
    """What stands for a reference: itself, the character it means, or an ampersand that is none."""
    if found["dec"] or found["hex"]:
        number = int(found["dec"]) if found["dec"] else int(found["hex"], 16)
        return found[0] if _is_allowed(number) else encoding.REPLACEMENT
    if found["name"] in OF_XML:
        return found[0]
    meant = own.get(found["name"] or "") or html5.get(f"{found['name']};")
    return escape(meant) if meant else f"&amp;{found[0][1:]}"


def _is_allowed(number: int) -> bool:
    """Whether XML allows the character with this number."""
    return (
        number in (9, 10, 13)
        or 32 <= number < 0xD800
        or 0xE000 <= number < 0xFFFE
        or 0x10000 <= number <= 0x10FFFF
    )
