"""The speakers of enclosing attributions: whoever reports somebody's words has passed them on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.record import Attribution, ChainLink

DEEPEST = 8  # attributions around attributions; nobody quotes so deep, and a circle would never end


def enclosed(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """With the speakers of what is around each in its chain, the nearest first, and those they had it from.

    A link of an attribution around it keeps that attribution's id too: there stands how it is known.
    """
    by_id = {a.id: a for a in attributions}
    return tuple(replace(a, chain=(*a.chain, *_around(a, by_id))) for a in attributions)


def _around(inner: Attribution, by_id: Mapping[str, Attribution]) -> list[ChainLink]:
    links: list[ChainLink] = []
    outer = by_id.get(inner.nested_in or "")
    for _ in range(DEEPEST):
        if outer is None:
            break
        links += (ChainLink("speaker", party, outer.cue, attribution=outer.id) for party in outer.speakers)
        links += (replace(link, attribution=link.attribution or outer.id) for link in outer.chain)
        outer = by_id.get(outer.nested_in or "")
    return links
