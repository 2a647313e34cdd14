"""The gate: when a floor holds, when one miss is forgiven, and what counts as an unsound span."""

import json
from pathlib import Path

import pytest

from bench import gate, own_gold, slices
from bench.figures import Figure, Floor, judged

CASES = [
    ("reached", Figure("f", 0.85, 100), Floor(0.85), "PASS"),
    ("missed", Figure("f", 0.849, 100), Floor(0.85), "FAIL"),
    ("few, one short, named", Figure("f", 0.5, 4, ("002:S9",)), Floor(0.75), "PASS"),
    ("few, one short, not named", Figure("f", 0.5, 4), Floor(0.75), "FAIL"),
    ("few, two short, named", Figure("f", 0.25, 4, ("002:S9", "003:S1")), Floor(0.75), "FAIL"),
    ("ten, one short, named", Figure("f", 0.7, 10, ("002:S9",)), Floor(0.75), "FAIL"),
    ("within the limit", Figure("f", 0, 30), Floor(0, limit=True), "PASS"),
    ("over the limit", Figure("f", 1, 30), Floor(0, limit=True), "FAIL"),
    ("nothing to measure", Figure("f", None, 0), Floor(0.5), "FAIL"),
]


@pytest.mark.parametrize(
    ("figure", "floor", "verdict"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_floor_holds_or_does_not(figure: Figure, floor: Floor, verdict: str) -> None:
    """A floor is met or missed; on fewer than ten cases one named miss is forgiven."""
    assert judged(figure, floor).verdict == verdict


def test_a_forgiven_miss_is_named() -> None:
    """The table says which case was missed."""
    assert "002:S9" in judged(Figure("f", 0.5, 4, ("002:S9",)), Floor(0.75)).remark


def test_every_floor_belongs_to_a_measure() -> None:
    """No floor stands in the file that no measure could ever look at."""
    book = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    names = [*book["at_least"], *book["at_most"]]
    assert [name for name in names if not name.startswith(tuple(gate.MEASURES))] == []


def test_a_span_that_is_not_in_the_text_is_seen(tmp_path: Path) -> None:
    """One wrong offset anywhere in a record is one unsound span, with the way to it."""
    record = {
        "article": {"id": "x", "path": "a.txt", "text": "“We leave.”", "zones": [{"start": 0, "end": 11}]},
        "attributions": [{"content": [{"start": 1, "end": 10, "text": "We leave."}], "cue": []}],
        "flags": [{"evidence": [{"article": "x", "place": "text", "start": 0, "end": 3, "text": "We"}]}],
    }
    (tmp_path / "r.jsonl").write_text(json.dumps(record), encoding="utf-8")
    figure = slices.measured("corpus", tmp_path / "r.jsonl")
    assert (figure.n, figure.misses) == (3, ("a.txt .flags[0].evidence[0]",))


def test_a_blank_is_the_only_thing_outside_zones(tmp_path: Path) -> None:
    """A character that no zone covers is unsound."""
    record = {"article": {"id": "x", "path": "a.txt", "text": "ab c", "zones": [{"start": 0, "end": 2}]}}
    (tmp_path / "r.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert slices.measured("corpus", tmp_path / "r.jsonl").misses == ("a.txt zones",)


def test_gold_without_offsets_is_found_by_the_words_around_it() -> None:
    """Of two places with the same words, the one with the gold's neighbours is meant."""
    span = {"start": None, "end": None, "text": "We leave", "prefix": "then: “", "suffix": ",” she"}
    text = "“We leave now,” he said, and then: “We leave,” she said."
    assert own_gold.placed(span, text) == (36, 44)
