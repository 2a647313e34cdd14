"""Numbers that are part of a name: "Flight 93", "Resolution 242", "page 12", "the Falcon 9 rockets"."""

import re

from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities

REACH = 40  # code points before a number in which a name can end
BEFORE = re.compile(r"(\S+)[\s\u00a0]+\Z")
_NAME = re.compile(r"[A-Z][\w’'.-]*\Z")
_CODE = re.compile(r"[a-z]{1,3}[A-Z]\w+|\(?[A-Z]{2,}\)")  # "iPhone", "(CTF)"
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Ff]rom)\s(?:the\s)?(?:[A-Z][\w’'-]*\s){1,3}\Z")
_PLAIN_NOUN = re.compile(
    r"[\s-](?:[a-z]+[\s-]){0,3}[a-z]+(?:s|men|ren|ople|lice)\b|\s[A-Z]\w+s\b|\s(?:dead|killed|injured|wounded)\b"
)
_CLOSES = ".,;:)”\"’'"
_OPENS = "\"“‘'("


def is_name(text: str, found: Size, start: int, *, shouted: bool) -> bool:
    """Whether a bare number belongs to the capitalised word, or the "page", before it."""
    before = BEFORE.search(text[max(start, found.core.start - REACH) : found.core.start])
    if before is None or found.start < found.core.start or found.unit is not None or found.factor != 1:
        return False
    word, context = before[1].lstrip(_OPENS), quantities().context
    if not word or "," in found.core.words:
        return False
    if word.lower() in context["designators"]:
        return word[0].isupper() or _PLAIN_NOUN.match(text, found.end) is None
    if _CODE.fullmatch(word):
        return True
    if shouted or _NAME.fullmatch(word) is None or word.lower() in context["capitalised"]:
        return False
    near = text[max(start, found.core.start - REACH) : found.core.start]
    placed = _PLACED.search(near) is not None and _PLAIN_NOUN.match(text, found.end) is not None
    return not placed and word[-1] not in _CLOSES
