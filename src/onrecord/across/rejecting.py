"""Statements that a person says are none: they go, and what pointed at them points past them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from onrecord.record import Attribution, ChainLink, Flag, Record


def without(record: Record, rejected: Collection[str]) -> Record:
    """The record without some of its attributions; the others keep their ids."""
    if not rejected:
        return record
    gone = {one.id: one for one in record.attributions if one.id in rejected}
    kept = (one for one in record.attributions if one.id not in gone)
    figures = (
        replace(one, according_to=_past(one.according_to, gone, "nested_in")) for one in record.figures
    )
    flags = (_flag(one, gone) for one in record.flags)
    return replace(
        record,
        attributions=tuple(_pointed(one, gone) for one in kept),
        figures=tuple(figures),
        flags=tuple(one for one in flags if one is not None),
    )


def _pointed(one: Attribution, gone: Mapping[str, Attribution]) -> Attribution:
    return replace(
        one,
        nested_in=_past(one.nested_in, gone, "nested_in"),
        continues=_past(one.continues, gone, "continues"),
        chain=tuple(_link(link, gone) for link in one.chain),
    )


def _past(id_: str | None, gone: Mapping[str, Attribution], field: str) -> str | None:
    """The next one that is still there: around it, or before it."""
    while id_ is not None and id_ in gone:
        id_ = getattr(gone[id_], field)
    return id_


def _link(link: ChainLink, gone: Mapping[str, Attribution]) -> ChainLink:
    """Who passed words on did so, whether or not that is a statement of its own."""
    return replace(link, attribution=None) if link.attribution in gone else link


def _flag(flag: Flag, gone: Mapping[str, Attribution]) -> Flag | None:
    """A flag about nothing but what is gone goes too."""
    left = tuple(id_ for id_ in flag.attributions if id_ not in gone)
    return None if flag.attributions and not left else replace(flag, attributions=left)
