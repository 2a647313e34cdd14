"""How well each candidate answers a pronoun: what `training/train_pronouns.py` learned, in `pronouns.npz`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

import numpy as np

from onrecord.people.pairs import Pairs, features
from onrecord.people.scene import Floats, Ints, Scene

ROWS = 32  # of a product at once: of more BLAS makes threads, which cost many times what they save
AT_ONCE = 500  # pronouns: a report has fewer, and a book's pairs would fill the memory


def scores(scene: Scene, made: Pairs) -> Floats:
    """A score for each pair, to be held against 0 for nobody; the mean of the networks trained."""
    if not len(made.pronoun):
        return np.zeros(0, np.float32)
    p, c = _narrowed(scene, "pronoun", made.pronoun), _narrowed(scene, "candidate", made.candidate)
    edges = [*np.searchsorted(made.pronoun, np.unique(made.pronoun)[::AT_ONCE]).tolist(), len(made.pronoun)]
    parts = (Pairs(made.pronoun[i:j], made.candidate[i:j]) for i, j in pairwise(edges))
    return np.concatenate([_rated(scene, part, p, c) for part in parts])


def _narrowed(scene: Scene, side: str, asked: Ints) -> Floats:
    """The vectors of those asked for brought down to a few numbers: network × mention × number."""
    w, wanted = _weights(), np.zeros(len(scene.seen), bool)
    wanted[asked] = True
    seen = np.flatnonzero(wanted & (scene.seen > 0))
    narrow: Floats = np.tile(w[f"{side}_bias"], (1, len(scene.seen), 1))
    narrow[:, seen] += _product((scene.vectors[seen] - w["mean"]) / w["spread"], w[f"{side}_weight"])
    return np.tanh(narrow)


def _rated(scene: Scene, made: Pairs, p: Floats, c: Floats) -> Floats:
    w, dim, seen = _weights(), p.shape[2], features(scene, made)
    parts = np.split(w["hidden_weight"], seen.shape[1] + dim * np.arange(3), axis=1)
    p, c = p[:, made.pronoun], c[:, made.candidate]
    hidden = _product(seen, parts[0]) + _product(p, parts[1]) + _product(c, parts[2])
    hidden = hidden + _product(p * c, parts[3]) + w["hidden_bias"]
    rated = _product(np.maximum(hidden, 0), w["out_weight"]) + w["out_bias"]
    found: Floats = rated[:, :, 0].mean(axis=0)
    return found


def _product(rows: Floats, weight: Floats) -> Floats:
    """The rows (of each network, or the same for all) times its weights, a few rows after the other."""
    *networks, number, size = rows.shape
    padded = np.zeros((*networks, -number % ROWS + number, size), np.float32)
    padded[..., :number, :] = rows
    made: Floats = padded.reshape(*networks, -1, ROWS, size) @ weight[:, None]
    return made.reshape(len(weight), -1, weight.shape[2])[:, :number]


@cache
def _weights() -> Mapping[str, Floats]:
    """The arrays of the file; one network after the other in each."""
    with resources.files("onrecord.people").joinpath("pronouns.npz").open("rb") as file:
        held = np.load(file, allow_pickle=False)
        return {name: held[name].astype(np.float32) for name in held.files}
