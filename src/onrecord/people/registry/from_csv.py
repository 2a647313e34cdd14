"""A list of people as CSV: one row for each of them, or one for each of their roles."""

import csv
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import UsageError
from onrecord.people.registry.entry import Entry, Office, date_of, kind_of, name_of, texts

COLUMNS = ("name", "aliases", "ids", "role", "from", "to", "kind")


def from_csv(text: str, path: str) -> Iterator[Entry]:
    """Its entries, in the order of their first rows; rows of one name are one entry."""
    table = csv.DictReader(text.splitlines(keepends=True), skipinitialspace=True)
    strange = [c for c in table.fieldnames or () if c not in COLUMNS]
    if "name" not in (table.fieldnames or ()) or strange:
        wrong = f"column {strange[0]!r} is not known" if strange else "no column 'name'"
        raise UsageError(f"{path} line 1: {wrong}; the columns are {', '.join(COLUMNS)}")
    found: dict[str, Entry] = {}
    try:
        for row in table:
            entry = _entry(row, f"{path} line {table.line_num}")
            held = found.get(entry.name)
            found[entry.name] = entry if held is None else _joined(held, entry)
    except csv.Error as error:
        raise UsageError(f"{path} line {table.line_num}: {error}; put fields with commas in quotes") from None
    yield from found.values()


def _entry(row: dict[str, str | None], where: str) -> Entry:
    role = (row.get("role") or "").strip()
    office = Office(role, date_of(row.get("from"), where), date_of(row.get("to"), where)) if role else None
    return Entry(
        name=name_of(row.get("name"), where),
        aliases=texts(_split(row.get("aliases")), where),
        kind=kind_of((row.get("kind") or "").strip(), where),
        ids=tuple(_id(part, where) for part in _split(row.get("ids"))),
        offices=(office,) if office is not None else (),
    )


def _split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").replace("|", ";").split(";") if part.strip()]


def _id(part: str, where: str) -> tuple[str, str]:
    """ "wikidata:Q42"; a bare Q42 is Wikidata's."""
    registry, colon, value = part.partition(":")
    if colon:
        return registry, value
    if part[:1] == "Q" and part[1:].isdigit():
        return "wikidata", part
    raise UsageError(f"{where}: id {part!r}; write it as registry:id, as in wikidata:Q42")


def _joined(held: Entry, more: Entry) -> Entry:
    """One entry out of two rows."""
    return replace(
        held,
        aliases=tuple(dict.fromkeys((*held.aliases, *more.aliases))),
        ids=tuple(dict.fromkeys((*held.ids, *more.ids))),
        offices=(*held.offices, *more.offices),
    )
