"""Which pairs of attributions are reports of one utterance, which are not, and which are left open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Pair = frozenset[str]
HALF = 0.5  # of the shorter content, from which a nested report stands for the one around it


@dataclass(frozen=True, slots=True)
class Gold:
    """The pairs of one event, by ids of attributions."""

    together: frozenset[Pair]
    open: frozenset[Pair]  # neither right nor wrong
    apart: frozenset[Pair]  # hard negatives, never open
    article: Mapping[str, str]  # of each attribution

    def is_across(self, pair: Pair) -> bool:
        """Whether the two stand in two articles."""
        return len({self.article[id_] for id_ in pair}) > 1


def gold_of(event: Mapping[str, Any]) -> Gold:
    """The pairs of an event: firm members of a group; open are optional, doubtful and nested ones."""
    firm, every = set(), set(_nested(event))
    for utterance in event["utterances"]:
        for one, two in combinations(utterance["members"], 2):
            pair = frozenset((one["attribution"], two["attribution"]))
            every.add(pair)
            if not (one.get("optional") or two.get("optional")):
                firm.add(pair)
    every |= {frozenset(pair[:2]) for pair in event.get("doubtful", ())}
    every |= _standing_for(event)
    apart = frozenset(frozenset(pair[:2]) for pair in event["non_variants"])
    article = {one["id"]: one["article"] for one in event["attributions"]}
    alone = {pair for pair in firm if len(pair) < 2}
    return Gold(frozenset(firm - alone), frozenset(every - firm - apart), apart, article)


def _around(event: Mapping[str, Any]) -> dict[str, set[str]]:
    """Attribution -> all it stands in, and all that stands in it."""
    outer = {one["id"]: one.get("nested_in") for one in event["attributions"]}
    found: dict[str, set[str]] = {id_: set() for id_ in outer}
    for id_ in outer:
        up = outer[id_]
        while up:
            found[id_].add(up)
            found[up].add(id_)
            up = outer[up]
    return found


def _nested(event: Mapping[str, Any]) -> Iterable[Pair]:
    return (frozenset((id_, other)) for id_, others in _around(event).items() for other in others)


def _standing_for(event: Mapping[str, Any]) -> set[Pair]:
    """A report inside or around a member, of which it has half the words, beside the other members."""
    content = {one["id"]: characters(one["content"]) for one in event["attributions"]}
    near, found = _around(event), set()
    for utterance in event["utterances"]:
        for member in utterance["members"]:
            own = characters(member["part"]) if member["part"] else content[member["attribution"]]
            alike = [
                one
                for one in near[member["attribution"]]
                if len(content[one] & own) >= HALF * min(len(content[one]), len(own))
            ]
            others = [other["attribution"] for other in utterance["members"]]
            found |= {frozenset((one, other)) for one in alike for other in others if one != other}
    return {pair for pair in found if len(pair) > 1}


def characters(spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places of all characters of some spans."""
    return frozenset(at for start, end in spans for at in range(start, end))
