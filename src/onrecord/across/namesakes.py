"""Entities of several articles that have one name, as one somebody each."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.across.comparison import Somebody
from onrecord.record import Entity, Reason, Record

NAME = 1.0  # the name is letter for letter the same


def somebodies(records: Iterable[Record]) -> tuple[Somebody, ...]:
    """By id; one not named ("a spokesman") is nobody else, a named one all of its name and kind."""
    same: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for record in records:
        for one in record.entities:
            same[(one.name.casefold(), one.kind or "") if one.named else ("", one.id)].append(one)
    return tuple(sorted((_somebody(some) for some in same.values()), key=lambda one: one.id))


def _somebody(some: list[Entity]) -> Somebody:
    ordered = sorted(some, key=lambda one: one.id)
    first, ids = ordered[0], tuple(one.id for one in ordered)
    reasons = (Reason("members", "rule", "same name", (), NAME),) if len(ids) > 1 else ()
    return Somebody(first.id, first.name, first.kind, first.named, (), (), ids, reasons)
