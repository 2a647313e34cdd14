"""How well each candidate answers a pronoun: what `training/train_pronouns.py` learned, in `pronouns.npz`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

import numpy as np

from onrecord.people.pairs import Pairs, features
from onrecord.people.scene import Floats, Scene


def scores(scene: Scene, made: Pairs) -> Floats:
    """A score for each pair, to be held against 0 for nobody; the mean of the networks trained."""
    if not len(made.pronoun):
        return np.zeros(0, np.float32)
    w = _weights()
    vectors = (scene.vectors - w["mean"]) / w["spread"] * scene.seen[:, None]
    p = np.tanh(vectors @ w["pronoun_weight"] + w["pronoun_bias"])[:, made.pronoun]
    c = np.tanh(vectors @ w["candidate_weight"] + w["candidate_bias"])[:, made.candidate]
    seen, dim = features(scene, made), p.shape[2]
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
