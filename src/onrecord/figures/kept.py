"""Which counts and places are quantities: "one" is a pronoun more often, "second" an adverb."""

import re

from onrecord.figures.counted import Noun
from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities

LEAST_BARE = 10  # a smaller number with nothing counted behind it is seldom a quantity
_DETERMINERS = ("the", "a", "his", "her", "its", "their", "for", "my", "our", "your")
_THE = re.compile(r"\b(?:the|a|its|their|his|her|this|that|new)\s\Z", re.IGNORECASE)
_SOME_OF = re.compile(r"\sof\s(?:the|them|those|these|us|you|its|his|her|their|whom|which)\b")
_NUMBERED = re.compile(r"\d{4,}")  # "the 8088 chip"
_TURN = re.compile(r"\d\sof\s\Z")  # "picture 3 of 12"
_DID = re.compile(r"\s(?:were|are|have|had|who|did|remain)\b")  # "six were appointed"
_WORD = re.compile(r"\s([a-z]+)")


def is_kept(text: str, found: Size, noun: Noun | None, *, harmed: bool) -> bool:
    """Whether a count or a place is a quantity, given the noun behind it."""
    words = found.core.words.lower()
    if found.kind == "ordinal":
        return noun is not None and _counts_in_order(text, found, noun)
    if found.core.sort == "more":
        return noun is not None
    if words in ("one", "1") and found.factor == 1:
        return harmed or noun is not None and found.comparator != "exactly"
    return True


def is_kept_alone(text: str, found: Size) -> bool:
    """Whether a number that nothing is counted by is a quantity; "the 787" is none."""
    if found.unit or _SOME_OF.match(text, found.end):
        return True
    if _DID.match(text, found.end) and not _THE.search(text[max(0, found.start - 8) : found.start]):
        return True
    behind = _WORD.match(text, found.end)
    named = behind is None or behind[1] in quantities().context["stops"]
    if _TURN.search(text[max(0, found.start - 8) : found.start]):
        return False
    if named and found.factor == 1 and _THE.search(text[max(0, found.start - 8) : found.start]):
        return False
    if found.comparator not in ("exactly", None) or found.factor != 1 or found.core.sort == "vague":
        return True
    words = found.core.words
    return found.core.sort == "digits" and (found.low or 0.0) >= LEAST_BARE and not _NUMBERED.fullmatch(words)


def _counts_in_order(text: str, found: Size, noun: Noun) -> bool:
    """ "The third strike"; but "the third largest", "third-place", "the Third Fleet"."""
    before, behind = text[max(0, found.start - 8) : found.start].split(), text[found.end : noun.end].split()
    if not before or text[found.end] != " ":
        return False
    if before[-1].lower() not in _DETERMINERS and not before[-1].endswith(("'s", "’s")):
        return False
    return behind[0].islower() and behind[0] not in quantities().context["not_counted"]
