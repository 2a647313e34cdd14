"""The user's own list of people: names, aliases, ids and offices with dates; it goes before every guess."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from os import PathLike
from pathlib import Path

from onrecord import settings
from onrecord.errors import UsageError
from onrecord.people.registry.entry import Entry, Office
from onrecord.people.registry.from_csv import from_csv
from onrecord.people.registry.from_ftm import from_ftm
from onrecord.people.registry.from_toml import from_toml

__all__ = ["Entry", "ListFile", "Office", "Registry", "registry", "settled_list"]

READERS: Mapping[str, Callable[[str, str], Iterator[Entry]]] = {
    ".toml": from_toml,
    ".csv": from_csv,
    ".json": from_ftm,
    ".jsonl": from_ftm,
    ".ijson": from_ftm,
    ".ftm": from_ftm,
}


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as it was when the run began; small enough to be handed to every process."""

    path: str
    sha256: str

    @property
    def made_with(self) -> str:
        """What records say of it: the file's name and the beginning of its fingerprint."""
        return f"{Path(self.path).name} sha256:{self.sha256[:16]}"


@dataclass(frozen=True)
class Registry:
    """The entries of a list, found by any of their names."""

    entries: tuple[Entry, ...]
    made_with: str

    @cached_property
    def by_name(self) -> Mapping[tuple[str, ...], Entry | None]:
        """By the words of each name and alias; None where two entries share one."""
        found: dict[tuple[str, ...], Entry | None] = {}
        for entry in self.entries:
            for words in entry.forms:
                found[words] = entry if found.get(words, entry) == entry else None
        return found

    @cached_property
    def by_office(self) -> Mapping[str, tuple[tuple[frozenset[str], Entry, Office], ...]]:
        """By the head noun of each office: what else its words are, who holds it and when."""
        found: dict[str, list[tuple[frozenset[str], Entry, Office]]] = defaultdict(list)
        for entry in self.entries:
            for office in entry.offices:
                found[office.head].append((office.words, entry, office))
        return {head: tuple(rows) for head, rows in found.items()}


def settled_list(wanted: str | PathLike[str] | None = None) -> ListFile | None:
    """The list a user names, else that of the environment, found sound; None when there is none."""
    path = wanted if wanted is not None else os.environ.get(settings.PEOPLE.variable)
    if not path:
        return None
    found = ListFile(str(path), sha256(_bytes(str(path))).hexdigest())
    registry(found)
    return found


@lru_cache(maxsize=4)
def registry(file: ListFile) -> Registry:
    """The list of a file, read once in a process."""
    data = _bytes(file.path)
    if sha256(data).hexdigest() != file.sha256:
        raise UsageError(f"{file.path} was changed while it was in use; start again")
    read = READERS.get(Path(file.path).suffix.lower())
    if read is None:
        raise UsageError(f"{file.path}: a list of people ends in {', '.join(READERS)}; rename or convert it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UsageError(f"{file.path} line {line}: not UTF-8; save the file as UTF-8") from None
    return Registry(tuple(read(text, file.path)), file.made_with)


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}; --people names the list of people") from None
