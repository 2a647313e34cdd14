"""How many pairs a system puts together rightly, within one article and across, and which hard negatives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from bench.published.alignment import aligned
from bench.published.gold import Gold, Pair, gold_of

Event = Mapping[str, Any]


class WrongAnswerError(Exception):
    """A system's answer cannot be scored; the message names the event and the id."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs found, told wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Of what is told the share that is right; of nothing, 1 where nothing is to be told."""
        told = self.right + self.wrong
        return self.right / told if told else float(not self.missed)

    @property
    def recall(self) -> float:
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """What one event, or all of them, come to."""

    pairs: Counts
    across: Counts  # pairs from two articles
    merged: int  # hard negatives put together
    negatives: int

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.pairs + other.pairs,
            self.across + other.across,
            self.merged + other.merged,
            self.negatives + other.negatives,
        )


NOTHING = Score(Counts(0, 0, 0), Counts(0, 0, 0), 0, 0)


def score(event: Event, answer: Event) -> Score:
    """An answer to one event: `clusters` of the gold's attributions, or of the system's own."""
    gold = gold_of(event)
    names, article = _names(event, answer, gold)
    told = {frozenset(names[id_] for id_ in pair) for pair in pairs(_clusters(event, answer, names))}
    told = {pair for pair in told if len(pair) > 1}
    across = {pair for pair in told if len({article[id_] for id_ in pair}) > 1}
    wanted = {pair for pair in gold.together if gold.is_across(pair)}
    return Score(
        _counts(told, gold.together, gold.open),
        _counts(across, wanted, gold.open),
        len(told & gold.apart),
        len(gold.apart),
    )


def _counts(told: set[Pair], wanted: Iterable[Pair], open_: frozenset[Pair]) -> Counts:
    wanted = set(wanted)
    return Counts(len(told & wanted), len(told - wanted - open_), len(wanted - told))


def pairs(clusters: Iterable[Sequence[str]]) -> set[Pair]:
    """Every two members of a cluster."""
    return {frozenset(pair) for cluster in clusters for pair in combinations(dict.fromkeys(cluster), 2)}


def _names(event: Event, answer: Event, gold: Gold) -> tuple[dict[str, str], dict[str, str]]:
    """The system's ids -> the gold's where one is meant, else a name of its own; and the article of each."""
    article = dict(gold.article)
    if "attributions" not in answer:
        return {id_: id_ for id_ in gold.article}, article
    meant = aligned(event["attributions"], answer["attributions"])
    names = {one["id"]: meant.get(one["id"], f"? {one['id']}") for one in answer["attributions"]}
    if len(names) < len(answer["attributions"]):
        raise WrongAnswerError(f"{event['event']}: two attributions have one id")
    article |= {names[one["id"]]: one["article"] for one in answer["attributions"]}
    return names, article


def _clusters(event: Event, answer: Event, names: Mapping[str, str]) -> list[Sequence[str]]:
    for id_ in (id_ for cluster in answer.get("clusters", ()) for id_ in cluster):
        if id_ not in names:
            raise WrongAnswerError(f"{event['event']}: a cluster names {id_!r}, which is no attribution")
    return list(answer.get("clusters", ()))
