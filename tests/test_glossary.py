"""Every key and every word of the record is explained in docs/glossary.md, and nothing else is."""

from dataclasses import fields
from typing import Any, Literal, get_origin, get_type_hints

import onrecord.record
from tests.glossary import glossary
from tests.make_schema import classes

VOCABULARIES = {
    name: set(value.__args__) for name, value in vars(onrecord.record).items() if get_origin(value) is Literal
}
UNNAMED = {
    "By": "Reason.by",
    "OtherDateKind": "OtherDate.kind",
}  # vocabularies the record writes out in place


def test_every_key_is_explained() -> None:
    """Each object's heading lists exactly the keys it has in JSON, in their order."""
    keys = {cls.__name__: [field.name.rstrip("_") for field in fields(cls)] for cls in classes()}
    explained = {name: list(entries) for name, entries in glossary().items() if name in keys}
    assert explained == keys


def test_every_word_is_explained() -> None:
    """Each vocabulary's heading lists exactly the words a key can hold."""
    words = VOCABULARIES | {heading: set(_literal(path).__args__) for heading, path in UNNAMED.items()}
    assert {name: set(entries) for name, entries in glossary().items() if name in words} == words


def test_nothing_stale_is_explained() -> None:
    """No heading is left of an object or a vocabulary that is gone."""
    known = {cls.__name__ for cls in classes()} | VOCABULARIES.keys() | UNNAMED.keys()
    assert glossary().keys() - known == set()


def _literal(path: str) -> Any:
    """The type of `Class.field`."""
    cls, field = path.split(".")
    return get_type_hints(getattr(onrecord.record, cls))[field]
