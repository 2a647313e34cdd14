"""Entities of a record: numbered in the order of their first mention, with mentions and descriptions."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from onrecord.people.cast import Cast
from onrecord.people.cluster import Someone
from onrecord.people.places import places
from onrecord.people.settle import Slot
from onrecord.record import Entity, PartyKind

KINDS: Mapping[str | None, PartyKind] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "account": "account",
    "document": "document",
    "location": "organisation",  # a place that speaks is its government
}
BELONGING = ("ist", "ists")
LEAST = 0.5  # votes of the tagger and the rules below which a name nobody speaks by is no entity


def entities(cast: Cast, slots: Sequence[Slot]) -> dict[int, Entity]:
    """By the `id` of each one: the entity, for every party and every person and organisation named."""
    spans: dict[int, set[tuple[int, int]]] = {}
    chosen: dict[int, Someone] = {}
    for slot in slots:
        if slot.choice is not None and slot.choice.one is not None:
            one = slot.choice.one
            chosen[id(one)] = one
            if slot.phrase is not None:
                spans.setdefault(id(one), set()).add((slot.phrase.start, slot.phrase.end))
    for one in cast.someone:
        if (
            one.names
            and one.name
            and one.bearer in ("person", "organisation")
            and max(one.weight, one.votes[one.bearer]) >= LEAST
            and not _is_belonging(one.name)
        ):
            chosen[id(one)] = one
    listed = [(one, _mentions(one, spans.get(id(one), ()))) for one in chosen.values()]
    listed.sort(key=lambda pair: pair[1][0])
    return {id(one): _entity(cast, one, mentions, n) for n, (one, mentions) in enumerate(listed, 1)}


def _is_belonging(name: str) -> bool:
    """`Palestinian`, `Zionist`: a word for what belongs to somebody, and nobody by itself."""
    low = name.lower()
    return low in places().demonyms or " " not in low and low.endswith(BELONGING)


def _mentions(one: Someone, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where it is named, and where its parties' words are no name."""
    named = sorted({(n.start, n.end) for n in one.names})
    first_end = list(accumulate((end for _, end in reversed(named)), min))[::-1]  # from each on
    more = set()
    for span in set(spans):
        i = bisect_left(named, (span[0],))
        if i == len(named) or first_end[i] > span[1]:
            more.add(span)
    return sorted({*named, *more})


def _entity(cast: Cast, one: Someone, mentions: Sequence[tuple[int, int]], number: int) -> Entity:
    article = cast.layout.article
    said = sorted({(d.start, d.end) for d in cast.said_of.get(id(one), ()) if d.start >= 0})
    return Entity(
        id=f"{article.id}:e{number}",
        name=one.name,
        kind=kind_of(one),
        named=one.named,
        mentions=tuple(article.span(*m) for m in mentions),
        descriptions=tuple(article.span(*d) for d in said),
    )


def kind_of(one: Someone) -> PartyKind | None:
    """What kind of party somebody is."""
    return KINDS.get(one.bearer)
