"""First and second persons inside somebody's words: "I" is whoever speaks around it, "you" the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.record import Attribution

if TYPE_CHECKING:
    from onrecord.people.settle import Slot


NEAR = 40  # attributions before and behind among which the one around is looked for


def of_first_person(cast: Cast, at: int, slots: Sequence["Slot"], own: int) -> Choice | None:
    """The speaker of the smallest attribution around an "I"."""
    number = around(cast, at, own)
    if number is None:
        return None
    first = bisect_left(slots, number, key=lambda s: s.attribution)
    for slot in slots[first : first + NEAR]:
        if slot.attribution == number and slot.place == "speakers" and slot.choice is not None:
            if slot.choice.one is None:
                return None
            words = (slot.phrase.start, slot.phrase.end) if slot.phrase is not None else None
            return Choice(slot.choice.one, slot.choice.antecedent or words, "speaker-around", 0.85)
    return None


def of_second_person(cast: Cast, at: int, slots: Sequence["Slot"], own: int) -> Choice | None:
    """In an interview of two, the one who does not speak around a "you"."""
    number = around(cast, at, own)
    if number is None or not _is_turn(cast.attributions[number]):
        return None
    turns = [s for s in slots if s.place == "speakers" and _is_turn(cast.attributions[s.attribution])]
    voices = {id(s.choice.one): s.choice for s in turns if s.choice is not None and s.choice.one is not None}
    asking = next((s.choice.one for s in turns if s.attribution == number and s.choice is not None), None)
    other = [choice for choice in voices.values() if choice.one is not asking]
    one = other[0].one if len(voices) == 2 and len(other) == 1 else None
    if one is None or not one.names:
        return None
    name = one.before(at) or one.names[0]
    return Choice(one, (name.start, name.end), "speaker-of-other-turn", 0.8)


def _is_turn(a: Attribution) -> bool:
    return any(reason.name == "transcript-label" for reason in a.reasons)


def speaking_around(cast: Cast, at: int) -> Someone | None:
    """Who is named as saying the words that an offset lies in."""
    last = bisect_right(cast.attributions, at, key=lambda a: a.content[0].start)
    for a in reversed(cast.attributions[max(0, last - NEAR) : last]):
        if any(s.start <= at < s.end for s in a.content):
            for name in (
                n for p in a.speakers for s in p.mention for n in cast.phrases.within(s.start, s.end)
            ):
                return cast.of(name)
    return None


def around(cast: Cast, at: int, own: int) -> int | None:
    """Number of the smallest other attribution in whose content an offset lies."""
    a = cast.attributions[own]
    near = range(max(0, own - NEAR), min(len(cast.attributions), own + NEAR))
    if a.nested_in is not None:
        return next((i for i in near if cast.attributions[i].id == a.nested_in), None)
    holds = [
        (sum(s.end - s.start for s in b.content), i)
        for i, b in ((i, cast.attributions[i]) for i in near)
        if i != own and any(s.start <= at < s.end for s in b.content)
    ]
    return min(holds)[1] if holds else None
