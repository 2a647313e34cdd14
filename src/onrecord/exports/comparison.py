"""A comparison as JSON, one object with everything or an utterance a line; and back."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from onrecord.across.comparison import Comparison, Somebody
from onrecord.exports.jsonl import as_line, fields_of, read_back
from onrecord.record import MadeWith


def to_json(comparison: Comparison) -> str:
    """One line: every key in the order of the fields; the articles are as `extract` prints them."""
    return as_line(comparison, _keys)


def in_pieces(comparison: Comparison) -> Iterator[str]:
    """The same line bit by bit, so that it need not be in memory as a whole."""
    lists = (field.name for field in fields(comparison) if field.name not in ("version", "made_with"))
    told = ((name, map(line_of, getattr(comparison, name))) for name in lists)
    return pieces(comparison.version, comparison.made_with, told)


def pieces(version: int, made_with: MadeWith, lists: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """The same line bit by bit, for a comparison that need not be in memory: its lists, as lines of JSON."""
    yield f'{{"version":{version},"made_with":{as_line(made_with)}'
    for key, lines in lists:
        yield f',"{key}":['
        for number, line in enumerate(lines):
            yield f",{line}" if number else line
        yield "]"
    yield "}"


def line_of(part: object) -> str:
    """A part of a comparison as it stands in the whole."""
    return as_line(part, _keys)


def from_json(line: str) -> Comparison:
    """The comparison a line of `to_json` was made from; keys added by later releases are left aside."""
    return read_back(Comparison, line, what="comparison", command="compare")


def to_jsonl(comparison: Comparison) -> Iterator[str]:
    """Each utterance as a line; the articles are not repeated."""
    return (as_line(one) for one in comparison.utterances)


def _keys(thing: object) -> dict[str, object]:
    """The registries somebody is in are an object, by the registry's name."""
    found = fields_of(thing)
    return found | {"same_as": dict(thing.same_as)} if isinstance(thing, Somebody) else found
