"""How well each candidate answers a pronoun: what `training/train_pronouns.py` learned, in `pronouns.npz`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

import numpy as np

from onrecord.people.pairs import Pairs, features
from onrecord.people.scene import Floats, Scene

AT_ONCE = 500  # pronouns: a report has fewer, and a book's pairs would fill the memory


def scores(scene: Scene, made: Pairs) -> Floats:
    """A score for each pair, to be held against 0 for nobody; the mean of the networks trained."""
    if not len(made.pronoun):
        return np.zeros(0, np.float32)
    w = _weights()
    p, c = (_narrowed(scene, w[f"{side}_weight"], w[f"{side}_bias"]) for side in ("pronoun", "candidate"))
    edges = [*np.searchsorted(made.pronoun, np.unique(made.pronoun)[::AT_ONCE]).tolist(), len(made.pronoun)]
    parts = (Pairs(made.pronoun[i:j], made.candidate[i:j]) for i, j in pairwise(edges))
    return np.concatenate(
        [_rated(features(scene, part), p[:, part.pronoun], c[:, part.candidate]) for part in parts]
    )


def _narrowed(scene: Scene, weight: Floats, bias: Floats) -> Floats:
    """The vectors brought down to a few numbers: network × mention × number."""
    w, seen = _weights(), np.flatnonzero(scene.seen)
    narrow: Floats = np.tile(bias, (1, len(scene.seen), 1))
    narrow[:, seen] += (scene.vectors[seen] - w["mean"]) / w["spread"] @ weight
    return np.tanh(narrow)


def _rated(seen: Floats, p: Floats, c: Floats) -> Floats:
    w, dim = _weights(), p.shape[2]
    parts = np.split(w["hidden_weight"], seen.shape[1] + dim * np.arange(3), axis=1)
    hidden = seen @ parts[0] + p @ parts[1] + c @ parts[2] + (p * c) @ parts[3] + w["hidden_bias"]
    found: Floats = (np.maximum(hidden, 0) @ w["out_weight"] + w["out_bias"])[:, :, 0].mean(axis=0)
    return found


@cache
def _weights() -> Mapping[str, Floats]:
    """The arrays of the file; one network after the other in each."""
    with resources.files("onrecord.people").joinpath("pronouns.npz").open("rb") as file:
        held = np.load(file, allow_pickle=False)
        return {name: held[name].astype(np.float32) for name in held.files}
