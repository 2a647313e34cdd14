"""One article as the ranker of antecedents learns from it: arrays only, so that training needs no package."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Reading:
    """What is seen of mentions and pairs, and what is right: chains, or the verdict of GAP on two names."""

    corpus: str
    group: int  # the text of its corpus that it comes from: held out together
    kind: np.ndarray  # of each mention: name, noun, pronoun
    stands_for: np.ndarray
    entity: np.ndarray
    vectors: np.ndarray
    seen: np.ndarray
    pronoun: np.ndarray  # of each pair, numbers of mentions
    candidate: np.ndarray
    features: np.ndarray
    chain: np.ndarray | None = None  # number of the gold chain of each mention, -1: none
    asked: int | None = None  # GAP: the pronoun, and the entities of the two names with their verdicts
    offered: tuple[int, int] = (-1, -1)
    right: tuple[bool, bool] = (False, False)
    feminine: bool = False
