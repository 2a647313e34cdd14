"""Score the tagger's own output, without the rules around it: python training/evaluate.py [held-out | dev]

Makes records as `onrecord extract` would and hands them to the scorers beside the data folder. "held-out" are
the training articles set aside by hash; constants are chosen there, never on dev.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from prepare_tagger import DATA, HELD_OUT, OUT, paragraphs, read

from onrecord.tagger.tagging import FOLDER, NetworkTagger
from onrecord.tagger.tags import Tagged

MARKS = " \t\r\n\"“”‘’'`"
FILES = {
    "dev": {"polnear": ["polnear/dev.jsonl"], "news": ["news/dev.jsonl"]},
    "held-out": {
        "polnear": ["polnear/train.jsonl"],
        "news": ["news/train.jsonl", "news/train_outlets.jsonl"],
    },
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("which", choices=FILES, nargs="?", default="held-out")
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--corpus", choices=("polnear", "news"))
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    tagger = NetworkTagger(args.model)
    print(tagger.name, args.which)
    for corpus, files in FILES[args.which].items():
        if args.corpus not in (None, corpus):
            continue
        gold = [d for name in files for d in read(name) if args.which == "dev" or held_out(d["id"])]
        began = time.time()
        records = [record(tagger, d, deeper=corpus == "news") for d in gold]
        print(f"{corpus}: {len(gold)} articles, {time.time() - began:.1f} s")
        paths = [OUT / f"eval_{corpus}_{kind}.jsonl" for kind in ("gold", "records")]
        for path, rows in zip(paths, (gold, records), strict=True):
            path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        scorer = DATA.parent / "score" / f"score_{corpus}.py"
        subprocess.run(
            [sys.executable, scorer, *paths, *["-v"] * (args.verbose and corpus == "news")], check=True
        )


def held_out(name: str) -> bool:
    return int(sha256(name.encode()).hexdigest()[:8], 16) / 16**8 < HELD_OUT


def record(tagger: NetworkTagger, d: dict, *, deeper: bool) -> dict:
    """One pseudo-record: what is found in the paragraphs, then what is found inside the contents."""
    text = d["text"]
    outer = tagger.tag(text, paragraphs(text)).attributions
    rows = [row(text, a, f"a{i}", None) for i, a in enumerate(outer)]
    if deeper:
        for i, a in enumerate(outer):
            blocks = [
                b for s in a.content if (b := stripped(text, s)) and len(text[b[0] : b[1]].split()) >= 4
            ]
            rows += [
                row(text, x, f"a{i}n", f"a{i}")
                for x in tagger.tag(text, blocks).attributions
                if x.cue and x.speaker
            ]
    name = d["id"].replace("/", "_") + ".txt"
    return {"article": {"path": name, "text": text}, "attributions": rows}


def stripped(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return (start, end) if start < end else None


def row(text: str, a: Tagged, name: str, nested_in: str | None) -> dict:
    listed = lambda spans: [{"start": s, "end": e, "text": text[s:e]} for s, e in spans]  # noqa: E731
    speakers = [{"mention": listed(a.speaker), "antecedent": [], "name": None}] if a.speaker else []
    return {
        "id": name,
        "speakers": speakers,
        "cue": listed(a.cue),
        "content": listed(a.content),
        "addressees": [],
        "form": form(text, a.content),
        "mode": a.mode,
        "nested_in": nested_in,
        "chain": [],
        "said_on": {"value": None},
        "score": a.score,
    }


def form(text: str, spans: Iterator[tuple[int, int]]) -> str:
    said = "".join(text[s:e] for s, e in spans)
    return "direct" if said[:1] in '"“‘`' else "mixed" if any(c in said for c in '"“') else "indirect"


if __name__ == "__main__":
    main()
