"""Whether two names can be the same one's: full and short, initials, acronyms."""

from collections.abc import Sequence

from onrecord.people.nouns import nouns

Words = tuple[str, ...]
SHORT_FIRST = 3  # letters a short first name shares with the long one: "Tim" and "Timothy"
SMALL = frozenset(("of", "the", "and", "for", "&", "on", "in", "de", "la", "du"))


def core(words: Words) -> Words:
    """A name without "Jr", "Inc" and the like, unless nothing else is there."""
    end = len(words)
    while end > 1 and words[end - 1].rstrip(",") in nouns().tails:
        end -= 1
    return words[:end]


def same_person(a: Words, b: Words) -> bool:
    """Two names of two words and more: the same last name, and first names that agree."""
    a, b = core(a), core(b)
    if generation(a, b):
        return False
    if a[-1] == b[-1] and _first_agrees(a[0], b[0]):
        return _middles_agree(a[1:-1], b[1:-1])
    short, long = sorted((a, b), key=len)
    return len(short) < len(long) and _in_order(short, long)


def generation(a: Words, b: Words) -> bool:
    """ "George Bush Jr" is not "George Bush Sr"."""
    marks = {"jr", "sr", "ii", "iii", "iv"}
    return bool(marks & set(a)) and bool(marks & set(b)) and marks & set(a) != marks & set(b)


def _first_agrees(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return len(short) >= SHORT_FIRST and long.startswith(short) or (short, long) in _NICKNAMES


_NICKNAMES = {
    ("bill", "william"),
    ("bob", "robert"),
    ("dick", "richard"),
    ("jim", "james"),
    ("joe", "joseph"),
    ("jack", "john"),
    ("mike", "michael"),
    ("tony", "anthony"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("kate", "katherine"),
    ("kate", "kathleen"),
    ("peggy", "margaret"),
    ("ted", "edward"),
    ("bernie", "bernard"),
    ("larry", "lawrence"),
    ("chuck", "charles"),
    ("hank", "henry"),
    ("harry", "henry"),
    ("jerry", "gerald"),
    ("andy", "andrew"),
    ("nancy", "anne"),
    ("mitt", "willard"),
    ("jeb", "john"),
    ("betsy", "elisabeth"),
    ("steve", "stephen"),
    ("steve", "steven"),
    ("rick", "richard"),
    ("jimmy", "james"),
    ("bobby", "robert"),
    ("billy", "william"),
}


def _middles_agree(a: Words, b: Words) -> bool:
    return not a or not b or any(_first_agrees(x, y) for x in a for y in b)


def _in_order(short: Words, long: Words) -> bool:
    """Every word of the short name in the long one, in its order: "Ali Khamenei", "Ali Hosseini Khamenei"."""
    at = iter(long)
    return all(any(_first_agrees(w, v) for v in at) for w in short)


def short_for_body(short: Words, long: Words) -> bool:
    """ "Goldman" for "Goldman Sachs", "the Journal" for "Wall Street Journal", "WHO" for its words."""
    if len(short) == 1 and len(long) > 1 and initials(long) == short[0]:
        return True
    return len(short) < len(long) and any(
        long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)
    )


def initials(words: Sequence[str]) -> str:
    """The first letters of the words that count."""
    return "".join(w[0] for w in words if w not in SMALL)
