"""One plain sentence on how the figures of a group stand to each other, with outlets and givers."""

from collections.abc import Iterator, Sequence
from itertools import product

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
    """`25 injured (police in Northern Wire) against 27 hurt (police in The Herald): both cannot be right.`"""
    if relation == "agree":
        names = list(dict.fromkeys(shown(one.record.article) for one in group))
        return f"{listed(names)} have the same figure: {_what(max(group, key=_telling))}."
    told = " against ".join(_told(group, apart=relation == "different-scope"))
    return f"{told}: {ENDS[relation]}{_later(group) if relation == 'conflict' else ''}."


def _told(group: Sequence[Counted], *, apart: bool) -> Iterator[str]:
    """Each number once, as the figure that tells most has it; `apart`: for each scope once."""
    numbers: dict[tuple[object, ...], list[Counted]] = {}
    for one in group:
        scope = (one.outcomes, one.part) if apart else ()
        numbers.setdefault((one.amount.named, *scope), []).append(one)
    for some in numbers.values():
        yield f"{_what(max(some, key=_telling))} ({'; '.join(_givers(some))})"


def _givers(some: Sequence[Counted]) -> Iterator[str]:
    """Who gave a number in which outlets; outlets alone where an article gives it for itself."""
    known: dict[str, list[Counted]] = {}
    for one in some:
        known.setdefault(one.given_by.casefold(), []).append(one)
    told = {one.article for one in some if one.given_by}
    for giver, figures in known.items():
        mine = [one for one in figures if giver or one.article not in told]
        names = list(dict.fromkeys(shown(one.record.article) for one in mine))
        if names:
            yield f"{mine[0].given_by} in {listed(names)}" if giver else listed(names)


def _telling(one: Counted) -> tuple[bool, bool, bool, str]:
    """A figure that says what became of whom tells more, and one with a giver; of equals by id."""
    return bool(one.outcomes), one.figure.counts is not None, bool(one.given_by), one.id


def _what(one: Counted) -> str:
    """The figure as printed, and what it counts."""
    words = one.figure.span.text
    counts = one.figure.counts.name if one.figure.counts is not None else ""
    missing = [word for word in counts.split() if word.casefold() not in words.casefold()]
    return " ".join((words, *(["of"] if missing and one.figure.kind == "measure" else []), *missing))


def _later(group: Sequence[Counted]) -> str:
    """A remark where the same giver has another number on a later day."""
    given: dict[str, list[Counted]] = {}
    for one in group:
        given.setdefault(one.given_by.casefold(), []).append(one)
    for some in (some for giver, some in given.items() if giver):
        for one, two in product(some, some):
            if not same(one.amount, two.amount) and earlier(one.record, two.record):
                return ", unless the count was revised in between"
    return ""
