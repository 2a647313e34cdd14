"""Channels and occasions of labelled news, occasions and venues of mission reports: found, on the same words.

The scorers beside the corpora leave these fields out. A channel of the gold is found when its statement is
(contents share 60 % of their characters) and a channel or occasion was given whose evidence shares words with
it: the labels do not part the two. What is given where the gold has none counts against precision, though
much of it is right: labels rarely carry an occasion on as far as the text does.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bench.corpora import DATA, extracted, needed, rows
from bench.figures import Figure

SAME = (
    0.6  # share of characters two contents have in common when they are one statement; as the scorers have it
)
MISSION = {"occasion": "occasion_evidence", "venue": "venue_span"}  # the field, the gold's key of its words


def settings() -> Iterator[Figure]:
    """F1 of channels on news dev, of occasions and venues on the mission reports."""
    gold = list(rows(needed(DATA / "news/dev.jsonl")))
    yield f1("settings: channel F1, news dev", list(_news(gold, _records("news/dev.jsonl"))))
    mission = json.loads(needed(DATA / "mission/gold.json").read_text(encoding="utf-8"))["documents"]
    for field, words in MISSION.items():
        pairs = list(_mission(mission, _records("mission"), field, words))
        yield f1(f"settings: {field} F1, mission", pairs)


def f1(name: str, pairs: Sequence[tuple[bool, bool, bool]]) -> Figure:
    """From whether the gold has one, whether one was given, and whether that is right."""
    wanted, given, right = (sum(pair[n] for pair in pairs) for n in range(3))
    return Figure(name, 2 * right / (wanted + given) if wanted + given else None, wanted)


def _news(gold: Iterable[Any], records: dict[str, Any]) -> Iterator[tuple[bool, bool, bool]]:
    for document in gold:
        record = records[document["id"].replace("/", "_") + ".txt"]
        for statement, found in matched(document["attributions"], record["attributions"]):
            channel = statement["channel"] or {}
            given = [found[field] for field in ("channel", "occasion") if found[field]]
            yield judged(channel.get("evidence"), bool(channel), given)


def _mission(
    gold: Iterable[Any], records: dict[str, Any], field: str, words: str
) -> Iterator[tuple[bool, bool, bool]]:
    for document in gold:
        if document["file"] in records:
            found = records[document["file"]]["attributions"]
            for statement, a in matched(document["statements"], found):
                given = [a[field]] if a[field] else []
                yield judged(statement.get(words), bool(statement.get(field)), given)


def judged(words: Any, wanted: bool, given: Sequence[Any]) -> tuple[bool, bool, bool]:
    """A setting is right where the gold has one whose words it shares, if the gold says which words."""
    evidence = [e for setting in given for e in setting["evidence"] if e["start"] is not None]
    shares = not words or bool(_characters(_ranges(words)) & _characters(evidence))
    return wanted, bool(given), wanted and bool(given) and shares


def matched(gold: Iterable[Any], found: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Statements of the gold with the ones found, speech and writing only, best first, one to one."""
    ours = [(a, _characters(a["content"])) for a in found if a["mode"] != "thought"]
    wanted = [(g, _characters(_ranges(g["content"]))) for g in gold if g.get("mode") != "thought"]
    shared = (
        (len(x & y) / len(x | y), i, j) for i, (_, x) in enumerate(wanted) for j, (_, y) in enumerate(ours)
    )
    taken: tuple[set[int], set[int]] = set(), set()
    for share, i, j in sorted(shared, reverse=True):
        if share >= SAME and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield wanted[i][0], ours[j][0]


def _records(corpus: str) -> dict[str, Any]:
    found = rows(extracted(corpus).records)
    return {str(r["article"]["path"]).rpartition("/")[2]: r for r in found}  # type: ignore[index]


def _ranges(words: Any) -> list[dict[str, int]]:
    pairs = words if isinstance(words[0], list) else [words]
    return [{"start": start, "end": end} for start, end in pairs]


def _characters(spans: Iterable[Any]) -> frozenset[int]:
    return frozenset(at for s in spans for at in range(s["start"], s["end"]))
