"""How a text says where it has its words from, read once from `lang/copying.toml`."""

from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class Copying:
    """Names of outlets, credits, what was written and what was spoken, translations; all lower-cased."""

    dropped: frozenset[str]
    hosts: frozenset[str]
    itself: tuple[str, ...]
    agencies: frozenset[str]
    origins: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    pictures: tuple[str, ...]
    written: tuple[str, ...]
    spoken: tuple[str, ...]
    release: tuple[str, ...]
    translated: tuple[str, ...]


@cache
def copying() -> Copying:
    """The lists of `copying.toml`."""
    data = tables("copying")
    names, manner, translation = data["names"], data["manner"], data["translation"]
    return Copying(
        dropped=frozenset(names["dropped"]),
        hosts=frozenset(names["hosts"]),
        itself=tuple(names["itself"]),
        agencies=frozenset(names["agencies"]),
        origins=tuple(data["origins"]["phrases"]),
        before=tuple(data["credits"]["before"]),
        after=tuple(data["credits"]["after"]),
        pictures=tuple(data["credits"]["pictures"]),
        written=tuple(manner["written"]),
        spoken=tuple(manner["spoken"]),
        release=tuple(manner["release"]),
        translated=tuple(translation["words"]),
    )
