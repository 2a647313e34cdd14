"""The store as the commands use it: opened when it is there, and missing things told in words."""

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord import settings
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.collection import Collection

ID = re.compile(r"(?P<article>[0-9a-f]{4,16})(?P<statement>:a[0-9]+)?")  # or the beginning of an article's
UTTERANCE = re.compile(r"[0-9a-f]{4,16}:a[0-9]+:u[0-9]+")
Word = TypeVar("Word", bound=str)


@contextmanager
def opened(store: Path, *, case: str | None = None) -> Iterator["Collection"]:
    """A store that must be there, as must the case that is asked for."""
    if not store.exists():
        raise UsageError(
            f"there is no store {store}; `onrecord add PATH…{naming(store)}` makes it, "
            "and --store FILE names another"
        )
    import onrecord

    with onrecord.open(store, create=False) as collection:
        if case is not None and case not in collection.cases():
            there = ", ".join(collection.cases()) or "none so far"
            raise UsageError(f"there is no case {case!r} in {store}; its cases are: {there}")
        yield collection


def utterances_of(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is asked for, the ids of utterances by themselves."""
    ids = [path for path in paths if UTTERANCE.fullmatch(path) and not Path(path).exists()]
    return [path for path in paths if path not in ids], ids


def article_id(written: str) -> str:
    """An article's id or the beginning of one, long enough to be meant."""
    found = ID.fullmatch(written)
    if found is None or found["statement"]:
        raise UsageError(
            f"{written!r} is no id of an article, as in 0f3a5c77; `onrecord search` gives the ids, "
            "before the colon"
        )
    return found["article"]


def naming(store: Path) -> str:
    """What a command needs besides to mean this store; nothing for the one it takes anyway."""
    usual = os.environ.get(settings.STORE.variable) or settings.STORE.default
    return "" if str(store) == usual else f" --store {shlex.quote(str(store))}"


def one_of(option: str, word: str | None, words: tuple[Word, ...]) -> Word | None:
    """The word, as one of those that an option knows; another one is refused, and those are named."""
    known = next((one for one in words if one == word), None)
    if word is not None and known is None:
        raise UsageError(f"{option}: {word!r} is none of {', '.join(words)}")
    return known
