"""Every key and word of the record and of a comparison is explained in docs/glossary.md; nothing else is."""

from dataclasses import fields
from typing import Any, Literal, get_origin, get_type_hints

import onrecord.across.comparison
import onrecord.record
from onrecord.across.comparison import Comparison
from tests.glossary import glossary
from tests.make_schema import classes

NAMES = vars(onrecord.record) | vars(onrecord.across.comparison)
VOCABULARIES = {name: set(value.__args__) for name, value in NAMES.items() if get_origin(value) is Literal}
UNNAMED = {
    "By": "Reason.by",
    "OtherDateKind": "OtherDate.kind",
}  # vocabularies the record writes out in place


def test_every_key_is_explained() -> None:
    """Each object's heading lists exactly the keys it has in JSON, in their order."""
    keys = {cls.__name__: [field.name.rstrip("_") for field in fields(cls)] for cls in classes(Comparison)}
    explained = {name: list(entries) for name, entries in glossary().items() if name in keys}
    assert explained == keys


def test_every_word_is_explained() -> None:
    """Each vocabulary's heading lists exactly the words a key can hold."""
    words = VOCABULARIES | {heading: set(_literal(path).__args__) for heading, path in UNNAMED.items()}
    assert {name: set(entries) for name, entries in glossary().items() if name in words} == words


def test_nothing_stale_is_explained() -> None:
    """No heading is left of an object or a vocabulary that is gone."""
    known = {cls.__name__ for cls in classes(Comparison)} | VOCABULARIES.keys() | UNNAMED.keys()
    assert glossary().keys() - known == set()


def _literal(path: str) -> Any:
    """The type of `Class.field`."""
    cls, field = path.split(".")
    return get_type_hints(NAMES[cls])[field]
