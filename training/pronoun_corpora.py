"""What the ranker of antecedents learns from: python training/pronoun_corpora.py (project's .venv; minutes).

GAP tells of one pronoun whether it stands for two given names; the others hold whole chains of mentions.
Everything is read through the package itself, so that training sees what `onrecord extract` will see. Each
text of GAP is read bare and with its page's title on top, as a headline; and where a name is repeated in its
training texts, a pronoun put in its place makes one more case whose answer is known. Writes out/NAME.pkl.
"""

import json
import pickle
import random
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from pronoun_readings import Reading

sys.path.insert(0, str(Path(__file__).parent.parent))  # for bench
from bench.corpora import DATA, rows
from bench.gap import FEMININE, entities, read, seen_with, titled
from onrecord.people.cast import cast
from onrecord.people.mention import Mention
from onrecord.people.mentions import mentions_of
from onrecord.people.pairs import features, pairs
from onrecord.people.scene import Scene, scene
from onrecord.tagger import Tagger, load

OUT = Path(__file__).parent / "out"
CORPORA = ("gap/train", "gum/train", "polnear/train", "gum/dev", "gap/dev")
MOST = 300  # texts of a corpus with chains
LONGEST = 80  # code points of a mention of the gold that a name may stand in
SLACK = 25  # … and how many of them may be other words than the name
MOST_REPLACED = 2  # names of a text that a pronoun is put in the place of
KEPT_FULL = 0.6  # share of names of several words that are left: writers rarely repeat those
SHAPE = re.compile(r"\s*[,(]")
JOINED = re.compile(r"(?:and|,|Mr\.|Mrs\.|Dr\.|Sir|Lady)\s*$")
VERB = re.compile(
    r"\s+(?:was|is|had|has|were|w?[cs]?h?ould|will|can|may|might|must|also|then|[a-z]{2,}(?:ed|es|s))\b"
)


def main() -> None:
    tagger = load("trained")
    for name in CORPORA:
        found = list(readings(name, tagger))
        (OUT / f"{name.replace('/', '_')}.pkl").write_bytes(pickle.dumps(found))
        print(
            json.dumps({"corpus": name, "readings": len(found), "pairs": sum(len(r.pronoun) for r in found)})
        )


def readings(name: str, tagger: Tagger) -> Iterator[Reading]:
    """Every text of a file of the data folder."""
    dice = random.Random(5)
    for number, row in enumerate(rows(DATA / f"{name}.jsonl")):
        if "A_coref" in row:
            yield gap(row, name, number, tagger)
            yield gap(titled(row), f"{name} titled", number, tagger)
            if name == "gap/train":
                for made in replaced(row, names_of(row, tagger), dice):
                    yield gap(made, f"{name} replaced", number, tagger)
        elif row["coref"] and number < MOST:
            yield chained(row, name, number, tagger)


def names_of(row: Any, tagger: Tagger) -> Scene:
    return seen_with(row["text"], (tuple(row["A"]), tuple(row["B"])), tagger)


def gap(row: Any, corpus: str, number: int, tagger: Tagger) -> Reading:
    """One text of GAP: both names are candidates, whatever else was found."""
    made = names_of(row, tagger)
    reading = _reading(corpus, number, made)
    asked = (i for i, m in enumerate(made.mentions) if (m.start, m.kind) == (row["pronoun"][0], "pronoun"))
    reading.asked = next(asked, None)  # None: in a passage that is not read
    a, b = entities(made, (tuple(row["A"]), tuple(row["B"])))
    reading.offered, reading.right = (a, b), (row["A_coref"], row["B_coref"])
    reading.feminine = row["text"][slice(*row["pronoun"])].lower() in FEMININE
    return reading


def chained(row: Any, corpus: str, number: int, tagger: Tagger) -> Reading:
    """One text with chains of mentions."""
    laid, found = read(row["text"], tagger)
    mentions = mentions_of(laid, cast(laid, found.attributions, found.names).someone)
    reading = _reading(corpus, number, scene(row["text"], mentions, found.attributions, found.vectors))
    gold = sorted((end, start, n) for n, chain in enumerate(row["coref"]) for start, end in chain)
    reading.chain = np.array([_chain(m, gold) for m in mentions])
    return reading


def _reading(corpus: str, number: int, made: Scene) -> Reading:
    found = pairs(made)
    seen = (made.kind, made.stands_for, made.entity, made.vectors.astype(np.float16), made.seen)
    return Reading(corpus, number, *seen, found.pronoun, found.candidate, features(made, found))


def _chain(m: Mention, gold: Sequence[tuple[int, int, int]]) -> int:
    """The chain of the smallest mention of the gold that these words are, or are the head of."""
    fits = []
    for end, start, chain in gold[bisect_left(gold, (m.end,)) : bisect_left(gold, (m.end + LONGEST,))]:
        size = end - start
        if m.kind == "pronoun":
            if (start, end) == (m.start, m.end):
                return chain
        elif (
            start <= m.start + 4
            and size <= LONGEST
            and (end <= m.end + 2 or start == m.start or size < m.end - m.start + SLACK and m.kind == "name")
        ):
            fits.append((size, chain))
    return min(fits)[1] if fits else -1


def replaced(row: Any, made: Scene, dice: random.Random) -> Iterator[dict[str, Any]]:
    """The text with a repeated name made a pronoun of the same gender as the one asked for."""
    cast_of: dict[int, list[Mention]] = {}
    feminine = row["text"][slice(*row["pronoun"])].lower() in FEMININE
    gender = made.gender * (1 if feminine else -1)
    for m, who, fit in zip(made.mentions, made.entity.tolist(), gender.tolist(), strict=True):
        if m.kind == "name" and m.bearer in ("person", None) and fit >= 0:
            cast_of.setdefault(who, []).append(m)
    people = {who: ms for who, ms in cast_of.items() if any(m.bearer == "person" for m in ms)}
    text, cases = row["text"], []
    for who, ms in people.items():
        for before, m in pairwise(ms):
            full = " " in text[m.start : m.end].strip() and dice.random() < KEPT_FULL
            others = [o for w, found in people.items() if w != who for o in found]
            lists = SHAPE.match(text, m.end) or JOINED.search(text, max(0, m.start - 6), m.start)
            if others and not full and not lists:
                cases.append((before, m, min(others, key=lambda o: (abs(o.start - m.start), dice.random()))))
    dice.shuffle(cases)
    for right, m, wrong in cases[:MOST_REPLACED]:
        yield _with_pronoun(row, m, right, wrong, feminine=feminine)


def _with_pronoun(row: Any, m: Mention, right: Mention, wrong: Mention, *, feminine: bool) -> dict[str, Any]:
    text, start, end = row["text"], m.start, m.end
    if text[end : end + 2] in ("'s", "’s"):
        word, end = ("her" if feminine else "his"), end + 2
    elif start <= m.sentence + 1 or VERB.match(text, end):
        word = "she" if feminine else "he"
    else:
        word = "her" if feminine else "him"
    word = word.capitalize() if start <= m.sentence + 1 else word
    grown = len(word) - (end - start)
    first, second = sorted((right, wrong), key=lambda o: o.start)
    spans = [[x + grown if x > start else x for x in (o.start, o.end)] for o in (first, second)]
    made = {"A": spans[0], "B": spans[1], "A_coref": first is right, "B_coref": second is right}
    return {**row, **made, "text": text[:start] + word + text[end:], "pronoun": [start, start + len(word)]}


if __name__ == "__main__":
    main()
