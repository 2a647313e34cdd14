"""Columns of tables: what they are called here, and what in other programs' tables."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from onrecord.errors import UsageError

COLUMNS = ("url", "title", "text", "date", "outlet")
APART = re.compile(r"[\s_.-]+")


def mapping(written: str | None) -> Mapping[str, str]:
    """`text=body,date=day` as a mapping from our columns to the table's."""
    found = {}
    for pair in (written or "").split(",") if written else ():
        ours, _, theirs = (part.strip() for part in pair.partition("="))
        if ours not in COLUMNS or not theirs:
            raise UsageError(
                f"--columns: {pair!r} is not OURS=THEIRS, as in text=body; ours are {', '.join(COLUMNS)}"
            )
        found[ours] = theirs
    return found


def columns(names: Iterable[str], mapped: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """For each kind of column the table's own names of it, the best first; a mapped one is the only one."""
    by_name: dict[str, str] = {}
    for name in names:
        by_name.setdefault(folded(name), name)
    found = {
        kind: tuple(by_name[known] for known in all_known if known in by_name)
        for kind, all_known in known_names().items()
    }
    return {**found, **{ours: (theirs,) for ours, theirs in mapped.items()}}


def is_known(name: str, *kinds: str) -> bool:
    """Whether a column's name is one of these kinds, or any."""
    known = known_names()
    return any(folded(name) in known[kind] for kind in kinds or known)


def folded(name: str) -> str:
    """A column's name as it is compared: `Publish Date` and `publish_date` are one."""
    return APART.sub("_", name.strip().casefold())


@cache
def known_names() -> Mapping[str, tuple[str, ...]]:
    """The names of `columns.toml` by kind, the best first."""
    written = files("onrecord.readers").joinpath("columns.toml").read_text(encoding="utf-8")
    return {kind: tuple(map(folded, names)) for kind, names in tomllib.loads(written).items()}
