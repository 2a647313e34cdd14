"""A record as a line of JSON: every key, in order, and back again without a loss."""

import json
from dataclasses import fields, replace
from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.exports.jsonl import from_json, to_json
from onrecord.record import (
    Article,
    Attribution,
    DateReport,
    MadeWith,
    Party,
    Record,
    Span,
    Translation,
    Zone,
)

ARTICLE = Article(
    id="0123456789abcdef",
    path="bridge.txt",
    record=None,
    url=None,
    sha256="00",
    captured_on=None,
    version_of=None,
    outlet=None,
    authors=(),
    credits=(),
    title=None,
    language=None,
    analysed=True,
    published_on=DateReport(),
    updated_on=DateReport(),
    text="Ana Ruiz said “no”.\nÉlan",
    zones=(Zone(0, 24, "body"),),
)
SAID = Attribution(
    id="0123456789abcdef:a1",
    speakers=(Party(mention=(Span(0, 8, "Ana Ruiz"),)),),
    cue=(Span(9, 13, "said"),),
    content=(Span(15, 17, "no"),),
    form="direct",
    confidence=0.9,
)
RECORD = Record(1, MadeWith("0.1.0", "plain", "t", None), ARTICLE, (SAID,), (), (), (), ())


def test_one_line():
    """A record is one line, whatever line ends its text has, and other letters stay letters."""
    line = to_json(RECORD)
    assert "\n" not in line
    assert '"text":"Ana Ruiz said “no”.\\nÉlan"' in line


def test_keys_in_field_order():
    """Every key is there, in the order of the fields, unknown as null and none as []."""
    value = json.loads(to_json(RECORD))
    assert list(value) == [field.name for field in fields(Record)]
    assert list(value["article"]) == [field.name for field in fields(Article)]
    assert value["article"]["outlet"] is None
    assert value["attributions"][0]["addressees"] == []


def test_keyword_fields_lose_their_underscore():
    """The field `from_` is the key "from"."""
    translated = replace(RECORD, attributions=(replace(SAID, translated=Translation("ar", None, ())),))
    assert '"translated":{"from":"ar","by":null,"evidence":[]}' in to_json(translated)


CASES = [
    (0.9, "0.9"),
    (0.12345, "0.123"),
    (0.9996, "1.0"),
    (1.0, "1.0"),
    (0.0, "0.0"),
]


@pytest.mark.parametrize("score, written", CASES)
def test_scores(score, written):
    """Scores are written with at most three decimals."""
    line = to_json(replace(RECORD, attributions=(replace(SAID, confidence=score),)))
    assert f'"confidence":{written},' in line


def test_half_a_character():
    """A lone surrogate is written as its JSON escape, so that the line is always UTF-8, and comes back."""
    odd = replace(RECORD, article=replace(ARTICLE, text="a \\\ud800 b"))
    line = to_json(odd)
    line.encode()
    assert from_json(line) == odd


def test_later_keys_are_left_aside():
    """A key that a later release added does not keep this one from reading the line."""
    assert from_json(to_json(RECORD).replace('{"version":1,', '{"version":1,"mood":[1],')) == RECORD


BAD = [
    ("", "not a record"),
    ("[]", "not a record"),
    ('{"version":2}', "version 1"),
    ('{"version":1}', "incomplete"),
]


@pytest.mark.parametrize("line, said", BAD)
def test_other_lines_are_refused(line, said):
    """What is not a record is refused with a sentence that says so."""
    with pytest.raises(ReadError, match=said):
        from_json(line)


@cache
def values(hint):
    """Values of one field type; the whole record is built from the annotations alone."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, UnionType):
        return st.one_of(st.none(), *(values(one) for one in arguments if one is not NoneType))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, arguments))
    if hint in (str, int, float, bool):
        return SIMPLE[hint]
    return st.builds(hint, **{name: values(one) for name, one in get_type_hints(hint).items()})


SIMPLE = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    int: st.integers(0, 9999),
    float: st.integers(-99999, 99999).map(lambda thousandths: thousandths / 1000),
    bool: st.booleans(),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values(Record).map(lambda record: replace(record, version=1)))
def test_round_trip(record):
    """Any record comes back as it was."""
    assert from_json(to_json(record)) == record
