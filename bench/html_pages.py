"""How well saved pages are read: text, captions and credits, publication dates, zones, time per page.

python bench/html_pages.py [DATA]        DATA: where the corpora lie, else $ONRECORD_DATA, else ../shared/data
"""

import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import trafilatura

from onrecord.errors import ReadError
from onrecord.readers.html.reading import read
from onrecord.readers.page import Page
from onrecord.readers.timestamps import moment

Row = tuple[str, float, int, float | None]  # name, value, n, floor (a ceiling where the name says "wrong")

CORPORA = {"html_fundus": "gold_share.jsonl", "html_scrapinghub": "gold.jsonl"}
WORD = re.compile(r"\w+")
ENOUGH = 0.8  # of a gold caption's or credit's words inside one zone's kind
PICTURES_FLOOR = 0.9
WRONG_DATES = 3


@dataclass(frozen=True)
class Case:
    """One page with its gold and what was read from it."""

    name: str
    gold: dict[str, object]
    page: Page | None
    plain: str
    seconds: float
    plain_seconds: float


def measure(data: Path) -> list[Row]:
    """Every figure of the HTML reader on the corpora that are there."""
    rows: list[Row] = []
    for corpus in (name for name in CORPORA if (data / name).is_dir()):
        cases = list(_cases(data, corpus))
        rows += _texts(corpus, cases)
        rows += _covered(corpus, cases)
        if corpus == "html_fundus":
            rows += [
                *_pictures(corpus, cases, "caption"),
                *_pictures(corpus, cases, "credit"),
                *_dates(corpus, cases),
            ]
    return rows


def passes(row: Row) -> bool:
    """Whether a figure keeps its floor (its ceiling, for what is counted as wrong)."""
    name, value, _, floor = row
    return floor is None or (value <= floor if "wrong" in name else value >= floor)


@cache
def _golds(file: Path) -> tuple[dict[str, object], ...]:
    return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def _cases(data: Path, corpus: str) -> Iterator[Case]:
    for gold in _golds(data / corpus / CORPORA[corpus]):
        name = str(gold["file"])
        raw = gzip.decompress((data / corpus / "html" / name).read_bytes())
        begun = time.perf_counter()
        try:
            page = read(raw)
        except ReadError as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            page = None
        seconds = time.perf_counter() - begun
        begun = time.perf_counter()
        plain = trafilatura.extract(raw) or ""
        yield Case(name, gold, page, plain, seconds, time.perf_counter() - begun)


def _texts(corpus: str, cases: Iterable[Case]) -> list[Row]:
    cases = list(cases)
    rows: list[Row] = []
    for label, pooled in (("mean", False), ("pooled", True)):
        floor = _f1(cases, lambda case: case.plain, pooled=pooled)
        ours = _f1(cases, lambda case: zoned(case.page, "body", "subheading"), pooled=pooled)
        rows.append((f"{corpus} token-bag F1, {label}", ours, len(cases), floor))
        rows.append((f"{corpus} token-bag F1, {label}: trafilatura's plain text", floor, len(cases), None))
    mean = 1000 * sum(case.seconds for case in cases) / len(cases)
    plain = 1000 * sum(case.plain_seconds for case in cases) / len(cases)
    return [
        *rows,
        (f"{corpus} milliseconds a page", mean, len(cases), None),
        (f"{corpus} milliseconds a page: trafilatura's plain text", plain, len(cases), None),
    ]


def zoned(page: Page | None, *kinds: str) -> str:
    """The words of a page that stand in zones of these kinds."""
    return "\n".join(page.text[z.start : z.end] for z in page.zones if z.kind in kinds) if page else ""


def bag(text: str) -> Counter[str]:
    """Lower-cased words with their counts."""
    return Counter(WORD.findall(text.lower()))


def gold_text(gold: dict[str, object]) -> str:
    """The gold body, whichever way a corpus keeps it."""
    paragraphs = gold.get("paragraphs")
    return "\n".join(paragraphs) if isinstance(paragraphs, list) else str(gold["articleBody"])


def _f1(cases: Iterable[Case], text: Callable[[Case], str], *, pooled: bool) -> float:
    triples = []
    for case in cases:
        ours, gold = bag(text(case)), bag(gold_text(case.gold))
        triples.append((2 * (ours & gold).total(), ours.total() + gold.total()))
    if pooled:
        triples = [(sum(shared for shared, _ in triples), sum(size for _, size in triples))]
    return sum(shared / (size or 1) for shared, size in triples) / len(triples)


def _pictures(corpus: str, cases: Iterable[Case], kind: str) -> list[Row]:
    found = [_inside(gold, case.page, kind) for case in cases for gold in _strings(case.gold, f"{kind}s")]
    return [(f"{corpus} gold {kind}s in a {kind} zone", sum(found) / len(found), len(found), PICTURES_FLOOR)]


def _inside(gold: str, page: Page | None, kind: str) -> bool:
    words = bag(gold)
    zones = [bag(page.text[z.start : z.end]) for z in page.zones if z.kind == kind] if page else []
    return any((words & zone).total() >= ENOUGH * words.total() for zone in zones)


def _strings(gold: dict[str, object], name: str) -> list[str]:
    value = gold.get(name)
    return [str(item) for item in value] if isinstance(value, list) else []


def _dates(corpus: str, cases: Iterable[Case]) -> list[Row]:
    dated = [
        (case, datetime.fromisoformat(str(case.gold["published"])))
        for case in cases
        if case.gold["published"]
    ]
    none = sum(1 for case, _ in dated if not (case.page and case.page.published.value))
    wrong = [case.name for case, gold in dated if case.page and wrong_day(case.page.published.value, gold)]
    print("wrong dates:", *wrong, file=sys.stderr)
    return [
        (f"{corpus} wrong publication dates", len(wrong), len(dated), WRONG_DATES),
        (f"{corpus} publication date unknown", none, len(dated), None),
    ]


def wrong_day(value: str | None, gold: datetime) -> bool:
    """Whether a date names another day than the gold, compared in the gold's zone where both have one."""
    if value is None:
        return False
    read_at = moment(value)
    if read_at and gold.tzinfo:
        return read_at.astimezone(gold.tzinfo).date() != gold.date()
    return value[:10] != gold.date().isoformat()


def _covered(corpus: str, cases: Iterable[Case]) -> list[Row]:
    pages = [case.page for case in cases if case.page]
    return [
        (f"{corpus} pages whose zones slice and cover", sum(map(covers, pages)) / len(pages), len(pages), 1.0)
    ]


def covers(page: Page) -> bool:
    """Whether the zones are sorted, disjoint, inside the text and cover every character that is not blank."""
    at = 0
    for zone in page.zones:
        if not at <= zone.start < zone.end <= len(page.text) or page.text[at : zone.start].strip():
            return False
        at = zone.end
    return not page.text[at:].strip()


def main() -> int:
    data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ONRECORD_DATA", "../shared/data"))
    rows = measure(data)
    for row in rows:
        name, value, n, floor = row
        verdict = "" if floor is None else f"  {'PASS' if passes(row) else 'FAIL'} ({floor:.4g})"
        print(f"{name:70} {value:8.4g}  n={n}{verdict}")
    return 0 if all(map(passes, rows)) else 1


if __name__ == "__main__":
    sys.exit(main())
