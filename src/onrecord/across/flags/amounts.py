"""Figures and days inside what is said that differ."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.finding import Finding, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import sides
from onrecord.across.flags.telling import Telling
from onrecord.record import DateExpression, Figure, Span


def figures(pair: Pair) -> Iterator[Finding]:
    """A figure that the other report has not, facing one of its own of the same sort."""
    one, two = (_figures(t) for t in (pair.base, pair.other))
    only_one = [f for f in one if not any(_agree(f, g) for g in two)]
    only_two = [g for g in two if not any(_agree(f, g) for f in one)]
    for first in only_one:
        facing = [g for g in only_two if _sort(first, g) and _beside(pair, first.span, g.span)]
        if (
            not facing
            and len(only_one) == len(only_two) == 1
            and _sort(first, only_two[0])
            and _of_one_thing(first, only_two[0])
        ):
            facing = list(only_two)
        if facing:
            yield _finding("figure-differs", pair, first.span, facing[0].span)


def vague(pair: Pair) -> Iterator[Finding]:
    """ "Many more" for "a hundred times more"."""
    for side in sides(pair):
        numbers = [x for x in side.only if x.is_number]
        words = [x for x in side.only_there if x.sense in ("many", "some", "few")]
        if numbers and words and not any(x.is_number for x in side.there):
            own, there = ((numbers[0].start, numbers[-1].end),), ((words[0].start, words[0].end),)
            yield seen("figure-differs", side, own, there)


def _figures(telling: Telling) -> list[Figure]:
    return [
        f
        for f in telling.statement.record.figures
        if f.kind != "ordinal" and any(s.start <= f.span.start and f.span.end <= s.end for s in telling.spans)
    ]


def _agree(one: Figure, two: Figure) -> bool:
    """Whether two figures can be the same: their bounds meet, in one unit."""
    if one.unit != two.unit and one.unit and two.unit and one.kind == two.kind != "count":
        return False
    low = max(x for x in (one.low, two.low, float("-inf")) if x is not None)
    high = min(x for x in (one.high, two.high, float("inf")) if x is not None)
    vague = {"about", "nearly"} & {one.comparator, two.comparator}
    return low <= high or (bool(vague) and low <= high * 1.15)


def _sort(one: Figure, two: Figure) -> bool:
    return one.kind == two.kind or {one.kind, two.kind} <= {"share", "ratio", "rate"}


def _of_one_thing(one: Figure, two: Figure) -> bool:
    return (
        one.counts is not None
        and two.counts is not None
        and one.counts.name.casefold() == two.counts.name.casefold()
    )


def dates(pair: Pair) -> Iterator[Finding]:
    """A day that the other report has not, facing one of its own."""
    one, two = (_dates(t) for t in (pair.base, pair.other))
    for first in one:
        if any(_meet(first, d) for d in two):
            continue
        alike = [d for d in two if len(_stamp(d)) == len(_stamp(first))]  # no month for a weekday
        facing = [d for d in alike if _beside(pair, first.span, d.span) and not any(_meet(d, e) for e in one)]
        if facing:
            yield _finding("date-differs", pair, first.span, facing[0].span)


def _dates(telling: Telling) -> list[DateExpression]:
    return [
        d
        for d in telling.statement.record.dates
        if _stamp(d) and any(s.start <= d.span.start and d.span.end <= s.end for s in telling.spans)
    ]


def _meet(one: DateExpression, two: DateExpression) -> bool:
    """Whether two can be the same day: "next week" and the Tuesday in it can."""
    return values_meet(_stamp(one), _stamp(two)) or _is_within(one, two) or _is_within(two, one)


def _is_within(day: DateExpression, stretch: DateExpression) -> bool:
    first, last = stretch.on.range or (None, None)
    return bool(first and last and first <= _stamp(day) <= last)


def _stamp(date: DateExpression) -> str:
    """Its day; of a stretch of time the bound that is known."""
    return date.on.value or next((end for end in date.on.range or () if end), "")


def values_meet(one: str, two: str) -> bool:
    """Whether two EDTF dates can be the same; unknown digits agree with all."""
    short = min(len(one), len(two), 10)
    return all(a == b or "X" in (a, b) for a, b in zip(one[:short], two[:short], strict=True))


def _beside(pair: Pair, one: Span, two: Span) -> bool:
    """Whether two stretches stand at one place of the alignment."""
    return any(_touches(gap.a, one) and _touches(gap.b, two) for gap in pair.gaps)


def _touches(words: Sequence[object], span: Span) -> bool:
    return any(x.start < span.end and span.start < x.end for x in words)  # type: ignore[attr-defined]


def _finding(kind: str, pair: Pair, one: Span, two: Span) -> Finding:
    gap = next((g for g in pair.gaps if _touches(g.a, one)), None)
    return Finding(kind, pair, ((one.start, one.end),), ((two.start, two.end),), gap=gap)
