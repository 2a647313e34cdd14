"""One cell of a table: text that no spreadsheet takes for a formula and no terminal for a command."""

import re
import unicodedata

FORMULA = "=+-@＝＋－＠"  # full-width forms too: spreadsheets set for Japanese read them as the plain ones
BREAKS = "\t\r\n"  # before the first word these, too, can lead a spreadsheet into the next cell
NEVER = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)  # NUL ends a text for some, escapes move a cursor
HALF = re.compile("[\ud800-\udfff]")  # half a character cannot be written as UTF-8


def cell(text: str) -> str:
    """The text; an apostrophe stands before what would act as a formula, control characters are gone."""
    if text.isprintable() and text[:1].isalnum():  # most are, and are told at a glance
        return text
    text = HALF.sub("\ufffd", NEVER.sub("", text))
    return f"'{text}" if _acts(text) else text


def _acts(text: str) -> bool:
    """Whether a formula begins the text, perhaps behind blanks and characters that are not seen."""
    for character in text:
        if character in FORMULA or character in BREAKS:
            return True
        if not (character.isspace() or unicodedata.category(character) == "Cf"):
            return False
    return False
