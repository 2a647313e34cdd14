"""Links that stand elsewhere: the speakers of enclosing attributions, and the links of what is continued."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.record import Attribution, ChainLink

DEEPEST = 8  # attributions around attributions; nobody quotes so deep, and a circle would never end


def enclosed(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """With the speakers of what is around each in its chain, the nearest first, and those they had it from.

    A link of an attribution around it keeps that attribution's id too: there stands how it is known.
    """
    by_id: dict[str, Attribution] = {}
    for a in attributions:
        by_id[a.id] = _continued(a, by_id.get(a.continues or ""))
    attributions = tuple(by_id.values())
    around = ((a, _around(a, by_id)) for a in attributions)
    return tuple(replace(a, chain=(*a.chain, *links)) if links else a for a, links in around)


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


def _continued(a: Attribution, before: Attribution | None) -> Attribution:
    """What runs on came through the same hands: `"It poured," he went on`."""
    if before is None or a.chain or a.nested_in != before.nested_in:
        return a
    links = (
        replace(
            link,
            party=replace(link.party, mention=(), antecedent=link.party.mention or link.party.antecedent),
            cue=(),
        )
        for link in before.chain
    )
    return replace(a, chain=tuple(links))
