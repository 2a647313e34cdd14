"""The quantities of a stretch of text: number, measure, bound, and what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.figures.compared import compared, with_plus
from onrecord.figures.core import cores
from onrecord.figures.counted import Noun, is_human, noun_behind, tally_before, thing_behind, with_complement
from onrecord.figures.happened import happened
from onrecord.figures.kept import is_kept, is_kept_alone
from onrecord.figures.lasting import is_age, is_old, lasting
from onrecord.figures.left_out import is_left_out, run_end
from onrecord.figures.ranges import ranged
from onrecord.figures.size import Size, scaled
from onrecord.figures.units import measured
from onrecord.lang.quantities import quantities

LONGEST_HEADLINE = 200  # code points; a longer block is prose, whatever its capitals
SHOUTED = 0.7  # of the longer words of a headline begin with a capital
_JOINED = re.compile(r"[-‑]([a-z]{3,}(?:-[a-z]+)?)")  # "a 12-member panel"
_OF = re.compile(r"\sof\s")
_DETERMINER = re.compile(r"\s(?:the|its|all|their|his|her|my|our|your)\s")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much, the words of it, what it counts and the places that say so."""

    size: Size
    start: int
    end: int
    counts: str | None = None
    evidence: tuple[Range, ...] = ()
    harm: bool = False  # that somebody was killed, arrested, …: it may belong to an event


def quantities_in(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of one block, in order."""
    done, shouted = start, None
    for core in cores(text, start, end):
        if core.start < done:
            continue
        shouted = _is_shouted(text, start, end) if shouted is None else shouted
        size = with_plus(text, ranged(text, scaled(text, core, start, end), start, end), end)
        found = measured(text, size, end)
        if found is None:
            continue
        found = compared(text, found, start, end)
        if is_left_out(text, found, start, end, shouted=shouted):
            done = run_end(text, found)
        elif (quantity := _counted(text, found, start, end)) is not None:
            yield quantity if quantity.start >= done else replace(quantity, start=core.start)
            done = quantity.end
        else:
            done = found.end


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the words of a short block begin with capitals, as those of a headline do."""
    if end - start > LONGEST_HEADLINE:
        return False
    words = [word for word in text[start:end].split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > SHOUTED * len(words)


def _counted(text: str, found: Size, start: int, end: int) -> Quantity | None:
    """The quantity with what it counts, or None if it is none after all."""
    if found.kind == "duration":
        return _duration(text, found)
    if found.kind not in ("count", "ordinal"):
        return _share(text, found, start, end)
    if is_age(text, found, start):
        aged = replace(found, kind="duration", unit="years")
        return Quantity(aged, found.start, found.end, "age", ((found.start, found.end),))
    if found.kind == "count" and (joined := _JOINED.match(text, found.end, end)) is not None:
        return Quantity(found, found.start, joined.end(), joined[1], (joined.span(1),))
    return _count(text, found, start, end)


def _duration(text: str, found: Size) -> Quantity | None:
    lasts = lasting(text, found)
    if lasts is None:
        return None
    if is_old(text, found):
        old = found.end - (4 if text[found.end - 1] in "sS" else 3)
        return Quantity(lasts, lasts.start, lasts.end, "age", ((old, found.end),))
    return Quantity(lasts, lasts.start, lasts.end)


def _share(text: str, found: Size, start: int, end: int) -> Quantity:
    """Money, a share, a ratio, a measure, a rate: of what, said behind it or by the noun before."""
    noun = thing_behind(text, found.end, end)
    if noun is None and found.kind == "ratio":
        noun = noun_behind(text, found.end, end, of=True)
    if noun is None and found.core.sort == "part" and (opened := _DETERMINER.match(text, found.end, end)):
        noun = noun_behind(text, opened.end() - 1, end, many=False)
    if noun is not None:
        place: Range | None = (noun.start, noun.end)
    else:
        place = None if found.kind == "ratio" else tally_before(text, start, found.start)
    named = text[slice(*place)] if place else None
    return Quantity(found, found.start, found.end, named, (place,) if place else ())


def _count(text: str, found: Size, start: int, end: int) -> Quantity | None:
    """A count of things: the noun behind, what became of them, or the noun before a bare number."""
    if found.unit == "times":
        return Quantity(found, found.start, found.end) if found.core.words.lower() != "one" else None
    lone = (
        found.low == 1 or found.kind == "ordinal" or found.core.sort == "vague" and _OF.match(text, found.end)
    )
    noun = None
    if found.unit is None:
        noun = noun_behind(text, found.end, end, many=not lone, of=found.kind == "count")
    upto = found.end if noun is None else noun.end
    became = None
    if found.kind == "count":
        human = noun is None or is_human(noun)
        became = happened(text, (found.start, upto), start, end, human=human)
    if not is_kept(text, found, noun, harmed=became is not None):
        return None
    if noun is None:
        return _alone(text, found, became, start)
    return _of_things(text, found, noun, became, end)


def _of_things(text: str, found: Size, noun: Noun, became: tuple[Range, str] | None, end: int) -> Quantity:
    """ "12 people killed", from a noun and what became of them, wherever that is said."""
    sized = replace(found, unit="people") if found.kind == "count" and is_human(noun) else found
    full = with_complement(text, noun, end)
    named = text[full.start : full.end] + (f" {became[1]}" if became else "")
    places = sorted([(full.start, full.end), *([became[0]] if became else [])])
    return Quantity(sized, found.start, noun.end, named, tuple(places), became is not None)


def _alone(text: str, found: Size, became: tuple[Range, str] | None, start: int) -> Quantity | None:
    """ "30 wounded", "the toll rose to 12", "more than 500": no noun behind."""
    if became is not None:
        things = quantities().context["of_things"].intersection(became[1].split())
        sized = found if things else replace(found, unit="people")
        return Quantity(sized, found.start, found.end, became[1], (became[0],), True)
    tally = None if found.unit else tally_before(text, start, found.start)
    if tally is not None:
        return Quantity(found, found.start, found.end, text[slice(*tally)], (tally,), True)
    return Quantity(found, found.start, found.end) if is_kept_alone(text, found) else None
