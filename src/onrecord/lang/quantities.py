"""How English says how many: numbers, sizes, units, and the words around them, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class Quantities:
    """What the rules know of numbers; all words lower-cased but the signs of money."""

    numbers: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    vague: Mapping[str, float]
    parts: Mapping[str, float]
    ordinals: Mapping[str, float]
    multiples: Mapping[str, float]
    before: Mapping[str, str]
    after: Mapping[str, str]
    signs: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]  # "kilometres" -> ("measure", "km")
    context: Mapping[str, frozenset[str]]


@cache
def quantities() -> Quantities:
    """The lists of `quantities.toml`."""
    data = tables("quantities")
    return Quantities(
        numbers=data["numbers"],
        tens=data["tens"],
        scales=data["scales"],
        short_scales=data["short_scales"],
        vague=data["vague"],
        parts=data["parts"],
        ordinals=data["ordinals"],
        multiples=data["multiples"],
        before=_turned(data["before"]),
        after=_turned(data["after"]),
        signs=_turned(data["money_signs"]),
        units=_units(data),
        context={name: frozenset(words) for name, words in data["context"].items()},
    )


def _units(data: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Every word of measure with its kind and the name of its unit."""
    kinds = ("duration", "share", "measure", "money")
    lists = {kind: data[f"{kind}s" if kind != "money" else kind] for kind in kinds}
    lists["rate"] = data["speeds"]
    return {word: (kind, unit) for kind, found in lists.items() for word, unit in _turned(found).items()}


def _turned(lists: Mapping[str, list[str]]) -> dict[str, str]:
    """From the name with its words to the word with its name."""
    return {word: name for name, words in lists.items() for word in words}
