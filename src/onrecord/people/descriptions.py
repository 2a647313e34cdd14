"""What an article says of those it names: "deputy commander X", "X, a lawyer for Y", "its chief, X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.people.cluster import Someone
from onrecord.people.names import Name
from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.phrase import content_words
from onrecord.people.places import places

_BEFORE = re.compile(r"((?:[\w.’'&-]+[ \xa0]+){1,8})$")
_BEHIND = re.compile(
    r"(?:,|\s[–—-])[ \xa0](?:(?:aged[ \xa0])?\d{1,3}(?:,[ \xa0]|[ \xa0]))?"
    r"(?:who[ \xa0](?:is|was|has been|serves as)[ \xa0])?([^,.;:()“”\"–—]{3,140})"
)
_IS = re.compile(
    r"[ \xa0](?:is|was|became|serves as|served as|works as)[ \xa0]"
    r"((?:the|a|an|its|his|her|their|[A-Z][\w]*['’]s)[ \xa0][^,.;:()“”\"–—]{3,120})"
)
_AHEAD = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)[ \xa0]"
    r"|[A-Z][\w.]*['’]s[ \xa0])"
)
_PARTY = re.compile(r",?[ \xa0]\(?([RD])[-–]([A-Z][A-Za-z.]+)")
_WORD = re.compile(r"[\w’'.-]+")
_ENDING = nouns().prepositions - {"and"}  # the words of a description that hold its head
CLAUSE = re.compile(
    r"[ \xa0](?:said|says|told|tells|added|wrote|was|were|is|are|has|had|have|will|would|who|that|which"
    r"|and[ \xa0]\w+ed|\w+ed[ \xa0](?:the|these|that|an?|it|any|his|her|its|their|all|to))\b"
)


@dataclass(frozen=True, slots=True)
class Description:
    """Words said of somebody: where they stand, their head noun and what else they hold."""

    start: int
    end: int
    head: str
    words: frozenset[str]


def descriptions(
    text: str, someone: Sequence[Someone], speaking: frozenset[int]
) -> dict[int, list[Description]]:
    """For every one (by `id`), what is said of them; `speaking`: where mentions of speakers begin."""
    found: dict[int, list[Description]] = {}
    for one in someone:
        of_one = [d for name in one.names for d in _of_name(text, name, one, speaking)]
        if of_one:
            found[id(one)] = of_one
    return found


def _of_name(text: str, name: Name, one: Someone, speaking: frozenset[int]) -> Iterator[Description]:
    party = _PARTY.match(text, name.end, name.end + 16)
    if party is not None:
        yield _of_party(party)
    start = _before(text, name)
    if start is not None:
        yield from _made(text, start, name.start, one, start_ok=True)
    behind = text[name.end : name.end + 1]
    for pattern in (_BEHIND, _IS) if behind == "," or behind.isspace() else ():
        match = pattern.match(text, name.end, name.end + 190)
        if match is None and text[name.end : name.end + 2] in ("’s", "'s"):
            continue
        if match is not None and match.start(1) not in speaking:
            cut = CLAUSE.search(match.group(1))
            end = match.start(1) + cut.start() if cut else match.end(1)
            yield from _made(text, match.start(1), end, one)
    if text[name.titled_from - 2 : name.titled_from] == ", " and text[name.end : name.end + 1] in ",. ":
        yield from _ahead(text, name, one)


def _of_party(match: re.Match[str]) -> Description:
    """ "(R-Wis.)": a Republican and, as most who are so marked, a senator or representative of that state."""
    party = "republican" if match.group(1) == "R" else "democrat"
    state = places().states.get(match.group(2).rstrip("."), match.group(2).lower())
    return Description(match.start() + 1, match.end(), party, frozenset((party, *state.split())))


def _before(text: str, name: Name) -> int | None:
    """Where the office right before a name begins, or None when there is none."""
    if not name.start or text[name.start - 1] not in " \xa0":
        return None
    last = text[max(0, name.start - 25) : name.start].split()[-1:]
    if not last or not _is_office(last[0]):
        return None
    match = _BEFORE.search(text, max(0, name.start - 70), name.start)
    if match is None:
        return None
    words = list(_WORD.finditer(text, match.start(), name.start))
    if not words or not _is_office(words[-1].group()):
        return None
    at = len(words) - 1
    while at and _goes_with_office(words[at - 1].group()):
        at -= 1
    back = range(at - 1, max(at - 4, -1), -1)
    article = next((i for i in back if words[i].group().lower() in nouns().determiners), None)
    plain = article is not None and not any(
        w.group().lower() in nouns().prepositions for w in words[article:at]
    )
    return words[article if plain and article is not None else at].start()


def _goes_with_office(word: str) -> bool:
    """Whether a word before an office belongs to it: "Iran's", "deputy", "Acme"; none ends a sentence."""
    if word.endswith(".") and len(word) > 5 or word.lower() in nouns().determiners:
        return False
    return word[0].isupper() or word.lower() in nouns().qualifiers or bearer_of(word) is not None


@lru_cache(maxsize=1 << 14)
def _is_office(word: str) -> bool:
    low = word.lower().rstrip(".")
    return bearer_of(low) in ("person", "organisation") or low in nouns().ranks or low in nouns().alike


def _ahead(text: str, name: Name, one: Someone) -> Iterator[Description]:
    """ "The new head of the bank, Anna Bell": from a determiner to the comma."""
    low = max(text.rfind(mark, max(0, name.titled_from - 130), name.titled_from - 2) for mark in '.,;:“”"\n(')
    low = low + 1 if low >= 0 else max(0, name.titled_from - 130)
    for match in _AHEAD.finditer(text, low, name.titled_from - 2):
        made = list(_made(text, match.start(), name.titled_from - 2, one))
        if made and not CLAUSE.search(text, match.start(), name.titled_from - 2):
            yield from made
            return


def _made(text: str, start: int, end: int, one: Someone, *, start_ok: bool = False) -> Iterator[Description]:
    """The description, when its head is said of what bears the name."""
    words = [m.group() for m in _WORD.finditer(text, start, end)]
    if not words or not (start_ok or _opens(words[0])):
        return
    stop = next((i for i, w in enumerate(words) if i and w.lower() in _ENDING), len(words))
    head = next((w for w in reversed(words[:stop]) if _is_office(w)), None)
    if head is None:
        return
    if not start_ok and _of_others(words, stop, head):
        return
    short = nouns().alike.get(head.lower().rstrip("."))  # "Sen." is one senator
    bearer = bearer_of(short or head.lower()) or "person"
    if one.bearer is not None and bearer != one.bearer and one.bearer != "location":
        return
    if one.bearer == "location" and bearer == "person":
        return
    yield Description(start, len(text[:end].rstrip()), head.lower().rstrip("."), content_words(words))


def _of_others(words: Sequence[str], stop: int, head: str) -> bool:
    """Whether words behind a comma name others: "the Imam Reza Hall", "the Red Front and other groups"."""
    at = max(i for i, w in enumerate(words[:stop]) if w == head)
    named = any(w[0].isupper() and not _is_office(w) for w in words[at + 1 : stop])
    joined = "and" in words[1:at] and words[words.index("and", 1) - 1][0].isupper()
    return named or joined and not _is_office(words[words.index("and", 1) - 1])


def _opens(word: str) -> bool:
    low = word.lower()
    return (
        low in nouns().determiners
        or low in nouns().qualifiers
        or word[0].isupper()
        or bearer_of(low) is not None
    )
