"""First persons inside somebody's words: "I" and "we" are whoever speaks around them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.people.cast import Cast, Choice

if TYPE_CHECKING:
    from onrecord.people.settle import Slot


def of_first_person(cast: Cast, at: int, slots: Sequence["Slot"], own: int) -> Choice | None:
    """The speaker of the smallest attribution around an "I"."""
    number = around(cast, at, own)
    if number is None:
        return None
    for slot in slots:
        if slot.attribution == number and slot.place == "speakers" and slot.choice is not None:
            if slot.choice.one is None:
                return None
            words = (slot.phrase.start, slot.phrase.end) if slot.phrase is not None else None
            return Choice(slot.choice.one, slot.choice.antecedent or words, "speaker-around", 0.85)
    return None


def around(cast: Cast, at: int, own: int) -> int | None:
    """Number of the smallest other attribution in whose content an offset lies."""
    a = cast.attributions[own]
    numbers = {b.id: i for i, b in enumerate(cast.attributions)}
    if a.nested_in is not None:
        return numbers.get(a.nested_in)
    holds = [
        (sum(s.end - s.start for s in b.content), i)
        for i, b in enumerate(cast.attributions)
        if i != own and any(s.start <= at < s.end for s in b.content)
    ]
    return min(holds)[1] if holds else None
