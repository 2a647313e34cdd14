"""Who is who in one article: mentions become entities, and every party is pointed at one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.people.cast import Cast, cast
from onrecord.people.entities import entities, kind_of
from onrecord.people.registry import ListFile, Registry, registry, settled_list
from onrecord.people.settle import Slot, chosen_for, settled
from onrecord.record import Attribution, Entity, Party, Reason
from onrecord.tagger import TaggedName, Vectors
from onrecord.text.layout import Layout

__all__ = ["Known", "ListFile", "people", "registry", "settled_list"]


@dataclass(frozen=True, slots=True)
class Known:
    """The entities of one article, and its attributions with their parties resolved."""

    layout: Layout
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    cast: Cast
    numbered: Mapping[int, Entity]

    def party(self, start: int, end: int) -> Party:
        """The party that a stretch of the text names."""
        bare = Party(mention=(self.layout.article.span(start, end),))
        slot = chosen_for(self.cast, bare)
        return _party(self.cast, slot, self.numbered)


def people(
    layout: Layout,
    attributions: Sequence[Attribution],
    names: Sequence[TaggedName],
    vectors: Sequence[Vectors] = (),
    registry: Registry | None = None,
) -> Known:
    """Group the mentions of an article and resolve the parties of its attributions.

    What the user's list of people says goes before what is guessed.
    """
    found = cast(layout, attributions, names, vectors, registry)
    slots = settled(found)
    numbered = entities(found, slots)
    by_attribution: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        by_attribution[slot.attribution].append(slot)
    resolved = (_resolved(found, a, by_attribution[i], numbered) for i, a in enumerate(attributions))
    listed = tuple(sorted(numbered.values(), key=lambda e: int(e.id.rpartition(":e")[2])))
    return Known(layout, tuple(resolved), listed, found, numbered)


def _resolved(
    cast: Cast, a: Attribution, slots: Sequence[Slot], numbered: Mapping[int, Entity]
) -> Attribution:
    """The attribution with its parties settled, and why."""
    made = {
        place: tuple(_party(cast, s, numbered) for s in slots if s.place == place)
        for place in ("speakers", "addressees", "chain")
    }
    chain = tuple(replace(link, party=party) for link, party in zip(a.chain, made["chain"], strict=True))
    reasons = tuple(reason for s in slots if (reason := _reason(cast, s)) is not None)
    return replace(
        a, speakers=made["speakers"], addressees=made["addressees"], chain=chain, reasons=a.reasons + reasons
    )


def _party(cast: Cast, slot: Slot, numbered: Mapping[int, Entity]) -> Party:
    choice, party = slot.choice, slot.party
    if choice is None or choice.one is None:
        return party
    one, article = choice.one, cast.layout.article
    entity = numbered.get(id(one))
    antecedent = (article.span(*choice.antecedent),) if choice.antecedent else party.antecedent
    return replace(
        party,
        antecedent=antecedent,
        entity=entity.id if entity else None,
        name=one.name,
        kind=kind_of(one) or party.kind,
        named=one.named,
    )


def _reason(cast: Cast, slot: Slot) -> Reason | None:
    """Why a party is who it is, unless its own full name says it."""
    choice = slot.choice
    if choice is None or choice.rule in ("name", "own-words"):
        return None
    words = choice.antecedent or (slot.phrase.start, slot.phrase.end) if slot.phrase else choice.antecedent
    evidence = (cast.layout.article.evidence(*words),) if words else ()
    return Reason(slot.place, "rule", choice.rule, evidence, choice.score)
