"""Figures on the gold of our own (bench/gold): examples/, and articles nobody looked at for errors.

The gold is in the record format. In pages its spans have no offsets but the words around them, because
offsets there depend on the reader: they are looked up in the text as it was read. What is marked `borderline`
is neither asked for nor held against a record that has it. The `held` half is scored and never shown.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.corpora import OUT, ROOT, extract, needed, rows
from bench.figures import Figure

GOLD = ROOT / "bench" / "gold"
SAME = 0.6  # Jaccard of the characters of two contents, as in the scorers beside the corpora
MOST = 0.8  # of a content inside a gold one: split differently, not wrong


FIELDS = ("speaker", "cue", "form", "mode", "nested")


@dataclass(slots=True)
class Tally:
    """What was found of one set of gold articles."""

    core: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    alike: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    traps: int = 0
    traps_taken: list[str] = field(default_factory=list)
    furniture: int = 0
    leaks: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def examples() -> Iterator[Figure]:
    """The articles in examples/, which everybody looks at."""
    records = _by_path(extract(ROOT / "examples", "examples").records)
    yield from _figures("examples", [(row, records) for row in rows(needed(GOLD / "examples.jsonl"))])


def unseen() -> Iterator[Figure]:
    """Articles written for judging: half of them may be looked at for errors, the other half is held back."""
    gold = list(rows(needed(GOLD / "unseen.jsonl")))
    records = _records(gold, "unseen")
    for half in ("open", "held"):
        yield from _figures(f"unseen, {half} half", [(row, records) for row in gold if row["half"] == half])


def hard() -> Iterator[Figure]:
    """Hard passages by kind: one figure each, and one for the half that is never looked at for errors."""
    gold = list(rows(needed(GOLD / "hard.jsonl")))
    records = _records(gold, "hard")
    kinds = sorted({str(row["kind"]) for row in gold})
    for kind in kinds:
        yield _f1(f"hard, {kind}: F1", [row for row in gold if row["kind"] == kind], records)
    yield _f1("hard, held half: F1", [row for row in gold if row["half"] == "held"], records)
    yield _f1("hard, all: F1", gold, records)


def _f1(name: str, gold: list[Any], records: dict[str, Any]) -> Figure:
    """Recall and precision of the contents in one figure; n is the number asked for."""
    tally = Tally()
    for row in gold:
        _count(tally, row, records.get(_file(row)))
    recall, precision = _share(tally.found, tally.core) or 0.0, _share(tally.right, tally.given) or 0.0
    both = recall + precision
    return Figure(name, 2 * recall * precision / both if both else 0.0, tally.core)


def _records(gold: list[Any], name: str) -> dict[str, Any]:
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    for row in gold:
        (folder / _file(row)).write_text(row["text"], encoding="utf-8", newline="")
    return _by_path(extract(folder, name).records)


def _file(row: Any) -> str:
    return str(row.get("path") or str(row["id"]).replace("/", "_") + ".txt")


def _by_path(records: Path) -> dict[str, Any]:
    with records.open(encoding="utf-8") as lines:
        return {record["article"]["path"]: record for record in map(json.loads, lines)}


def _figures(name: str, articles: list[tuple[Any, dict[str, Any]]]) -> Iterator[Figure]:
    tally = Tally()
    for row, records in articles:
        _count(tally, row, records.get(_file(row)))
    shown = "held" not in name  # the names of misses on the held half would be looked at
    yield Figure(
        f"{name}: recall", _share(tally.found, tally.core), tally.core, tuple(tally.missed) if shown else ()
    )
    yield Figure(f"{name}: precision", _share(tally.right, tally.given), tally.given)
    for key in FIELDS:
        yield Figure(f"{name}: {key}", _share(tally.alike[key], tally.found), tally.found)
    for key, n, all_of_it in (
        ("furniture leaks", tally.furniture, tally.leaks),
        ("traps taken", tally.traps, tally.traps_taken),
    ):
        yield Figure(f"{name}: {key}", len(all_of_it), n, tuple(all_of_it) if shown else ())


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _count(tally: Tally, gold: Any, record: Any) -> None:
    """Lay the gold of one article beside what was found in it."""
    labels = gold["attributions"]
    tally.core += sum(not _is_soft(one) for one in labels)
    tally.traps += len(gold["not_statements"])
    tally.furniture += len(gold["furniture"])
    if record is None:
        return
    text = record["article"]["text"]
    found = [one for one in record["attributions"] if one["mode"] != "thought"]
    golden = [_characters(one["content"], text) for one in labels]
    contents = [_characters(one["content"], text) for one in found]
    pairs = _pairs(golden, contents, soft={n for n, one in enumerate(labels) if _is_soft(one)})
    _count_found(tally, gold, {n: found[m] for n, m in pairs.items()}, text)
    _count_given(tally, contents, golden, {m for n, m in pairs.items() if _is_soft(labels[n])})
    _count_false(tally, gold, contents, text)


def _count_found(tally: Tally, gold: Any, found: dict[int, Any], text: str) -> None:
    for number, one in enumerate(gold["attributions"]):
        if _is_soft(one):
            continue
        if number in found:
            tally.found += 1
            _compare(tally, one, found[number], text)
        else:
            tally.missed.append(f"{_file(gold)} {one['id']}")


def _count_given(tally: Tally, contents: list[set[int]], golden: list[set[int]], soft: set[int]) -> None:
    """A content is right when it is a gold one, or most of it lies inside one."""
    hard = [content for number, content in enumerate(contents) if number not in soft]
    tally.given += len(hard)
    tally.right += sum(any(_same(a, b) or _inside(a, b) for b in golden) for a in hard)


def _count_false(tally: Tally, gold: Any, contents: list[set[int]], text: str) -> None:
    """Contents that were taken out of furniture, or are what looks like a statement and is none."""
    for trap in gold["not_statements"]:
        if any(_same(content, _characters([trap], text)) for content in contents):
            tally.traps_taken.append(f"{_file(gold)} {trap['text'][:40]!r}")
    for part in gold["furniture"]:
        if any(content & _characters([part], text) for content in contents):
            tally.leaks.append(f"{_file(gold)} {part['text'][:40]!r}")


def _same(a: set[int], b: set[int]) -> bool:
    return bool(a & b) and len(a & b) / len(a | b) >= SAME


def _inside(a: set[int], b: set[int]) -> bool:
    return len(a & b) >= MOST * max(len(a), 1)


def _is_soft(one: Any) -> bool:
    """Whether it is neither asked for nor held against a record."""
    return bool(one["borderline"]) or one["mode"] == "thought"


def _pairs(golden: list[set[int]], found: list[set[int]], *, soft: set[int]) -> dict[int, int]:
    """Contents that are the same, best first, one to one; of equals what is asked for goes first."""
    scored = sorted(
        (
            (len(a & b) / len(a | b), i not in soft, i, j)
            for i, a in enumerate(golden)
            for j, b in enumerate(found)
            if a & b
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for share, _, i, j in scored:
        if share >= SAME and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _compare(tally: Tally, gold: Any, found: Any, text: str) -> None:
    tally.alike["speaker"] += _overlap(_mentions(gold), _mentions(found), text)
    tally.alike["cue"] += _overlap(gold["cue"], found["cue"], text)
    tally.alike["form"] += gold["form"] == found["form"]
    tally.alike["mode"] += gold["mode"] == found["mode"]
    tally.alike["nested"] += bool(gold["nested_in"]) == bool(found["nested_in"])


def _mentions(one: Any) -> list[Any]:
    return [span for party in one["speakers"] for span in party["mention"]]


def _overlap(gold: list[Any], found: list[Any], text: str) -> bool:
    a, b = _characters(gold, text), _characters(found, text)
    return bool(a & b) or not a and not b


def _characters(spans: list[Any], text: str) -> set[int]:
    return {at for span in spans for at in range(*placed(span, text))}


def placed(span: Any, text: str) -> tuple[int, int]:
    """Where a span stands; one without offsets where the words around it fit best."""
    if span["start"] is not None:
        return span["start"], span["end"]
    words, start = span["text"], -1
    places = []
    while (start := text.find(words, start + 1)) >= 0:
        places.append(start)
    if not places:
        return 0, 0
    best = max(places, key=lambda at: _fit(text, at, at + len(words), span))
    return best, best + len(words)


def _fit(text: str, start: int, end: int, span: Any) -> int:
    """How many characters of the words before and after agree."""
    before = zip(reversed(text[:start]), reversed(span["prefix"]), strict=False)
    behind = zip(text[end:], span["suffix"], strict=False)
    return _run(before) + _run(behind)


def _run(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for a, b in pairs:
        if a != b:
            break
        count += 1
    return count
