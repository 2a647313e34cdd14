"""The words for those who pass on what others said."""

from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class RelayWords:
    """Nouns and names of whoever passes words on, and the words that say so."""

    media: tuple[str, ...]
    titles: frozenset[str]  # as they are written
    accounts: tuple[str, ...]
    officials: tuple[str, ...]
    documents: tuple[str, ...]
    behind: tuple[str, ...]
    carried: tuple[str, ...]
    issued: tuple[str, ...]
    messages: tuple[str, ...]


@cache
def english_relay() -> RelayWords:
    """The lists of `relay.toml`."""
    data = tables("relay")
    lists = {key: tuple(words) for key, words in data.items() if key != "titles"}
    return RelayWords(titles=frozenset(data["titles"]), **lists)
