"""Names: runs of capitalised words; what bears one is told by a title or an organisation's word."""

import re
from collections.abc import Iterator, Sequence

from onrecord.lang import english
from onrecord.tagger.tags import NameKind, Range, TaggedName

SCORE = 0.6
_CAPITALISED = r"[^\W\d_a-z][\w’'-]*\.?"
_SMALL = r"(?:of|the|de|del|van|von|der|bin|al|el|la)"
_RUN = re.compile(rf"{_CAPITALISED}(?:[ \t]+(?:{_SMALL}[ \t]+){{0,2}}{_CAPITALISED}){{0,7}}")
_COMMON = re.compile(
    rf"{_CAPITALISED}[ \t]+(?:{_SMALL}[ \t]+){{1,2}}"
)  # "Trains of the", beginning a sentence
_ACRONYM = re.compile(r"[A-Z]{2,6}$")
_ORGANISATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, english().organisations))})\b")
_SURNAMES = 3  # words of a person's name, titles aside, at most


def names(text: str, blocks: Sequence[Range]) -> tuple[TaggedName, ...]:
    """The names of these blocks in text order; a single word that begins a sentence is none."""
    return tuple(name for block in blocks for name in _of_block(text, block))


def _of_block(text: str, block: Range) -> Iterator[TaggedName]:
    for match in _RUN.finditer(text, *block):
        start, end = _without_opener(text, *match.span())
        if _begins_sentence(text, block, start) and (common := _COMMON.match(text, start, end)) is not None:
            start = common.end()
        end -= text[start:end].endswith(".") and not _ACRONYM.match(text[start : end - 1])
        words = text[start:end].split()
        if words and not (len(words) == 1 and _begins_sentence(text, block, start)):
            yield TaggedName(start, end, _kind(words), SCORE)


def _without_opener(text: str, start: int, end: int) -> Range:
    """`But Ali Bo` and `The Ali Bank` without the first word."""
    while start < end:
        word = re.compile(r"[\w’'-]+\.?\s*").match(text, start, end)
        if word is None or word.group().strip(". \t").lower() not in english().openers:
            break
        start = word.end()
    return start, end


def _begins_sentence(text: str, block: Range, start: int) -> bool:
    before = text[block[0] : start].rstrip(" \t\"“‘'(")
    return not before or before[-1] in ".!?:"


def _kind(words: Sequence[str]) -> NameKind:
    language = english()
    plain = [word.strip(".") for word in words]
    if any(word in language.titles for word in plain[:2]):
        return "person"
    said = " ".join(plain).lower()
    if _ORGANISATION.search(said) or _ACRONYM.match(plain[-1]):
        return "organisation"
    return "person" if 1 < len(plain) <= _SURNAMES and "of" not in plain and "the" not in plain else "other"
