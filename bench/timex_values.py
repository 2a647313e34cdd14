"""TIMEX3: the documents with their gold, and our values written as TIMEX3 writes them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from bench.corpora import DATA, needed, rows
from onrecord.dates.expression import Expression, Shift, Stretch, Vague
from onrecord.dates.resolved import Resolved

SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
SHAPES = {
    "day": r"\d{4}-\d\d-\d\d.*",
    "month": r"\d{4}-\d\d",
    "year": r"\d{4}",
    "week": r"\d{4}-W.*",
    "quarter": r"\d{4}-Q.",
    "half": r"\d{4}-H.",
    "season": r"\d{4}-[SFW][PUAI]",
    "decade": r"\d{2,3}",
    "reference": r".*_REF",
}


@dataclass(frozen=True, slots=True)
class Gold:
    """One TIMEX3 of a document."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its day and the expressions marked in it."""

    id: str
    text: str
    day: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What was found: a stretch and its TIMEX3 value; whether that is a date, not a duration or a set."""

    start: int
    end: int
    value: str | None
    is_date: bool = True


def read(corpus: str) -> list[Document]:
    """The documents of one file of the timex corpora."""
    return [_document(row) for row in rows(needed(DATA / corpus))]


def _document(row: dict[str, Any]) -> Document:
    gold = tuple(Gold(s, e, t.get("type", ""), t.get("value") or "") for s, e, t in row["timex"])
    return Document(row["id"], row["text"], str(row["dct"])[:10], gold)


def to_timex(expression: Expression, resolved: Resolved) -> str | None:
    """The value as TIMEX3 writes it."""
    says = expression.says
    if isinstance(says, Vague):
        return REFERENCES[says.tense]
    if isinstance(says, Shift | Stretch) and says.count is None:
        return "PAST_REF" if says.sign < 0 else "FUTURE_REF"
    if resolved.value is not None:
        return _from_edtf(resolved.value)
    if resolved.range is None or resolved.range[0] is None:
        return None
    first = date.fromisoformat(resolved.range[0]) if len(resolved.range[0]) == 10 else None
    if first is None:
        return None
    if resolved.grain in ("week", "weekend"):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if resolved.grain == "weekend" else "")
    if isinstance(says, Stretch) and says.unit == "year":
        return str(first.year) if says.sign < 0 else resolved.range[1][:4] if resolved.range[1] else None
    return None


def _from_edtf(value: str) -> str:
    year, _, rest = value.partition("-")
    if year.endswith("X") and not rest:
        return year.rstrip("X")
    number = int(rest) if len(rest) == 2 and rest.isdigit() else 0
    if number in SEASONS:
        return f"{year}-{SEASONS[number]}"
    if number > 32:
        return f"{year}-H{number - 39}" if number > 39 else f"{year}-Q{number - 32}"
    return value


def same(value: str | None, gold: str) -> bool:
    """Whether two TIMEX3 values are the same date; the time of day is another matter."""
    if value is None:
        return False
    gold = gold.split("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", gold) else gold
    if re.fullmatch(r"\d\dXX|\d{3}X", gold):
        gold = gold.rstrip("X")
    return value == gold or value.removesuffix("-WE") == gold.removesuffix("-WE")


def shape(value: str | None) -> str:
    """What kind of value it is: "day", "month", "week" …"""
    for name, pattern in SHAPES.items():
        if value is not None and re.fullmatch(pattern, value):
            return name
    return "nothing" if value is None else "other"
