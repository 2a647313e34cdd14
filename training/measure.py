"""What `onrecord extract` reaches with each of several taggers: python training/measure.py FOLDER… [--on dev]

Makes the records of the articles held out (or of the development sets, for the figure only) with the tagger
in each folder and all rules behind it, hands them to the scorers beside the data folder, and prints a row
for each folder, then mean and spread.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, stdev

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from evaluate import FILES, held_out  # noqa: E402
from labelled import DATA, labelled  # noqa: E402
from prepare_tagger import OUT, read  # noqa: E402

from onrecord.exports.jsonl import to_json  # noqa: E402
from onrecord.pipeline import extract_one  # noqa: E402
from onrecord.readers import read_bytes  # noqa: E402
from onrecord.tagger.tagging import NetworkTagger  # noqa: E402

SHOWN = {
    "polnear": ("whole", "content", "cue", "speaker", "relaxed"),
    "news": ("core_recall", "core_precision", "core_f1", "relaxed_f1", "nested_f1", "mode", "addressee_f1"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--on", choices=("held-out", "dev"), default="held-out")
    args = parser.parse_args()
    rows = [measured(folder, args.on) for folder in args.folders]
    for folder, row in zip(args.folders, rows, strict=True):
        print(folder.name, json.dumps(row))
    if len(rows) > 1:
        for name, summary in (("mean", mean), ("spread", stdev)):
            print(name, json.dumps({k: round(summary(r[k] for r in rows), 2) for k in rows[0]}))


def measured(folder: Path, on: str) -> dict[str, float]:
    """Every figure of one tagger, in percent."""
    tagger = NetworkTagger(folder)
    figures: dict[str, float] = {}
    for name, scorer, articles in sets(on):
        gold, records = OUT / f"measure_{name}_gold.jsonl", OUT / f"measure_{name}_records.jsonl"
        gold.write_text("".join(json.dumps(d) + "\n" for d in articles), encoding="utf-8")
        with records.open("w", encoding="utf-8") as f:
            for d in articles:
                read_in = read_bytes(d["text"].encode(), name=d["id"].replace("/", "_") + ".txt")
                f.write(to_json(extract_one(read_in.article, tagger=tagger, reader=None)) + "\n")
        for key, value in scored(scorer, gold, records).items():
            if key in SHOWN[scorer]:
                figures[f"{name} {key}"] = value
    return figures


def sets(on: str) -> Iterator[tuple[str, str, list[dict]]]:
    """Name, scorer and articles of each set; our own labels are never among the development sets."""
    for name, files in FILES[on].items():
        yield name, name, [d for file in files for d in read(file) if on == "dev" or held_out(d["id"])]
    if on == "held-out":
        yield "own", "news", [as_news(d) for d in labelled() if held_out(d["id"])]


def as_news(d: dict) -> dict:
    """One of our labelled articles with the keys that the scorer of news asks for."""
    rows = [{**a, "speaker": "", "kind": "none", "form": None} for a in d["attributions"]]
    return {**d, "attributions": rows}


def scored(scorer: str, gold: Path, records: Path) -> dict[str, float]:
    command = [sys.executable, DATA.parent / "score" / f"score_{scorer}.py", gold, records]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r"^(\w+): (?:P [\d.]+ R [\d.]+ F1 )?([\d.]+)", said, re.MULTILINE)
    times = 1 if scorer == "polnear" else 100
    return {key: round(float(value) * times, 2) for key, value in found}


if __name__ == "__main__":
    main()
