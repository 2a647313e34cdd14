"""All mentions of an article in text order: its names, its nouns for somebody, its pronouns."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from onrecord.lang.pronouns import english_pronouns
from onrecord.people.cluster import Someone
from onrecord.people.mention import Bearer, Gender, Mention
from onrecord.people.names import Name
from onrecord.people.nouns import bearer_of, gender_of, nouns, singular
from onrecord.text.layout import Block, Layout, Range

_PRONOUN = re.compile(rf"(?<![\w-])(?:{'|'.join(english_pronouns().stand_for)})(?![\w-])", re.IGNORECASE)
_BEGINS = re.compile(r"(?<![\w-])(?:the|an?|his|her|their|its|this|that|one|another)[ \xa0\n]", re.IGNORECASE)
_PLURAL = re.compile(r"(?<![\w-])(?:\w+s|people|police|\w+men)(?![\w-])", re.IGNORECASE)
_PARTS = re.compile(r"[.,;:()\n]")
LEADING = 40  # code points that lead up to a noun for several
_WORD = re.compile(r"[\w’'-]+")
_TOUCHING = re.compile(r"(?:[ \xa0]|,[ \xa0])?\Z")
REACH = 5  # words from the determiner to the noun: "a former deputy prime minister"
_LENGTH = 70  # and as many characters


def mentions_of(
    layout: Layout, someone: Sequence[Someone], settled: Mapping[int, int] | None = None
) -> tuple[Mention, ...]:
    """Those of one entity with the same number; a noun that stands beside a name is part of it.

    settled: whose (by number) the nouns are that begin in these places.
    """
    found = [_named(layout, name, n, one) for n, one in enumerate(someone) for name in one.names]
    taken = sorted((m.start, m.end) for m in found)
    fresh = count(len(someone))
    known: dict[str, int] = {}
    whose = _Settled(settled or {}, someone)
    for block in layout.blocks:
        nouns_here = list(_nouns(layout.text, block))
        for start, end in nouns_here:
            if not _touches(layout.text, start, end, taken):
                made = _noun(layout, start, end, known, fresh)
                number = whose.at(start)
                found.append(made if number is None else replace(made, entity=number))
        for start, end in _bare(layout.text, block):
            if not _inside(start, taken) and not _inside(start, nouns_here):
                number = whose.ending(layout.text, start)
                head = layout.text[start:end].lower()
                known.setdefault(head, next(fresh) if number is None else number)
                found.append(_several(layout, start, end, known[head] if number is None else number))
        found += (_pronoun(layout, *m.span()) for m in _PRONOUN.finditer(layout.text, block.start, block.end))
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _named(layout: Layout, name: Name, entity: int, one: Someone) -> Mention:
    head = name.words[-1] if name.words else ""
    place = _place(layout, name.start, name.end)
    return Mention(name.start, name.end, "name", head, one.bearer, one.gender, None, *place, entity=entity)


def _noun(layout: Layout, start: int, end: int, known: dict[str, int], fresh: Iterator[int]) -> Mention:
    """One somebody; "the minister" behind "a minister" is the same."""
    words = layout.text[start:end].lower().split()
    head, bearer = singular(words[-1]), bearer_of(words[-1])
    if words[0] != "the" or head not in known:
        known[head] = next(fresh)
    place, gender = _place(layout, start, end), gender_of(head)
    return Mention(start, end, "role", head, bearer, gender, bearer == "group", *place, entity=known[head])


def _several(layout: Layout, start: int, end: int, entity: int) -> Mention:
    head = layout.text[start:end].lower()
    return Mention(start, end, "role", head, "group", None, True, *_place(layout, start, end), entity=entity)


class _Settled:
    """Whose (by number) the nouns are that begin in these places."""

    def __init__(self, settled: Mapping[int, int], someone: Sequence[Someone]) -> None:
        self.all = settled
        self.unnamed = sorted(at for at, n in settled.items() if n < len(someone) and not someone[n].names)

    def at(self, start: int) -> int | None:
        return self.all.get(start)

    def ending(self, text: str, start: int) -> int | None:
        """Whose the words are that lead up to a noun: "Bell supporters"."""
        i = bisect_right(self.unnamed, start) - 1
        if i < 0 or start - self.unnamed[i] > LEADING or _PARTS.search(text, self.unnamed[i], start):
            return None
        return self.all[self.unnamed[i]]


def _pronoun(layout: Layout, start: int, end: int) -> Mention:
    head = layout.text[start:end].lower()
    kind = english_pronouns().stand_for[head]
    gender = _GENDERS.get(kind)
    bearer: Bearer | None = "person" if gender else None
    place = _place(layout, start, end)
    return Mention(start, end, "pronoun", head, bearer, gender, kind == "several", *place)


_GENDERS: Mapping[str, Gender] = {"feminine": "f", "masculine": "m"}


def _place(layout: Layout, start: int, end: int) -> tuple[int, int, int]:
    """The number of the paragraph, where the sentence begins, and whether it is quoted."""
    sentence = layout.sentence(start)
    quoted = layout.around(start, end) is not None
    return layout.index(start) or 0, sentence[0] if sentence else start, int(quoted)


def _nouns(text: str, block: Block) -> Iterator[Range]:
    """Where a determiner leads to a noun for somebody: "a former senior official"."""
    for match in _BEGINS.finditer(text, block.start, block.end):
        head: int | None = None
        at = match.end()
        for word in _words(text, at, min(block.end, at + _LENGTH)):
            if bearer_of(word.group()) in ("person", "group", "organisation"):
                head = word.end()
            elif head is not None or word.group().lower() in nouns().prepositions:
                break
        if head is not None:
            yield match.start(), head


def _bare(text: str, block: Block) -> Iterator[Range]:
    """Nouns for several that no determiner leads to: "officials"."""
    for match in _PLURAL.finditer(text, block.start, block.end):
        if bearer_of(match.group()) == "group":
            yield match.span()


def _inside(start: int, taken: Sequence[Range]) -> bool:
    """Whether an offset lies in one of some ranges, which are in order."""
    i = bisect_right(taken, (start, start)) - 1
    return any(begin <= start < end for begin, end in taken[max(i, 0) : i + 2])


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The next words that only blanks part."""
    last = start
    for n, word in enumerate(_WORD.finditer(text, start, end)):
        if n == REACH or text[last : word.start()].strip():
            return
        yield word
        last = word.end()


def _touches(text: str, start: int, end: int, taken: Sequence[Range]) -> bool:
    """Whether a name stands in the noun phrase or right beside it."""
    i = bisect_left(taken, (start,))
    behind = taken[i][0] if i < len(taken) else len(text) + 3
    before = taken[i - 1][1] if i else -3
    return behind < end + 3 and not text[end:behind].strip(", \xa0") or before > start - 3
