"""Text that others wrote, made safe and legible for a terminal."""

import unicodedata

JOINERS = "\u00ad\u200c\u200d"  # soft hyphen, and what Persian, Indic scripts and emoji are spelled with
UNSEEN = {
    "Cc",
    "Cf",
    "Cs",
    "Zl",
    "Zp",
}  # controls, formatting (text direction too), half characters, separators
KEPT = "\n\t" + JOINERS


def visible(text: str) -> str:
    r"""The text with what a terminal would obey or hide written out: an escape becomes `\x1b`."""
    if text.isprintable():
        return text
    return "".join(_escaped(char) if char not in KEPT and _unseen(char) else char for char in text)


def one_line(text: str) -> str:
    """The same on one line, every run of blanks a single one."""
    return visible(" ".join(text.split()))


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in UNSEEN


def _escaped(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
