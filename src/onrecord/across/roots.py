"""The root of a word: what other forms of it, and words put for it, have in common with it."""

from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.across.words import Word, forms
from onrecord.lang.likeness import likeness

LEFT = 4  # letters that must be left when an ending that makes another kind of word is taken off


def root_of(word: Word) -> str:
    """`exchanged`, `swap` and `exchange` have one root; a number is its own."""
    return _root(word.same, word.stem)


def heavy_roots(written: Iterable[str]) -> set[str]:
    """The roots of words as they are written, without the light ones."""
    found = set(map(_heavy, written))
    found.discard("")
    return found


@lru_cache(maxsize=1 << 16)
def _heavy(written: str) -> str:
    """The root of a word as it is written; "" for a light one."""
    word = Word(0, 0, *forms(written))
    return "" if word.light else root_of(word)


@lru_cache(maxsize=1 << 16)
def _root(same: str, stem: str) -> str:
    plain = plain_root(same, stem)
    return classes().get(plain, plain)


def plain_root(same: str, stem: str) -> str:
    """The root without regard to words put for it."""
    irregular = likeness().irregular
    known = irregular.get(same.removesuffix("'s")) or irregular.get(stem)
    if known is not None or same[0].isdigit():
        return _bare(known or same)
    return _bare(stem)


def _bare(stem: str) -> str:
    """Without the ending that makes a word of another kind; a doubled last letter is one."""
    for ending in likeness().endings:
        if stem.endswith(ending) and len(stem) - len(ending) >= LEFT:
            stem = stem.removesuffix(ending)
            break
    return stem[:-1] if len(stem) > LEFT and stem[-1] == stem[-2] else stem


@cache
def classes() -> dict[str, str]:
    """Each word that others stand for -> the first of its line; a word of two lines belongs to the first."""
    classes: dict[str, str] = {}
    for line in likeness().alike:
        roots = [plain_root(*forms(word)) for word in line if word[0].isalnum()]
        for root in roots:
            classes.setdefault(root, roots[0])
    return classes
