"""One plain sentence on how the figures of a group stand to each other, with outlets and givers."""

from collections.abc import Iterator, Sequence

from onrecord.across.amounts import same
from onrecord.across.comparison import Relation
from onrecord.across.counted import Counted
from onrecord.across.moments import earlier
from onrecord.across.outlets import listed, shown

ENDS = {
    "less-precise": "the one says less precisely what the other says",
    "different-scope": "they count different things",
    "conflict": "both cannot be right",
    "undetermined": "whether they count the same is not clear",
}


def explained(group: Sequence[Counted], relation: Relation) -> str:
    """`25 injured (police) in Northern Wire against 27 hurt (police) in The Herald: both cannot be right.`"""
    if relation == "agree":
        names = list(dict.fromkeys(shown(one.record.article) for one in group))
        return f"{listed(names)} have the same figure: {_what(max(group, key=_telling))}."
    told = " against ".join(_told(group))
    return f"{told}: {ENDS[relation]}{_later(group) if relation == 'conflict' else ''}."


def _told(group: Sequence[Counted]) -> Iterator[str]:
    """Each number once, as the figure that tells most has it, with all outlets that have it."""
    numbers: dict[tuple[object, ...], list[Counted]] = {}
    for one in group:
        numbers.setdefault((one.amount.named, one.outcomes, one.part), []).append(one)
    for some in numbers.values():
        names = list(dict.fromkeys(shown(one.record.article) for one in some))
        yield f"{_what(max(some, key=_telling))} in {listed(names)}"


def _telling(one: Counted) -> tuple[bool, bool, str]:
    """A figure with a giver tells more, and one that says what it counts; of equals by id."""
    return bool(one.given_by), one.figure.counts is not None, one.id


def _what(one: Counted) -> str:
    """The figure as printed, what it counts, who gave it."""
    words = one.figure.span.text
    counts = one.figure.counts.name if one.figure.counts is not None else ""
    missing = [word for word in counts.split() if word.casefold() not in words.casefold()]
    giver = one.given_by
    return " ".join((words, *missing)) + (f" ({giver})" if giver else "")


def _later(group: Sequence[Counted]) -> str:
    """A remark where the same giver has another number on a later day."""
    for one in group:
        for two in group:
            giver = one.given_by.casefold()
            apart = not same(one.amount, two.amount) and earlier(one.record, two.record)
            if apart and giver and giver == two.given_by.casefold():
                return ", unless the count was revised in between"
    return ""
