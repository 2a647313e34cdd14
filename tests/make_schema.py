"""The JSON Schemas of record and comparison, made from the dataclasses and the glossary's sentences.

`make schema` writes them into the package; `tests/test_schema.py` fails when a file there is stale.
"""

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.across.comparison import Comparison, Somebody
from onrecord.record import VERSION, Record
from tests.glossary import glossary

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord"
SCHEMAS = {Record: PACKAGE / "record.schema.json", Comparison: PACKAGE / "comparison.schema.json"}
BY_NAME = {"type": "object", "additionalProperties": {"type": "string"}}  # pairs, written as an object
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
Schema = dict[str, Any]


def schema(root: type = Record) -> Schema:
    """The schema, with keys as they stand in JSON (no trailing underscore), all of them required."""
    top = _object(root)
    top["properties"]["version"]["const"] = VERSION
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"onrecord {root.__name__.lower()}, version {VERSION}",
    }
    inner = sorted(classes(root) - {root}, key=lambda cls: cls.__name__)
    return head | top | {"$defs": {cls.__name__: _object(cls) for cls in inner}}


def classes(root: type = Record) -> set[type]:
    """A record class and every class that its fields are made of."""
    found = {root}
    for hint in get_type_hints(root).values():
        for part in _parts(hint):
            if is_dataclass(part):
                found |= classes(part)
    return found


def _parts(hint: Any) -> list[Any]:
    """A type and everything named inside it."""
    inside = [] if get_origin(hint) is Literal else get_args(hint)
    return [hint, *(part for one in inside for part in _parts(one))]


def _object(cls: type) -> Schema:
    sentences = glossary()[cls.__name__]
    hints = get_type_hints(cls)
    keys = {field.name.rstrip("_"): _value(hints[field.name]) for field in fields(cls)}
    if cls is Somebody:
        keys["same_as"] = BY_NAME
    return {
        "description": " ".join((cls.__doc__ or "").split()),
        "type": "object",
        "properties": {key: {"description": sentences[key]} | value for key, value in keys.items()},
        "required": list(keys),
    }


def _value(hint: Any) -> Schema:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in (Union, UnionType):
        return {"anyOf": [_value(one) for one in inside]}
    if origin is tuple and inside[-1] is Ellipsis:
        return {"type": "array", "items": _value(inside[0])}
    if origin is tuple:
        length = {"minItems": len(inside), "maxItems": len(inside)}
        return {"type": "array", "prefixItems": [_value(one) for one in inside]} | length
    if is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {"type": PLAIN[hint]}


def printed(root: type = Record) -> str:
    """A schema as it stands in the package."""
    return json.dumps(schema(root), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for cls, path in SCHEMAS.items():
        path.write_text(printed(cls), encoding="utf-8")
        print(f"wrote {path}")
