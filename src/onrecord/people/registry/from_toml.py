"""A list of people as TOML: one `[[people]]` table each."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.errors import UsageError
from onrecord.people.registry.entry import Entry, Office, date_of, kind_of, name_of, texts

_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*people[ \t]*\]\]", re.MULTILINE)
KEYS = ("name", "aliases", "kind", "ids", "roles")


def from_toml(text: str, path: str) -> Iterator[Entry]:
    """Its entries, in order."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not TOML: {error}") from None
    tables = data.get("people")
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise UsageError(f"{path} line 1: no [[people]] table; write one for each of them")
    lines = [text.count("\n", 0, m.start()) + 1 for m in _TABLE.finditer(text)]
    for number, table in enumerate(tables):
        yield _entry(table, f"{path} line {lines[number] if number < len(lines) else 1}")


def _entry(table: Mapping[str, Any], where: str) -> Entry:
    strange = sorted(set(table) - set(KEYS))
    if strange:
        raise UsageError(f"{where}: key {strange[0]!r} is not known; the keys are {', '.join(KEYS)}")
    ids = table.get("ids", {})
    if not isinstance(ids, dict):
        raise UsageError(f'{where}: ids are a table, as in {{ wikidata = "Q42" }}')
    return Entry(
        name=name_of(table.get("name"), where),
        aliases=texts(table.get("aliases", []), where),
        kind=kind_of(table.get("kind"), where),
        ids=tuple((str(k), str(v)) for k, v in ids.items()),
        offices=tuple(_office(role, where) for role in table.get("roles", [])),
    )


def _office(role: object, where: str) -> Office:
    """ "Mayor of X", or a table with role, from and to."""
    if isinstance(role, str):
        return Office(role)
    if not isinstance(role, dict) or not isinstance(role.get("role"), str):
        raise UsageError(f'{where}: a role is a text or a table, as in {{ role = "Mayor", from = "2019" }}')
    return Office(role["role"], date_of(role.get("from"), where), date_of(role.get("to"), where))
