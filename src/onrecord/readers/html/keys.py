"""Text as it is compared: white space, quotation marks and invisible characters gone, composed."""

from unicodedata import normalize

MARKS = str.maketrans("", "", "\"'“”„‘’‚«»‹›")  # <q> stands for marks that other readers leave out


def key(text: str) -> str:
    """The characters of a text that any reader of the same page would keep."""
    joined = "".join(text.split())
    if not joined.isprintable():
        joined = "".join(filter(str.isprintable, joined))
    return normalize("NFC", joined.translate(MARKS))
