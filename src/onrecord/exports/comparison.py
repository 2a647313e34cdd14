"""A comparison as JSON, one object with everything or an utterance a line; and back."""

from collections.abc import Iterator

from onrecord.across.comparison import Comparison, Somebody
from onrecord.exports.jsonl import as_line, fields_of, read_back


def to_json(comparison: Comparison) -> str:
    """One line: every key in the order of the fields; the articles are as `extract` prints them."""
    return as_line(comparison, _keys)


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
