"""What worker processes do with one item for `onrecord extract`: its record, as the line to be printed."""

from dataclasses import dataclass, replace

from onrecord.exports import jsonl
from onrecord.pipeline import Outcome, attempt, killed
from onrecord.readers.item import Item, Passed


@dataclass(frozen=True, slots=True)
class Printed:
    """An outcome without its record, and that record as a line of JSON: less to hand on between processes."""

    outcome: Outcome
    line: str | None = None


def done(item: Item | Passed, *, largest: int) -> Printed:
    """Read one item, find its statements, write them as a line."""
    outcome = attempt(item, largest=largest)
    line = None if outcome.found is None else jsonl.to_json(outcome.found)
    return Printed(replace(outcome, found=None), line)


def died(item: Item | Passed) -> Printed:
    """The same for an item whose process was killed."""
    return Printed(killed(item))
