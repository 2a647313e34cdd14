"""How many reports of one utterance the two mission reports are found to share, end to end."""

import re
import subprocess
import sys
from collections.abc import Iterator

from bench.corpora import DATA, OUT, SHARED, extracted, needed
from bench.figures import Figure
from onrecord import from_json
from onrecord.exports.comparison import to_json
from onrecord.pipeline import compare

FOUND = re.compile(r"variant_pairs_recall: \S+ \((\d+)/(\d+)\)")
FALSE = re.compile(r"false_merges: (\d+)")
NEAR = re.compile(r"non_variants_merged: (\d+)/(\d+)")


def mission_pairs() -> Iterator[Figure]:
    """The gold's pairs of statements that are in one utterance, what is wrongly in one, hard negatives."""
    with extracted("mission").records.open(encoding="utf-8") as lines:
        compared = to_json(compare(map(from_json, lines)))
    file = OUT / "mission.compared.json"
    file.write_text(compared, encoding="utf-8")
    told = _told(str(file))
    (OUT / "mission-pairs.misses.txt").write_text(told, encoding="utf-8")
    found, false, near = (pattern.search(told) for pattern in (FOUND, FALSE, NEAR))
    assert found, told
    assert false, told
    assert near, told
    yield Figure("pairs of the mission reports: found", int(found[1]) / int(found[2]), int(found[2]))
    yield Figure("pairs of the mission reports: false", int(false[1]), int(found[2]))
    yield Figure("pairs of the mission reports: hard negatives", int(near[1]), int(near[2]))


def _told(file: str) -> str:
    scorer, folder = needed(SHARED / "score/score_compare.py"), needed(DATA / "mission")
    command = [sys.executable, str(scorer), file, "--gold", str(folder), "-v"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
