"""The published schemas are those of record and comparison, and both keep to them."""

import json

import pytest
from jsonschema import Draft202012Validator

from onrecord.across.comparison import Comparison, Utterance
from onrecord.exports.comparison import to_json as comparison_to_json
from onrecord.exports.comparison import to_jsonl
from onrecord.exports.jsonl import to_json
from onrecord.pipeline import compare
from onrecord.record import (
    VERSION,
    Article,
    Attribution,
    ChainLink,
    DateReport,
    Flag,
    MadeWith,
    OtherDate,
    Party,
    Record,
    Span,
    Translation,
    Zone,
)
from tests.make_schema import SCHEMAS, printed, schema
from tests.test_compare import pile


@pytest.mark.parametrize("root", SCHEMAS, ids=lambda root: root.__name__)
def test_the_schema_in_the_package_is_fresh(root: type) -> None:
    """Whoever changes the record or the comparison runs `make schema` and publishes what it says."""
    assert SCHEMAS[root].read_text(encoding="utf-8") == printed(root), "stale: run `make schema`"


def test_a_record_keeps_to_the_schema_and_its_order() -> None:
    """Every key a record is written with stands in the schema, in the same order, and none is missing."""
    written = json.loads(to_json(_record()))
    Draft202012Validator(_closed(schema())).validate(written)
    assert list(written) == schema()["required"]
    assert list(written["attributions"][0]) == schema()["$defs"]["Attribution"]["required"]


def test_a_comparison_keeps_to_the_schema_and_its_order() -> None:
    """The same of the object `onrecord compare` writes, and of each line of its JSON Lines."""
    comparison = compare(pile())
    written = json.loads(comparison_to_json(comparison))
    Draft202012Validator(_closed(schema(Comparison))).validate(written)
    assert list(written) == schema(Comparison)["required"]
    of_one = {"$defs": schema(Comparison)["$defs"], "$ref": f"#/$defs/{Utterance.__name__}"}
    for line in to_jsonl(comparison):
        Draft202012Validator(_closed(of_one)).validate(json.loads(line))


@pytest.mark.parametrize("root", SCHEMAS, ids=lambda root: root.__name__)
def test_the_schema_is_a_schema(root: type) -> None:
    """It is valid JSON Schema, 2020-12, so that any validator can use it."""
    Draft202012Validator.check_schema(schema(root))


def _record() -> Record:
    text = "“We leave,” Ina Varo said."
    article = Article(
        id="0" * 16, path="a.txt", record=None, url=None, sha256="0" * 64, captured_on=None, version_of=None,
        outlet=None, authors=(), credits=(), title=None, language="en", analysed=True,
        published_on=DateReport(range=("2031-05", None), basis="bounded"), updated_on=DateReport(),
        text=text, zones=(Zone(0, len(text), "body"),),
    )  # fmt: skip
    other = OtherDate(
        "conflict", "2031-05-02", None, "metadata", (article.evidence(1, 9),), "the page says so"
    )
    said = Attribution(
        id="0" * 16 + ":a1", speakers=(Party((Span(12, 20, "Ina Varo"),)),), cue=(Span(21, 25, "said"),),
        content=(Span(1, 10, "We leave,"),), chain=(ChainLink("agency", Party()),),
        said_on=DateReport(others=(other,)), translated=Translation("fr", None, ()),
    )  # fmt: skip
    flag = Flag("undated", (said.id,), (), "Nothing says when this was said.")
    return Record(VERSION, MadeWith("0", None, None, None), article, (said,), (), (), (), (flag,))


def _closed(part: dict[str, object]) -> dict[str, object]:
    """The schema with every object closed to keys it does not name."""
    shut = {key: _closed(value) if isinstance(value, dict) else value for key, value in part.items()}
    return shut | {"additionalProperties": False} if "required" in shut else shut
