"""A word of a name as it sounds: "Qaddumi" and "Qaddoumi", "Zelensky" and "Zelenskyy" are one."""

import re
import unicodedata
from functools import lru_cache

from onrecord.lang.romanising import romanising

_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = "aeiou"
LEAST = 3  # consonants that two first names must share before their vowels may differ


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """What a word of a name is compared by, whatever accents, doubled letters and romanisation it has."""
    known = romanising()
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if c.isalnum())
    for letter, written in known.letters:
        plain = plain.replace(letter, written)
    for letters, written in known.sounds:
        plain = plain.replace(letters, written)
    plain = _DOUBLED.sub(r"\1", plain)
    for ending, written in known.endings:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain.removesuffix(ending) + written
    return plain


@lru_cache(maxsize=1 << 14)
def alike(one: str, two: str) -> bool:
    """Whether two first names, as they sound, differ in vowels only that stand for one another."""
    if one == two:
        return True
    if len(one) != len(two) or one[-1] != two[-1] or sum(c not in _VOWELS for c in one) < LEAST:
        return False
    return all(a == b or {a, b} in romanising().vowels for a, b in zip(one, two, strict=True))
