"""Contract 1 over every corpus: whatever a record says stands in the text can be sliced out of it.

Also: zones are sorted, disjoint and cover every non-blank character.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.corpora import PAGES, SAMPLE, TEXTS, MissingDataError, extracted
from bench.figures import Figure

WHOLE = ("mission", "news/dev.jsonl", "polnear/dev.jsonl")  # extracted whole for other figures of the gate
CORPORA = (*TEXTS, "mission", *PAGES)
NAMED = 5  # faults named per corpus; one is enough to fail


def slices(sample: int | None = SAMPLE) -> Iterator[Figure]:
    """The share of sound spans in each corpus; of a sample of its texts, or of all with None."""
    for corpus in CORPORA:
        try:
            yield measured(corpus, extracted(corpus, None if corpus in WHOLE else sample).records)
        except MissingDataError:
            continue  # the gate names every figure that has a floor and was not measured


def measured(corpus: str, records: Path) -> Figure:
    """The share of spans in a file of records that slice to their text."""
    total, bad = 0, []
    with records.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            spans = list(_spans(record))
            total += len(spans)
            bad += [f"{record['article']['path']} {where}" for where, sound in spans if not sound]
    share = 1 - len(bad) / total if total else None
    return Figure(f"spans sound: {name(corpus)}", share, total, tuple(bad[:NAMED]))


def name(corpus: str) -> str:
    return corpus.removesuffix(".jsonl").removesuffix("/html")


def _spans(record: Any) -> Iterator[tuple[str, bool]]:
    """Every span of a record, with the way to it and whether it is sound."""
    article = record["article"]
    yield from _walk(record, "", article["id"], article["text"])
    yield "zones", _zones_sound(article["text"], article["zones"])


def _walk(part: Any, way: str, article: str, text: str) -> Iterator[tuple[str, bool]]:
    if isinstance(part, list):
        for number, item in enumerate(part):
            yield from _walk(item, f"{way}[{number}]", article, text)
    elif isinstance(part, dict):
        start, end = part.get("start"), part.get("end")
        if start is not None and part.get("article", article) == article and "text" in part:
            yield way, 0 <= start < end <= len(text) and text[start:end] == part["text"]
        for key, value in part.items():
            yield from _walk(value, f"{way}.{key}", article, text)


def _zones_sound(text: str, zones: list[Any]) -> bool:
    bounds = [bound for zone in zones for bound in (zone["start"], zone["end"])]
    gaps = [text[a:b] for a, b in zip([0, *bounds[1::2]], [*bounds[::2], len(text)], strict=True)]
    return bounds == sorted(bounds) and not any(gap.strip() for gap in gaps)
