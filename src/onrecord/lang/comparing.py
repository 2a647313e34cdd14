"""What matters and what does not when reports are compared, read once from `lang/comparing.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, eq=False)
class Comparing:
    """Words that carry little, spellings that are one, endings that only inflect; all lower-cased."""

    light: frozenset[str]
    spellings: tuple[tuple[str, str], ...]
    forms: tuple[str, ...]


@cache
def comparing() -> Comparing:
    """The lists of `comparing.toml`."""
    text = resources.files("onrecord.lang").joinpath("comparing.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    spellings = tuple((british, american) for british, american in data["spelling"]["endings"])
    return Comparing(frozenset(data["light"]["words"]), spellings, tuple(data["spelling"]["forms"]))
