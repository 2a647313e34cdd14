"""Make the confidence in a record a probability: python training/calibrate_records.py [--tagger rules]

Makes the records of the articles set aside, as `onrecord extract` would, and fits a logistic regression: from
what is known of an attribution (`signs` in onrecord.attribution.confidence) to whether it is right (`judged`
in bench/reliability.py). Writes the weights into src/onrecord/attribution/confidence.json, each with the
number of cases it rests on, and prints how reliable the confidence is on articles it was not fitted on: ten
times a tenth of the articles is left out. Run it after every change of the tagger or of the rules around it.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))  # for bench

from evaluate import FILES, held_out  # noqa: E402
from labelled import labelled  # noqa: E402
from prepare_tagger import read  # noqa: E402

from bench.reliability import Case, error, judged, table  # noqa: E402
from onrecord.attribution import confidence, scored_attributions  # noqa: E402
from onrecord.readers import read_item  # noqa: E402
from onrecord.readers.item import Item  # noqa: E402
from onrecord.tagger import Tagger, load  # noqa: E402
from onrecord.text.layout import layout  # noqa: E402
from onrecord.text.zones import zones  # noqa: E402

FILE = HERE.parent / "src" / "onrecord" / "attribution" / "confidence.json"
WEIGHT = {"polnear": 1.0, "news": 3.0, "own": 3.0}  # of a case, as the tagger is trained: news of all kinds
RIDGE = 2.0  # pulls weights to 0, as if their standard deviation were 0.7: what is rare stays near the rest
FREE = ("always", "score")  # not pulled
TAGGERS = ("trained", "rules")
TENTHS = 10
STEPS = 50


@dataclass(frozen=True)
class Example:
    """An attribution of an article set aside: its score, still, as confidence; and whether it is right."""

    case: Case
    corpus: str
    tenth: int  # of the articles, by hash


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tagger", choices=TAGGERS, help="only this one; else each for itself")
    only = parser.parse_args().tagger
    book = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    for name in TAGGERS if only is None else (only,):
        tagger = load(name)
        print(f"--- {tagger.name}")
        book[confidence.family(tagger.name)] = calibrated(tagger)
    FILE.write_text(json.dumps(dict(sorted(book.items())), indent=1) + "\n", encoding="utf-8")


def calibrated(tagger: Tagger) -> dict:
    """The weights for a tagger's records, and what they rest on; how reliable they are is printed."""
    examples = list(examples_of(tagger))
    signs = np.array([list(confidence.signs(e.case.attribution).values()) for e in examples])
    right = np.array([e.case.right for e in examples], float)
    mass = np.array([WEIGHT[e.corpus] for e in examples])
    tenth = np.array([e.tenth for e in examples])
    chance = np.zeros(len(examples))
    for n in range(TENTHS):
        there = tenth == n
        weights = fitted(signs[~there], right[~there], mass[~there])
        chance[there] = 1 / (1 + np.exp(-signs[there] @ weights))
    tell(examples, chance)
    weights = fitted(signs, right, mass)
    terms = {
        term: {"weight": round(float(weight), 4), "cases": int(number)}
        for term, weight, number in zip(
            confidence.TERMS, weights, np.count_nonzero(signs, axis=0), strict=True
        )
    }
    for term, row in terms.items():
        print(f"{term:16} {row['weight']:+.2f}  {row['cases']:5} cases")
    cases = {corpus: sum(e.corpus == corpus for e in examples) for corpus in WEIGHT}
    return {"tagger": tagger.name, "cases": cases, "terms": terms}


def examples_of(tagger: Tagger) -> Iterator[Example]:
    """Every attribution found in the articles set aside; nested ones only where nested ones are labelled."""
    for corpus, article in articles():
        found = read_item(Item("held-out.txt", None, article["text"].encode())).article
        if found.text != article["text"]:
            print(f"left out, its text is read otherwise: {article['id']}")
            continue
        made = scored_attributions(layout(replace(found, zones=zones(found))), tagger).attributions
        kept = [a for a in made if corpus != "polnear" or a.nested_in is None]
        tenth = int(sha256(f"tenth {article['id']}".encode()).hexdigest()[:8], 16) % TENTHS
        for case in judged(kept, article["attributions"]):
            yield Example(case, corpus, tenth)


def articles() -> Iterator[tuple[str, dict]]:
    """The labelled articles that are never trained on, with the name of their corpus."""
    for corpus, files in FILES["held-out"].items():
        yield from ((corpus, d) for name in files for d in read(name) if held_out(d["id"]))
    yield from (("own", d) for d in labelled() if held_out(d["id"]))


def fitted(signs: np.ndarray, right: np.ndarray, mass: np.ndarray) -> np.ndarray:
    """Weights by Newton's method; that of the score is never below 0: a better score is never less sure."""
    pull = np.array([0.0 if term in FREE else RIDGE for term in confidence.TERMS])
    weights = _newton(signs, right, mass, pull)
    score = confidence.TERMS.index("score")
    if weights[score] < 0:
        pull[score] = math.inf
        weights = _newton(signs, right, mass, pull)
    return weights


def _newton(signs: np.ndarray, right: np.ndarray, mass: np.ndarray, pull: np.ndarray) -> np.ndarray:
    """The weights with the best penalised likelihood; those pulled without end stay 0."""
    free = np.isfinite(pull)
    x, pull = signs[:, free], pull[free]
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (mass * (chance - right)) + pull * w
        bend = (x * (mass * chance * (1 - chance))[:, None]).T @ x + np.diag(pull)
        w -= np.linalg.solve(bend, slope)
    weights = np.zeros(signs.shape[1])
    weights[free] = w
    return weights


def tell(examples: list[Example], chance: np.ndarray) -> None:
    """The reliability by corpus, form, mode and nesting."""
    cases = [
        (e.corpus, Case(replace(e.case.attribution, confidence=float(p)), e.case.right))
        for e, p in zip(examples, chance, strict=True)
    ]
    for corpus in WEIGHT:
        own = [case for name, case in cases if name == corpus]
        if not own:
            continue
        slices = {corpus: own}
        for case in own:
            a = case.attribution
            for name in (a.form, a.mode, "nested" if a.nested_in else "not nested"):
                slices.setdefault(f"{corpus}, {name}", []).append(case)
        print("\n".join(table(own)))
        for name, some in slices.items():
            mean = sum(case.confidence - case.right for case in some) / len(some)
            print(f"{name:24} {len(some):5} cases  error {error(some):.3f}  too sure by {mean:+.3f}")


if __name__ == "__main__":
    main()
