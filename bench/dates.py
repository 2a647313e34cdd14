"""Dates: the traps of the mission reports, planted conflicts, and false alarms in articles that have none.

A conflict counts as found when a flag of its kind shows one of its words; four may be called another kind.
Half of the planted ones is never looked at for errors, so their misses are not named.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.corpora import DATA, ROOT, extracted, needed, rows
from bench.figures import Figure
from onrecord.pipeline import extract_one
from onrecord.readers import read_bytes
from onrecord.record import Article, DateReport, Evidence, Flag, Record
from onrecord.tagger import load

GOLD = ROOT / "bench" / "gold"
KINDS = ("metadata-vs-content", "weekday-vs-date", "date-differs")
ALSO = {  # what a fair reader could call it as well (bench/gold/README.md)
    "conflict-07": "weekday-vs-date",
    "conflict-15": "date-differs",
    "conflict-21": "metadata-vs-content",
    "conflict-26": "metadata-vs-content",
}


def dates() -> Iterator[Figure]:
    """Expressions of the mission reports that are easily dated wrong: right, or left open."""
    gold = json.loads((needed(DATA / "mission") / "gold.json").read_text(encoding="utf-8"))
    records = {str(r["article"]["path"])[:3]: r for r in _rows(extracted("mission").records)}
    traps = gold["date_traps"]
    wrong = [trap["id"] for trap in traps if not _is_safe(trap, records[trap["doc"]])]
    yield Figure("dates: mission traps right or open", 1 - len(wrong) / len(traps), len(traps), tuple(wrong))


def _rows(path: Path) -> Iterator[Any]:
    return iter(rows(needed(path)))


def _is_safe(trap: dict[str, Any], record: dict[str, Any]) -> bool:
    start, end = trap["span"]
    here = [d["on"] for d in record["dates"] if d["span"]["start"] < end and start < d["span"]["end"]]
    return all(_is_open(on) or str(trap["right"]).startswith(on["value"]) for on in here)


def _is_open(on: dict[str, Any]) -> bool:
    return on["value"] is None or on["value"].startswith("X")


def conflicts() -> Iterator[Figure]:
    """What was planted and found, by half; false alarms in articles without a conflict."""
    gold = [row for row in _rows(GOLD / "conflicts.jsonl") if row["conflicts"]]
    found = {row["id"]: _flags(_record(row["text"], row["published"], row["updated"])) for row in gold}
    for half in ("open", "held"):
        yield _found(f"conflicts: found, {half} half", [r for r in gold if r["half"] == half], found, half)
    yield _found("conflicts: found", gold, found, "held")
    yield _alarms("conflicts: false alarms in look-alikes", _look_alikes())
    yield _alarms("conflicts: false alarms in clean articles", _clean())


def _found(name: str, gold: Sequence[Any], found: dict[str, list[Flag]], half: str) -> Figure:
    planted = [(row, conflict) for row in gold for conflict in row["conflicts"]]
    missed = [row["id"] for row, conflict in planted if not _is_found(row, conflict, found[row["id"]])]
    share = 1 - len(missed) / len(planted)
    return Figure(name, share, len(planted), tuple(missed) if half == "open" else ())


def _is_found(row: Any, conflict: Any, flags: Sequence[Flag]) -> bool:
    kinds = {conflict["kind"], ALSO.get(row["id"])}
    shown = [(e.start, e.end) for f in flags if f.kind in kinds for e in f.evidence if e.start is not None]
    return any(s < end and start < (e or 0) for s, e in shown for start, end in conflict["spans"])


def _alarms(name: str, articles: Iterable[tuple[str, Record]]) -> Figure:
    told = [(number, _flags(record)) for number, record in articles]
    false = [number for number, flags in told if flags]
    return Figure(name, len(false), len(told), tuple(false))


def _look_alikes() -> Iterator[tuple[str, Record]]:
    for row in _rows(GOLD / "conflicts.jsonl"):
        if not row["conflicts"]:
            yield row["id"], _record(row["text"], row["published"], row["updated"])


def _clean() -> Iterator[tuple[str, Record]]:
    """The articles of corpora that were read and found free of conflicts beforehand."""
    wanted = {(row["file"], row["id"]): row for row in _rows(GOLD / "clean.jsonl")}
    for file in dict.fromkeys(file for file, _ in wanted):
        for row in _rows(DATA / file):
            clean = wanted.get((file, row["id"]))
            text = row["text"]
            if clean and hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest() == clean["sha256"]:
                yield row["id"], _record(text, clean["published"], None)


def _record(text: str, published: str | None, updated: str | None) -> Record:
    """The record of a text with these dates in its page's metadata."""
    article = read_bytes(text.encode(errors="surrogatepass"), name=None).article
    article = replace(
        article,
        analysed=True,
        published_on=_stated(article, "json-ld datePublished", published),
        updated_on=_stated(article, "json-ld dateModified", updated),
    )
    return extract_one(article, tagger=load("trained"), reader=None)


def _stated(article: Article, place: str, value: str | None) -> DateReport:
    if value is None:
        return DateReport()
    return DateReport(value, None, "metadata", None, (Evidence(article.id, place, None, None, value),))


def _flags(record: Record) -> list[Flag]:
    return [flag for flag in record.flags if flag.kind in KINDS]
