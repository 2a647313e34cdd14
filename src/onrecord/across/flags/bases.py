"""The forms a word may be inflected from: "murdered" from murder, "tried" from try."""

from functools import lru_cache

from onrecord.lang.likeness import likeness

LEFT = 2  # letters that must be left of a word
_ENDINGS = (
    ("'s", ""), ("s'", "s"), ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"), ("ers", ""), ("er", ""), ("ers", "e"), ("ors", "e"),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def bases(word: str) -> frozenset[str]:
    """The word itself, and every word it may be a form of."""
    found = {word, *(one for known in (likeness().irregular.get(word),) if known for one in (known,))}
    for ending, put in _ENDINGS:
        left = word.removesuffix(ending)
        if left != word and len(left) > LEFT:
            found.add(left + put)
            if not put and left[-1] == left[-2]:
                found.add(left[:-1])
    return frozenset(found)
