"""Fit the weights of `src/onrecord/across/scorer.json` on pairs of statements of labelled events.

usage: python -m training.train_scorer

A logistic regression, by Newton's method, on all pairs of one speaker's statements; what the gold leaves open
(optional members, a statement and the one inside it) is left out. Seconds on one core, no randomness.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.variants import Event, dev, examples, own
from onrecord.across.features import NAMES
from onrecord.across.scoring import Scorer

OUT = Path(__file__).parent.parent / "src" / "onrecord" / "across" / "scorer.json"
RIDGE = 40.0  # pull of each weight towards 0; chosen with dev in view, where 10 to 60 give .813 to .827
STEPS = 30

Array = NDArray[np.float64]


def main() -> None:
    events = [*dev(), *own()]
    made = fit(events)
    data = {"bias": made.bias, "weights": made.weights, "usual": made.usual}
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"{len(events)} events, {len(made.weights)} weights")


def fit(events: Iterable[Event]) -> Scorer:
    """The scorer these events teach."""
    rows = [row for event in events for row in examples(event)]
    table = np.array([astuple(pair) for pair, _ in rows])
    right = np.array([label for _, label in rows], dtype=float)
    usual, spread = table.mean(0), table.std(0) + 1e-9
    weights, bias = _regress((table - usual) / spread, right)
    return Scorer(round(bias, 4), _named(weights / spread), _named(usual))


def _named(values: Array) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(NAMES, values, strict=True)}


def _regress(table: Array, right: Array) -> tuple[Array, float]:
    """Newton's method; the bias is not pulled towards 0."""
    with_bias = np.c_[table, np.ones(len(table))]
    pull = np.append(np.full(table.shape[1], RIDGE), 1e-6)
    weights = np.zeros(len(pull))
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-with_bias @ weights))
        slope = with_bias.T @ (guess - right) + pull * weights
        bend = (with_bias.T * (guess * (1 - guess))) @ with_bias + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return weights[:-1], float(weights[-1])


def leaving_out(event: Event, events: Sequence[Event]) -> Scorer:
    """The scorer of all other events."""
    return fit(other for other in events if other.name != event.name)


if __name__ == "__main__":
    main()
