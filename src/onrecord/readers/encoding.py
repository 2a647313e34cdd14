"""Bytes of a plain text to characters: byte order mark, then UTF-8, then detection; no other change."""

import codecs
import re
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HALF_A_MARK = codecs.BOM_UTF8[:2]
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ASCII = bytes(range(128))
SAMPLE = 100_000  # bytes that detection looks at: enough to be sure, and quick on ten megabytes
# With so few bytes beyond ASCII a text in an 8-bit set is English with curly marks and foreign names.
FEW_FOREIGN, SHARE_FOREIGN = 3, 0.05
MOSTLY_VALID = 4  # UTF-8 characters for every damaged byte from which it is damaged UTF-8, not another set
HALF_EMPTY = 0.4  # share of NULs among every other byte from which bytes are UTF-16 without a mark
SURROGATE = re.compile("[\ud800-\udfff]")
_FOREIGN = re.compile("[^\x00-\x7f]")
_ESCAPED = re.compile("[\udc80-\udcff]")
# What Windows-1252 holds beyond ASCII that English papers print: accents, curly marks, dashes, signs.
_WESTERN = re.compile(rb"[\x80\x82\x84-\x89\x8b\x91-\x97\x99\x9b\xa0-\xbf\xc0-\xff]*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, their encoding, and how many stand for what could not be read."""

    text: str
    encoding: str
    undecodable: int


def decode(data: bytes) -> Decoded:
    """The text of a file, character for character, without the byte order mark."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if _is_utf8(data):
        return _decoded(data, _without_mark(data) or "utf-8")
    if data.startswith(HALF_A_MARK) and _is_utf8(data[len(HALF_A_MARK) :]):
        return _decoded(data, "utf-8")
    return _decoded(data, _without_mark(data) or _other(data))


def _decoded(data: bytes, encoding: str) -> Decoded:
    """One U+FFFD for every byte or lone surrogate that is no character."""
    if encoding.startswith("utf-8"):
        text = data.decode("utf-8", errors="surrogateescape")
    elif encoding.startswith("utf-"):
        text = _units(data, encoding)
    else:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, text.count(REPLACEMENT))
    text, undecodable = SURROGATE.subn(REPLACEMENT, text)
    return Decoded(text, encoding, undecodable)


def _units(data: bytes, encoding: str) -> str:
    """UTF-16 and UTF-32 with what is no character kept as a lone surrogate; a cut last unit counts as one."""
    whole = len(data) - len(data) % (4 if "32" in encoding else 2)
    try:
        text = data[:whole].decode(encoding, errors="surrogatepass")
    except UnicodeDecodeError:  # a UTF-32 unit beyond Unicode
        text = data[:whole].decode(encoding, errors="replace").replace(REPLACEMENT, "\ud800")
    return text + "\ud800" * (whole < len(data))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that lacks its mark: nearly every other byte of Western text is a NUL."""
    sample = data[:SAMPLE]
    pairs = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > HALF_EMPTY and not even:
        return "utf-16-le"
    return "utf-16-be" if even > HALF_EMPTY and not odd else None


def _other(data: bytes) -> str:
    """The encoding of bytes that are not clean UTF-8."""
    escaped = data.decode("utf-8", errors="surrogateescape")
    damaged = len(_ESCAPED.findall(escaped))
    valid = len(_FOREIGN.findall(escaped)) - damaged
    if valid >= MOSTLY_VALID * damaged:
        return "utf-8"
    foreign = data.translate(None, delete=ASCII)
    if len(foreign) <= max(FEW_FOREIGN, SHARE_FOREIGN * len(data)) and _WESTERN.fullmatch(foreign):
        return "cp1252"
    first = data.index(foreign[:1])
    return _detected(data[max(0, first - SAMPLE // 2) :][:SAMPLE]) or "cp1252"


def _detected(sample: bytes) -> str | None:
    """What a detector says, if Python knows that encoding."""
    try:
        from resiliparse.parse.encoding import detect_encoding
    except ImportError:  # no wheel for this machine
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        found = best.encoding if best else None
    else:
        found = detect_encoding(sample)
    try:
        return codecs.lookup(found).name if found else None
    except LookupError:
        return None
