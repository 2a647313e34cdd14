"""What web pages call their parts, from `page_words.toml`, as patterns."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from itertools import product

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    files("onrecord.readers").joinpath("page_words.toml").read_text(encoding="utf-8")
)
CREDITED = [
    f"{picture}-{maker}" for picture, maker in product(WORDS["names"]["picture"], WORDS["names"]["maker"])
]


def names(kind: str) -> re.Pattern[str]:
    """A pattern for attribute values that hold one of the words of this kind as a word of its own."""
    words = WORDS["names"][kind] + (CREDITED if kind == "credit" else [])
    loose = (word.replace("-", "[-_]*") for word in words)
    return re.compile(rf"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?i:{'|'.join(loose)})s?(?=$|[\s_-]|[A-Z0-9])")


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
