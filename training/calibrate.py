"""Make the score of an attribution a probability: python training/calibrate.py [--model FOLDER]

Fits a logistic regression on the articles set aside: from the signs of `onrecord.tagger.joining` to whether
the attribution is one of the gold's (content Jaccard at least one half, overlapping speaker). Writes its
weights into labels.json, and prints how well they fit and what the thresholds LEAST bring.
"""

import argparse
import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
from tune import SCORER, figures, read_through

from onrecord.tagger import joining
from onrecord.tagger.network import FOLDER, Labels, Network
from onrecord.tagger.tagging import decoded

STEPS, RATE, RIDGE = 4000, 0.5, 1e-3


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().model
    network = Network(folder)
    cases = {corpus: read_through(network, corpus) for corpus in ("polnear", "news")}
    seen = [examples(c, network.labels) for c in cases.values()]
    signs, right = (np.concatenate(x) for x in zip(*seen, strict=True))
    weights = fitted(signs, right)
    chance = 1 / (1 + np.exp(-signs @ weights))
    for low in np.arange(0, 1, 0.1):
        here = (chance >= low) & (chance < low + 0.1)
        print(f"said from {low:.1f}: {here.sum():5d}, right {right[here].mean() if here.any() else 0:.2f}")
    labels = replace(network.labels, confidence=weights.astype(np.float32))
    for said, thought in product((0.0, 0.2, 0.3, 0.35, 0.4, 0.5), (0.3, 0.35, 0.4, 0.45, 0.5)):
        joining.LEAST = {"speech": said, "writing": said, "thought": thought}
        row = {
            "said": said,
            "thought": thought,
            **{corpus: figures(c, labels) for corpus, c in cases.items()},
        }
        print(json.dumps(row), flush=True)
    path = folder / "labels.json"
    raw = json.loads(path.read_text()) | {"confidence": [round(float(w), 4) for w in weights]}
    path.write_text(json.dumps(raw, separators=(",", ":")) + "\n")


def examples(cases: list[tuple], labels: Labels) -> tuple[np.ndarray, np.ndarray]:
    """The signs of every attribution found, and whether it is right."""
    seen: list[np.ndarray] = []
    recorded = joining.signs
    signs, right = [], []
    for d, words, outputs in cases:
        seen.clear()
        joining.signs = lambda *args: seen.append(recorded(*args)) or seen[-1]  # type: ignore[func-returns-value]
        marker = replace(labels, confidence=np.zeros_like(labels.confidence))
        found = all_found(d["text"], words, outputs, marker)
        field = "source" if d["attributions"] and "source" in d["attributions"][0] else "speaker_mention"
        gold = [(SCORER.cs(a["content"]), SCORER.cs(a[field])) for a in d["attributions"]]
        for a, s in zip(found, seen, strict=True):
            if a.cue:
                signs.append(s)
                right.append(is_right(a, gold))
    joining.signs = recorded
    return np.array(signs), np.array(right, float)


def all_found(text: str, words, outputs, labels: Labels) -> list:
    """In the order they are made, which is the order of their signs."""
    made: list = []
    build = joining.Joining._tagged
    joining.Joining._tagged = lambda self, *args: made.append(build(self, *args)) or made[-1]  # type: ignore[method-assign]
    decoded(text, words, outputs, labels)
    joining.Joining._tagged = build  # type: ignore[method-assign]
    return made


def is_right(a, gold: list[tuple[set, set]]) -> bool:
    content, speaker = SCORER.cs(a.content), SCORER.cs(a.speaker)
    return any(
        len(content & c) / len(content | c) >= 0.5 and bool(speaker & s or not (speaker or s))
        for c, s in gold
        if content & c
    )


def fitted(signs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by plain gradient steps."""
    scale = np.abs(signs).max(0).clip(1e-6)
    x, w = signs / scale, np.zeros(signs.shape[1])
    for _ in range(STEPS):
        w -= RATE * (x.T @ (1 / (1 + np.exp(-x @ w)) - right) / len(x) + RIDGE * w / scale)
    return w / scale


if __name__ == "__main__":
    main()
