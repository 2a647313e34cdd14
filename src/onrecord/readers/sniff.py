"""What bytes are, by looking at them: HTML, plain text, or something that is no article at all."""

import re
import zlib
from dataclasses import dataclass
from typing import Literal

from onrecord.readers.encoding import decode
from onrecord.readers.table.kinds import is_table

HEAD = 65_536  # bytes of an input that tell what it is
START = 4096  # bytes in which a file shows what it is
SOUP = HEAD  # bytes looked at where the beginning alone does not tell
MANY_TAGS = 5  # this many different places of markup …
MANY_CLOSING = 2  # … some of them closing …
TAG_SHARE = 0.05  # … that make up this share of the text: markup, not a text that mentions a tag
MANY_CONTROLS = 0.01  # share of control characters beyond which bytes are no text


@dataclass(frozen=True, slots=True)
class Stranger:
    """Something that cannot be read as an article: what it looks like, and the way out."""

    looks_like: str
    way_out: str


AS_TEXT = "save its text as .txt or the page as HTML"
PICTURE = Stranger("an image", "give the article's text or page instead")
ARCHIVE = Stranger("a packed archive", "unpack it and give the files inside")
MEDIA = Stranger("a sound or video file", "give a transcript as plain text")
OFFICE = Stranger("an office document", AS_TEXT)
MAGIC = (
    (b"%PDF-", Stranger("a PDF", AS_TEXT)),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"PK\x03\x04", Stranger("a zip archive or office document", "unpack it, or save its text as .txt")),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"Rar!\x1a", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"\xd0\xcf\x11\xe0", OFFICE),
    (b"{\\rtf", Stranger("a rich-text document (RTF)", AS_TEXT)),
    (b"SQLite format 3", Stranger("a database", "export the articles as text")),
    (b"\x7fELF", Stranger("a program", "give the article's text or page instead")),
    (b"ID3\x03", MEDIA),
    (b"ID3\x04", MEDIA),
    (b"OggS\x00", MEDIA),
)
MARKUP_START = re.compile(
    r"""(?:\s|<!--.*?-->|<\?xml[^>]*>)*+  # possessive: of a thousand comments none is tried twice
    <(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title|table|span|script|style|link)
    (?=[\s>/])""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
OTHER_XML = re.compile(r"[\s\ufeff]*+<\?xml[\s?]")
FEED_START = re.compile(
    r"""(?:[\s\ufeff]++|<!--.*?-->|<\?.*?\?>|<!doctype\s+html[^<>\[]*+>)*+
    <(?:!doctype\s+)?(?:[\w-]+:)?(?:rss|feed|rdf|channel)(?=[\s>])""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(
    r"</?(?:html|head|body|article|main|section|div|p|h[1-6]|meta|title|table|t[rdh]|span|script|style|link|a|b|i|em"
    r"|strong|ul|ol|li|br|img|figure|figcaption|blockquote|header|footer|nav)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
CONTAINER = {b"WEBP": PICTURE, b"WAVE": MEDIA, b"AVI ": MEDIA}  # behind RIFF and a length
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


Container = Literal["warc", "zip", "feed", "table"]
GZIP = b"\x1f\x8b"
WARC_MAGIC = (b"WARC/", b"filedesc://")  # also the older ARC
LZ4 = b"\x04\x22\x4d\x18"  # only web archives are packed like that


def container(head: bytes, name: str) -> Container | None:
    """What an input is that holds several items, by its first bytes; None where it is a single thing."""
    if unzipped(head).startswith(WARC_MAGIC) or head.startswith(LZ4):
        return "warc"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if FEED_START.match(decode(head).text[:START]):
        return "feed"
    return "table" if is_table(head, name) and not _is_other(head) else None


def _is_other(head: bytes) -> bool:
    """Whether bytes are plainly something else, whatever they are called: a page, a picture …"""
    return _by_magic(head) is not None or MARKUP_START.match(decode(head).text) is not None


def is_gzip(head: bytes) -> bool:
    """Whether bytes are packed with gzip."""
    return head.startswith(GZIP)


def unzipped(head: bytes) -> bytes:
    """The first bytes below a gzip packing, or the bytes themselves; a first member may hold few or none."""
    found = b""
    try:
        while is_gzip(head) and len(found) < START:
            inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
            found += inflate.decompress(head, START)
            head = inflate.unused_data
    except zlib.error:
        return found
    return found or head


def stranger(data: bytes) -> Stranger | None:
    """What bytes look like that are no article; None for text and pages."""
    found = _by_magic(data)
    if found:
        return found
    text = decode(data[:SOUP]).text
    if "\x00" in text or b"\x00" in data and "\x00" in decode(data).text:
        return Stranger("binary data (it holds NUL bytes)", AS_TEXT)
    if len(CONTROL.findall(text)) > MANY_CONTROLS * len(text):
        return Stranger("binary data", AS_TEXT)
    if OTHER_XML.match(text[:START]) and not is_html(data):
        return Stranger("an XML document that is neither a page nor a feed", AS_TEXT)
    return None


def _by_magic(data: bytes) -> Stranger | None:
    if data[4:8] == b"ftyp":
        return MEDIA
    if data.startswith(b"RIFF"):
        return CONTAINER.get(data[8:12])
    return next((what for magic, what in MAGIC if data.startswith(magic)), None)


def is_html(data: bytes) -> bool:
    """Whether bytes are a page: they begin with markup, or are full of it."""
    text = decode(data[:SOUP]).text
    if MARKUP_START.match(text[: 8 * START]):
        return True
    tags = TAG.findall(text)
    closing = sum(tag.startswith("</") for tag in tags)
    many = len(tags) >= MANY_TAGS and closing >= MANY_CLOSING
    return many and sum(map(len, tags)) >= TAG_SHARE * len(text)
