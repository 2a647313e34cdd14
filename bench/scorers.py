"""Figures from the scorers that lie beside the corpora: PolNeAR, labelled news, mission reports."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.corpora import DATA, OUT, SHARED, extracted, needed, rows
from bench.figures import SMALL, Figure

POLNEAR_LINE = re.compile(r"(?P<label>\w+): P \S+ R \S+ F1 (?P<f1>\S+)  \(\d+/\d+/(?P<gold>\d+)\)")
LABELS = ("whole", "content", "relaxed", "speaker", "cue")
ALTERED = re.compile(r"documents (?P<documents>\d+), missing or altered (?P<altered>\d+)")


def polnear() -> Iterator[Figure]:
    """Exact and relaxed F1 on the dev split of PolNeAR."""
    printed = polnear_scores(extracted("polnear/dev.jsonl").records)
    yield from (f1(f"polnear dev: {label} F1", printed, label) for label in LABELS)
    texts = ALTERED.search(printed)
    assert texts, printed
    yield Figure("polnear dev: texts altered", int(texts["altered"]), int(texts["documents"]))


def polnear_scores(records: Path) -> str:
    """What PolNeAR's scorer prints of records of its dev split."""
    return _score("score_polnear.py", needed(DATA / "polnear/dev.jsonl"), records)


def f1(name: str, printed: str, label: str) -> Figure:
    """One of the figures it printed."""
    line = next(line for line in POLNEAR_LINE.finditer(printed) if line["label"] == label)
    return Figure(name, float(line["f1"]) / 100, int(line["gold"]))


NEWS = (  # the scorer's keys
    "core_recall",
    "core_precision",
    "relaxed_f1",
    "speaker_mention",
    "party",
    "form",
    "mode",
    "nested_f1",
    "chain_f1",
    "addressee_f1",
    "said_on",
)


def news() -> Iterator[Figure]:
    """Core recall and precision and the fields of what was found, on labelled international news."""
    gold, records = needed(DATA / "news/dev.jsonl"), extracted("news/dev.jsonl").records
    scores = json.loads(_score("score_news.py", gold, records, "--json"))
    (OUT / "news-dev.misses.txt").write_text(_score("score_news.py", gold, records, "-v"), encoding="utf-8")
    found = round((scores["core_recall"] or 0) * scores["core"])
    given = sum(a["mode"] != "thought" for row in rows(records) for a in _list(row["attributions"]))
    counts = {"core_recall": scores["core"], "core_precision": given, "relaxed_f1": scores["core"]}
    counts |= _labelled([a for row in rows(gold) for a in _list(row["attributions"])])
    for key in NEWS:
        yield Figure(f"news dev: {key.replace('_', ' ')}", scores[key], counts.get(key, found))
    yield Figure("news dev: wrong days", scores["wrong_days"], found)
    yield Figure("news dev: texts altered", scores["missing_or_altered"], scores["documents"])


def _labelled(attributions: list[Any]) -> dict[str, int]:
    """How many gold labels the F1 of a field and the share of dated ones are about."""
    said = [a for a in attributions if a["mode"] != "thought"]
    return {
        "nested_f1": sum(bool(a.get("nested_in")) for a in said),
        "chain_f1": sum(len(a.get("chain") or ()) for a in said if not a.get("nested_in")),
        "addressee_f1": sum(len(a.get("addressees") or ()) for a in said),
        "said_on": sum(bool(a.get("said_on")) for a in said),
    }


MISSION = {  # name here: the scorer's key, its count, the key of a gold statement it looks at
    "recall": ("recall_core", "core", None),
    "precision": ("precision", "pred", None),
    "cue": ("cue", "cue_n", "cue"),
    "form": ("form", "form_n", None),
    "right party": ("speaker", "spk_n", None),
    "chain": ("chain", "chain_n", "chain"),
    "addressee": ("addressee", "addr_n", None),
    "said on": ("said_on", "date_n", None),
    "figures": ("figures", "fig_n", None),
    "figures, giver": ("figures_according_to", "fig_acc_n", None),
    "nested": ("nested", "nest_n", "parent"),
    "headline": ("headline", "head_n", "in_headline"),
    "brackets": ("brackets", "brk_n", "bracketed_insertions"),
    "verbatim": ("verbatim", "verb_n", None),
}


def mission() -> Iterator[Figure]:
    """Two reports of the kind this is built for, against full hand gold."""
    folder = needed(DATA / "mission")
    records = extracted("mission").records
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    scores = _mission_scores(records, folder)
    verbose = _score("score_extract.py", records, "--gold", folder, "-v")
    (OUT / "mission.misses.txt").write_text(verbose, encoding="utf-8")
    for name, (key, count, field) in MISSION.items():
        few = field and scores["counts"][count] < SMALL and (scores[key] or 0) < 1
        misses = _missed(gold, key, count, field, partial(_with_gold, records, folder)) if few else ()
        yield Figure(f"mission: {name}", scores[key], scores["counts"][count], tuple(misses))
    yield Figure("mission: wrong days", scores["wrong_days"], scores["counts"]["date_n"])
    yield Figure("mission: furniture leaks", scores["furniture_leaks"], scores["counts"]["fur_n"])
    yield Figure("mission: traps taken", scores["traps_taken"], scores["traps"])


def _missed(gold: Any, key: str, count: str, field: str, scored: Callable[[Any], Any]) -> Iterator[str]:
    """The gold statements missed in one field: taking that field out costs the scorer a case, but no hit."""
    before = scored(gold)
    for document in gold["documents"]:
        for statement in (one for one in document["statements"] if one.get(field)):
            kept, statement[field] = statement[field], None
            after = scored(gold)
            statement[field] = kept
            if after["counts"][count] < before["counts"][count] and _hits(after, key, count) == _hits(
                before, key, count
            ):
                yield f"{document['file'][:3]}:{statement['id']}"


def _hits(scores: Any, key: str, count: str) -> int:
    return round((scores[key] or 0) * scores["counts"][count])


def _with_gold(records: Path, folder: Path, gold: Any) -> Any:
    """The scores against a changed copy of the gold."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        (copy / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
        for text in folder.glob("*.txt"):
            (copy / text.name).symlink_to(text)
        return _mission_scores(records, copy)


def _mission_scores(records: Path, folder: Path) -> Any:
    return json.loads(_score("score_extract.py", records, "--gold", folder, "--json"))


def _score(scorer: str, *arguments: object) -> str:
    """What a scorer prints."""
    path = needed(SHARED / "score" / scorer)
    command = [sys.executable, str(path), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def _list(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value
