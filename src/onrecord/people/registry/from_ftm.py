"""A list of people as FollowTheMoney JSON lines, the format of OpenSanctions: one entity a line."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import UsageError
from onrecord.people.registry.entry import Entry, Office
from onrecord.record import PartyKind

SCHEMATA: Mapping[str, PartyKind] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
    "UserAccount": "account",
}
NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
Properties = Mapping[str, Sequence[str]]


def from_ftm(text: str, path: str) -> Iterator[Entry]:
    """Its persons and bodies; positions are joined to who occupied them."""
    entities = [
        (line, _entity(raw, path, line)) for line, raw in enumerate(text.split("\n"), 1) if raw.strip()
    ]
    posts = {e["id"]: _first(e, "name") for _, e in entities if e["schema"] == "Position"}
    held: dict[str, list[Office]] = defaultdict(list)
    for _, entity in entities:
        if entity["schema"] == "Occupancy":
            post = posts.get(_first(entity, "post") or "")
            if post:
                office = Office(post, _day(_first(entity, "startDate")), _day(_first(entity, "endDate")))
                held[_first(entity, "holder") or ""].append(office)
    for line, entity in entities:
        if entity["schema"] in SCHEMATA:
            yield _entry(entity, held[entity["id"]], f"{path} line {line}")


def _entity(raw: str, path: str, line: int) -> dict[str, Any]:
    try:
        entity = json.loads(raw)
    except json.JSONDecodeError as error:
        raise UsageError(
            f"{path} line {line}: not JSON: {error.msg}; one entity a line is expected"
        ) from None
    good = isinstance(entity, dict) and isinstance(entity.get("schema"), str)
    if not good or not isinstance(entity.get("properties"), dict) or not isinstance(entity.get("id"), str):
        raise UsageError(
            f"{path} line {line}: no FollowTheMoney entity; it needs id, schema and properties, one a line"
        )
    made: dict[str, Any] = entity
    return made


def _entry(entity: Mapping[str, Any], offices: Sequence[Office], where: str) -> Entry:
    names = [
        n for key in NAMES for n in entity["properties"].get(key, ()) if isinstance(n, str) and n.strip()
    ]
    caption = entity.get("caption")
    name = caption if isinstance(caption, str) and caption.strip() else names[0] if names else None
    if name is None:
        raise UsageError(f"{where}: an entity without a name; take it out")
    qid = _first(entity, "wikidataId")
    ids = [("wikidata", qid)] if qid else []
    positions = [Office(p) for p in entity["properties"].get("position", ()) if isinstance(p, str)]
    return Entry(
        name=name,
        aliases=tuple(dict.fromkeys(names)),
        kind=SCHEMATA[entity["schema"]],
        ids=(*ids, ("ftm", entity["id"])),
        offices=(*offices, *positions),
    )


def _first(entity: Mapping[str, Any], key: str) -> str | None:
    values = entity["properties"].get(key) or [None]
    return values[0] if isinstance(values[0], str) else None


def _day(value: str | None) -> str | None:
    return value[:10] if value else None
