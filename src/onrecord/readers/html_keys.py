"""Text as it is compared: white space, soft hyphens and invisible characters gone, composed (NFC)."""

from unicodedata import normalize


def key(text: str) -> str:
    """The characters of a text that any reader of the same page would keep."""
    joined = "".join(text.split())
    if not joined.isprintable():
        joined = "".join(filter(str.isprintable, joined))
    return normalize("NFC", joined)
