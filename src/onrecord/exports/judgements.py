"""Judgements as JSON, one a line, and back."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.across.comparison import Judgement
from onrecord.across.judging import ID, checked, named
from onrecord.errors import OnRecordError
from onrecord.exports.jsonl import as_line, built

TEXT = ("kind", "who", "at")
TEXT_OR_NOTHING = ("note", "undoes")
OF_TARGETS = ("article", "place", "text", "prefix", "suffix")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Read:
    """One line: the judgement, or why it is none."""

    line: int
    judgement: Judgement | None
    why: str | None = None


def to_jsonl(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Each as a line, without the line's end."""
    return map(as_line, judgements)


def from_jsonl(lines: Iterable[str]) -> Iterator[Read]:
    """What each line says; empty ones say nothing. A line without an id gets the one it would have had."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(number, line)


def _read(number: int, line: str) -> Read:
    try:
        value = json.loads(_HALF.sub("\ufffd", json.dumps(json.loads(line), ensure_ascii=False)))
        _check_types(value)
        found = built(Judgement, {"id": "", "note": None, "undoes": None, "value": None} | value)
        found = checked(found if found.id else named(found))
        if not ID.fullmatch(found.id):
            raise ValueError(f"{found.id!r} is no id of a judgement")
    except (OnRecordError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        return Read(number, None, f"{error!r}" if isinstance(error, KeyError) else str(error))
    return Read(number, found)


def _check_types(value: object) -> None:
    """JSON can hold anything anywhere; what a judgement is made of is text, and numbers for places."""
    if not isinstance(value, dict):
        raise TypeError("it is no object")
    targets, fix = value["targets"], value.get("value")
    texts = [value[key] for key in TEXT] + [one[key] for one in targets for key in OF_TARGETS]
    texts += [value[key] for key in (*TEXT_OR_NOTHING, "id") if value.get(key) is not None]
    texts += [fix["field"], *fix["to"]] if fix is not None else []
    places = [one[key] for one in targets for key in ("start", "end") if one[key] is not None]
    if not all(isinstance(one, str) for one in texts) or not all(type(one) is int for one in places):
        raise TypeError("a text is no text, or a place no number")
