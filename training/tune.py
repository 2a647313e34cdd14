"""Choose the constants of decoding on the articles set aside: python training/tune.py [--model FOLDER]

Runs the network once over them, then decodes with one constant changed at a time. Prints for each whole and
content F1 (exact) and relaxed F1 as `score_polnear.py` counts them, for PolNeAR and for the news articles.
"""

import argparse
import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
from evaluate import FILES, held_out
from prepare_tagger import DATA, paragraphs, read

from onrecord.tagger.features import pieces
from onrecord.tagger.network import FOLDER, Labels, Network
from onrecord.tagger.tagging import decoded, words_of
from onrecord.tagger.windows import windows


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=FOLDER)
    network = Network(parser.parse_args().model)
    cases = {corpus: read_through(network, corpus) for corpus in ("polnear", "news")}
    for name, labels in settings(network.labels):
        row = {"setting": name, **{corpus: figures(c, labels) for corpus, c in cases.items()}}
        print(json.dumps(row), flush=True)


def settings(labels: Labels):
    yield "as shipped", labels
    for weight in (0.8, 1.2):
        yield f"steps {weight}", replace(labels, transitions=labels.transitions * weight)
    for i, link in enumerate(labels.links):
        for bias in (-2.0, -1.0, -0.5, 0.5, 1.0):
            moved = labels.nobody_bias.copy()
            moved[i] += bias
            yield f"nobody in {link} {bias:+}", replace(labels, nobody_bias=moved)
    for bias in (-1.0, -0.5, -0.25, 0.25, 0.5):  # spans rarer or more common
        moved = labels.transitions.copy()
        moved[:, 0] += bias
        yield f"outside {bias:+}", replace(labels, transitions=moved)


def read_through(network: Network, corpus: str) -> list[tuple]:
    made = []
    for d in (d for name in FILES["held-out"][corpus] for d in read(name) if held_out(d["id"])):
        text = d["text"]
        blocks = [p for p in pieces(network.tokenizer, text, paragraphs(text)) if len(p)]
        made.append((d, words_of(blocks), network(windows(blocks))))
    return made


def figures(cases: list[tuple], labels: Labels) -> dict[str, float]:
    """Whole, content and relaxed F1, in percent."""
    counts = {k: np.zeros(3) for k in ("whole", "content", "relaxed")}
    for d, words, outputs in cases:
        text = d["text"]
        spans = SCORER.spans
        field = "source" if d["attributions"] and "source" in d["attributions"][0] else "speaker_mention"
        flat = [a for a in d["attributions"] if not a.get("nested_in")]
        gold = [tuple(spans(text, a[k]) for k in (field, "cue", "content")) for a in flat]
        found = decoded(text, words, outputs, labels).attributions
        ours = [tuple(spans(text, x) for x in (a.speaker, a.cue, a.content)) for a in found]
        counts["whole"] += overlap(gold, ours)
        counts["content"] += overlap(*({s for a in side for s in a[2]} for side in (gold, ours)))
        counts["relaxed"] += relaxed(gold, ours)
    return {k: round(float(200 * hit / max(1, n + m)), 2) for k, (hit, n, m) in counts.items()}


def overlap(gold, ours) -> np.ndarray:
    left = list(gold)
    hits = sum(left.remove(a) is None for a in ours if a in left)
    return np.array([hits, len(gold), len(ours)])


def relaxed(gold: list[tuple], ours: list[tuple]) -> np.ndarray:
    chars = SCORER.cs
    g, o = ([(chars(a[0]), chars(a[2])) for a in side] for side in (gold, ours))
    shares = (
        (len(x[1] & y[1]) / len(x[1] | y[1]), i, j)
        for i, x in enumerate(g)
        for j, y in enumerate(o)
        if x[1] & y[1]
    )
    used_g: set[int] = set()
    used_o: set[int] = set()
    hits = 0
    for share, i, j in sorted(shares, reverse=True):
        if share >= 0.5 and i not in used_g and j not in used_o:
            used_g.add(i)
            used_o.add(j)
            hits += bool(g[i][0] & o[j][0]) or not (g[i][0] or o[j][0])
    return np.array([hits, len(g), len(o)])


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_polnear", DATA.parent / "score" / "score_polnear.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORER = scorer()

if __name__ == "__main__":
    main()
