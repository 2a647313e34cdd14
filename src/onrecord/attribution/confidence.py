"""Confidence: how probably an attribution is right, from the tagger's score and what else is known.

Right means: somebody who reads the article would mark an attribution there too, at least half of all the
characters in either content are in both, and the same words name the speaker. The weights stand in
confidence.json and are made by training/calibrate_records.py; no rule looks at what comes out here.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from onrecord.record import Attribution

DECIMALS = 3  # as a record is written, so that a limit means the same before and after
EDGE = 0.01  # scores are kept this far from 0 and 1, where their logarithm has no end
USUAL_LENGTH = 80  # code points of a content, about the median
USUAL = "onrecord-tagger"  # the network's family

# What each kind of rule is called here; a rule that is in none of these has the weight of rules as such.
RULES = {
    "carried on": ("quotation-over-paragraphs", "quotation-paragraph-without-cue"),
    "nobody found": ("quotation-nobody-named-for",),
    "label": (
        "colon-label",
        "dash-signature",
        "headline-label",
        "headline-tail",
        "post-signature",
        "signed-line",
        "transcript-label",
    ),
    "phrase": (
        "as-put-it",
        "from-somebody",
        "in-the-words-of",
        "noun-and-colon",
        "quoted-as-saying",
        "reported-citing",
        "was-how-put-it",
    ),
    "block": ("block-after-colon",),
    "further cue": ("cue-nobody-used", "cue-with-gerund", "second-cue-of-one-speaker"),
    "inner rule": ("cue-with-complement", "noun-cue", "quotation-in-quotation"),
}
_KIND = {name: kind for kind, names in RULES.items() for name in names}
TERMS = (
    "always",
    "score",
    "length",
    "direct",
    "mixed",
    "thought",
    "writing",
    "headline",
    "nested",
    "no speaker",
    "no cue",
    "rule",
    *RULES,
)

Signs = dict[str, float]  # one number for each of TERMS


def rated(attributions: Iterable[Attribution], tagger: str) -> tuple[Attribution, ...]:
    """The same with the probability as confidence; it was the score of the tagger or rule behind it."""
    fitted = weights(family(tagger))
    return tuple(replace(a, confidence=round(probability(signs(a), fitted), DECIMALS)) for a in attributions)


def signs(a: Attribution) -> Signs:
    """What its confidence is made of, of an attribution whose confidence is still the score."""
    kinds = {_KIND.get(reason.name) for reason in a.reasons if reason.by == "rule"}
    by_tagger = any(reason.by == "model" for reason in a.reasons)
    named = any(party.mention or party.antecedent for party in a.speakers)
    facts = {
        "direct": a.form == "direct",
        "mixed": a.form == "mixed",
        "thought": a.mode == "thought",
        "writing": a.mode == "writing",
        "headline": a.zone != "body",
        "nested": a.nested_in is not None,
        "no speaker": not named and "nobody found" not in kinds,
        "no cue": not a.cue and by_tagger,
        "rule": not by_tagger and kinds.isdisjoint(("carried on", "nobody found")),
        **{kind: kind in kinds for kind in RULES},
    }
    length = sum(span.end - span.start for span in a.content)
    measures = {"always": 1.0, "score": _logit(a.confidence), "length": math.log(length / USUAL_LENGTH)}
    return {term: measures.get(term, float(facts.get(term, False))) for term in TERMS}


def probability(signs: Signs, weights: Mapping[str, float]) -> float:
    """Signs weighed and added up, as a number between 0 and 1."""
    return 1 / (1 + math.exp(-sum(weights[term] * sign for term, sign in signs.items())))


def family(tagger: str) -> str:
    """Which taggers have scores that mean the same: its name without version and fingerprint."""
    return tagger.partition(" ")[0]


@cache
def weights(family: str) -> Mapping[str, float]:
    """The weight of each of TERMS for a family of taggers; a family without its own has the usual ones."""
    book = json.loads((resources.files(__package__) / "confidence.json").read_text(encoding="utf-8"))
    terms = book.get(family, book[USUAL])["terms"]
    return {term: float(terms[term]["weight"]) for term in TERMS}


def _logit(score: float) -> float:
    score = min(max(score, EDGE), 1 - EDGE)
    return math.log(score / (1 - score))
