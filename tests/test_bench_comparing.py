"""How comparing is measured: an invented pile, the same every time; growth as an exponent."""

from dataclasses import fields, is_dataclass
from itertools import islice

import pytest

from bench.comparing import Run, exponent
from bench.pile import Pile
from onrecord.record import Span


def spans(thing: object) -> list[Span]:
    """All spans anywhere in a record."""
    if isinstance(thing, Span):
        return [thing]
    inner = [getattr(thing, f.name) for f in fields(thing)] if is_dataclass(thing) else thing
    return [span for one in inner for span in spans(one)] if isinstance(inner, list | tuple) else []


def test_every_span_of_the_pile_slices_to_its_text() -> None:
    """Statements, figures, dates and everybody in them."""
    for record in islice(Pile().records(1000), 20):
        text = record.article.text
        found = spans(record)
        assert len(found) > 30
        assert all(text[one.start : one.end] == one.text for one in found)


def test_the_pile_is_the_same_every_time() -> None:
    """And as large as asked for."""
    first, second = (list(Pile().records(200)) for _ in range(2))
    assert first == second
    assert 200 <= sum(len(one.attributions) for one in first) < 210


def test_growth_is_told_as_an_exponent() -> None:
    """Ten times the time for ten times the attributions is 1."""
    runs = [Run(n, 0, 0, 0, 0, 0.0, n / 1000, 0.0, 0.0, {}) for n in (10_000, 30_000, 100_000)]
    assert exponent(runs) == pytest.approx(1)
