"""Bytes of a page to characters: byte order mark, then the charset the page declares, then detection."""

import codecs
import re

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
DECLARED_WITHIN = 4096  # browsers look at the first 1024 bytes; saved pages put comments and styles before
# What browsers understand by these labels: the larger set, which pages really use.
LARGER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",  # a declaration that could be read as ASCII cannot be true
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
FEW_DAMAGED = 0.001  # a UTF-8 page with one cut character in a thousand bytes is still a UTF-8 page
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")  # no tree can hold them
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # half a character, written as if it were UTF-8


def decode(data: bytes, *, charset: str | None = None) -> tuple[str, int]:
    """The page's characters, and how many of them stand for bytes that could not be read.

    `charset` is what the server declared; it goes before the page's own word.
    """
    given = data.count(REPLACEMENT.encode())
    marked = next(((bom, name) for bom, name in BOMS if data.startswith(bom)), None)
    if marked:
        text = data[len(marked[0]) :].decode(marked[1], errors="replace")
    else:
        mended = SURROGATE.sub(REPLACEMENT.encode(), data)
        encoding = _encoding(mended, _label(charset) if charset else None)
        text = (mended if encoding == "utf-8" else data).decode(encoding, errors="replace")
    undecodable = text.count(REPLACEMENT) - given
    return NOT_IN_XML.sub("", text), max(0, undecodable)


def _encoding(data: bytes, by_server: str | None) -> str:
    declared = by_server or _declared(data)
    damaged = data.decode("utf-8", errors="replace").count(REPLACEMENT)
    if not damaged:
        return declared if declared and b"\x1b" in data else "utf-8"  # ISO-2022 is all ASCII bytes
    if declared and _known(declared) != "utf-8":
        return declared
    if damaged <= FEW_DAMAGED * len(data):
        return "utf-8"
    detected = _detected(data)
    return detected if detected and _known(detected) else "utf-8"


def _detected(data: bytes) -> str | None:
    try:
        from resiliparse.parse.encoding import detect_encoding  # no wheel on every platform
    except ImportError:
        best = from_bytes(data).best()
        return best.encoding if best else None
    found = detect_encoding(data)
    return str(found) if found else None


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:DECLARED_WITHIN])
    if not found:
        return None
    return _label(found[1].decode("ascii", errors="replace"))


def _label(written: str) -> str | None:
    label = written.strip().lower()
    label = LARGER.get(label, label)
    return label if _known(label) else None


def _known(label: str) -> str | None:
    """Python's name for a charset, None where it knows none or it is not one for text."""
    try:
        "a".encode(label)
        return codecs.lookup(label).name
    except (LookupError, UnicodeError):
        return None
