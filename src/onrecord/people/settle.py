"""Parties settled one after the other: each mention gets somebody, or stays open and says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.people.cast import Cast, Choice
from onrecord.people.introduced import named_next
from onrecord.people.issuers import by_writing, is_writing
from onrecord.people.nouns import nouns
from onrecord.people.parts import parts
from onrecord.people.phrase import Phrase
from onrecord.people.quoted import of_first_person, of_second_person
from onrecord.people.roles import by_role, nearest_name
from onrecord.people.stand_ins import antecedents_of
from onrecord.people.unnamed import earlier_unnamed
from onrecord.record import Party

NEXT = 20  # parties behind an unnamed one among which its name is looked for


@dataclass(slots=True, eq=False)
class Slot:
    """A place for a party in an attribution: as found, its words read, and who it is."""

    attribution: int  # number of the attribution
    place: str  # speakers, addressees or chain
    index: int  # number in that list
    party: Party
    phrase: Phrase | None
    choice: Choice | None = field(default=None)

    @property
    def at(self) -> int:
        return self.phrase.start if self.phrase is not None else -1


def settled(cast: Cast) -> list[Slot]:
    """Every party of the article's attributions with its choice."""
    slots = list(_slots(cast))
    for number, slot in enumerate(slots):
        if slot.phrase is not None and slot.phrase.kind != "pronoun":
            slot.choice = _by_words(cast, slot, slots[number + 1 : number + NEXT])
            if slot.choice is not None and slot.choice.one is not None:
                cast.mention(slot.choice.one, slot.at, speaker=slot.place == "speakers")
                cast.settled[slot.at] = slot.choice.one
    _pronouns(cast, slots)
    return slots


def _slots(cast: Cast) -> Iterator[Slot]:
    for number, a in enumerate(cast.attributions):
        for place in ("speakers", "addressees", "chain"):
            found = [link.party for link in a.chain] if place == "chain" else getattr(a, place)
            split = [p for party in found for p in (_parted(cast, party) if place != "chain" else (party,))]
            for index, party in enumerate(split):
                yield Slot(number, place, index, party, _phrase(cast, party))


def _parted(cast: Cast, party: Party) -> tuple[Party, ...]:
    """One party for each of those who speak jointly."""
    if len(party.mention) != 1:
        return (party,)
    found = parts(cast.phrases, party.mention[0].start, party.mention[0].end)
    if len(found) == 1:
        return (party,)
    return tuple(replace(party, mention=(cast.layout.article.span(s, e),)) for s, e in found)


def _phrase(cast: Cast, party: Party) -> Phrase | None:
    """The words of a party read; of several pieces, the first that names somebody."""
    spans = party.mention or party.antecedent
    if not spans:
        return None
    read = [cast.phrases.read(s.start, s.end) for s in spans]
    chosen = next((p for p in read if p.kind == "name"), read[0])
    if is_writing(chosen) and chosen.lead in nouns().pronouns:  # "his statement" speaks for him
        return Phrase(chosen.start, chosen.start + len(chosen.lead), "pronoun", chosen.lead)
    return chosen


def _by_words(cast: Cast, slot: Slot, slots: Sequence[Slot]) -> Choice | None:
    phrase = slot.phrase
    assert phrase is not None
    if phrase.name is not None:
        return _by_name(cast, phrase)
    found: Choice | None = None
    if is_writing(phrase):
        found = earlier_unnamed(cast, phrase, exactly=True) if phrase.definite and not phrase.owners else None
        found = found or by_writing(cast, phrase)
    elif phrase.kind == "role":
        found = by_role(cast, phrase)
    if found is None and phrase.kind == "role" and slot.place == "speakers":
        found = named_next(cast, phrase, [s.phrase for s in slots if s.phrase and s.place == "speakers"])
    if found is None and phrase.definite:
        found = earlier_unnamed(cast, phrase)
    return found or Choice(cast.add(phrase), None, "own-words", 0.5)


def _by_name(cast: Cast, phrase: Phrase) -> Choice:
    name = phrase.name
    assert name is not None
    one = cast.of(name)
    if not one.name:
        return Choice(None, None, "equally-named", 0.0)
    if len(name.words) < len(one.full):
        return Choice(one, nearest_name(one, name.start), "short-name", 0.9)
    return Choice(one, None, "name", 0.95)


def _pronouns(cast: Cast, slots: Sequence[Slot]) -> None:
    """First persons by the quotation they stand in, the others by what they can stand for."""
    open_ones = [s for s in slots if s.phrase is not None and s.phrase.kind == "pronoun"]
    third = [s for s in open_ones if s.phrase is not None and s.phrase.head not in nouns().first_person]
    found = antecedents_of(cast, [s.phrase for s in third if s.phrase is not None])
    for slot in third:
        assert slot.phrase is not None
        slot.choice = found.get(slot.phrase.start)
        if slot.choice is not None and slot.choice.one is not None:
            cast.mention(slot.choice.one, slot.at, speaker=slot.place == "speakers")
    for slot in open_ones:
        if slot.choice is None and slot.phrase is not None and slot.phrase.head in nouns().first_person:
            slot.choice = of_first_person(cast, slot.at, slots, slot.attribution)
        elif slot.phrase is not None and slot.phrase.head == "you":
            slot.choice = of_second_person(cast, slot.at, slots, slot.attribution) or slot.choice


def chosen_for(cast: Cast, party: Party) -> Slot:
    """A party found later than the others, settled like them."""
    slot = Slot(-1, "addressees", 0, party, _phrase(cast, party))
    if slot.phrase is None:
        return slot
    if slot.phrase.kind == "pronoun":
        slot.choice = antecedents_of(cast, [slot.phrase], speaking=True).get(slot.phrase.start)
    else:
        slot.choice = _by_words(cast, slot, ())
    return slot
