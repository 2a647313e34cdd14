"""What web pages call their parts, from `page_words.toml`."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from itertools import product

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    files("onrecord.readers").joinpath("page_words.toml").read_text(encoding="utf-8")
)
CREDITED = [
    f"{picture}{maker}" for picture, maker in product(WORDS["names"]["picture"], WORDS["names"]["maker"])
]
PART = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
LONGEST_CALLED = 2000  # characters of all an element's names; no layout needs as many
LONGEST_NAME = 3  # parts: "screen-reader-text"


def names(kind: str) -> frozenset[str]:
    """The words of this kind as `spoken` gives them."""
    words = [word.replace("-", "") for word in WORDS["names"][kind]]
    return frozenset(words + (CREDITED if kind == "credit" else []))


def spoken(called: str) -> frozenset[str]:
    """The words in attribute values: "image-captionText" holds image, caption, imagecaption, captiontext …

    Hyphens, underscores and capitals divide a name into parts; a plural s is taken off as well.
    """
    found: set[str] = set()
    for name in called.split():
        parts = [part.lower() for part in PART.findall(name)]
        for start in range(len(parts)):
            for end in range(start + 1, min(start + LONGEST_NAME, len(parts)) + 1):
                found.add("".join(parts[start:end]))
    return frozenset(found | {word[:-1] for word in found if word.endswith("s")})


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
