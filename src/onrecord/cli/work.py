"""What worker processes do with one item for `onrecord extract`: its record, as the line to be printed."""

from dataclasses import dataclass, replace

from onrecord.exports import jsonl
from onrecord.exports.confident import confident
from onrecord.people import ListFile
from onrecord.pipeline import Outcome, attempt, killed
from onrecord.readers.item import Item, Passed


@dataclass(frozen=True, slots=True)
class Printed:
    """An outcome without its record, and that record as a line of JSON: less to hand on between processes."""

    outcome: Outcome
    line: str | None = None
    left_out: int = 0  # statements less sure than was asked for


def done(
    item: Item | Passed,
    *,
    largest: int,
    tagger: str | None = None,
    people: ListFile | None = None,
    min_confidence: float = 0.0,
) -> Printed:
    """Read one item, find its statements, write those that are sure enough as a line."""
    outcome = attempt(item, largest=largest, tagger=tagger, people=people)
    if outcome.found is None:
        return Printed(outcome)
    kept = confident(outcome.found, min_confidence)
    return Printed(replace(outcome, found=None), jsonl.to_json(kept.record), kept.left_out)


def died(item: Item | Passed) -> Printed:
    """The same for an item whose process was killed."""
    return Printed(killed(item))
