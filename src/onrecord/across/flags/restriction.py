"""A phrase left out that says where, when or of whom: "women in the capital" here, "women" there."""

from collections.abc import Iterator
from itertools import pairwise

from onrecord.across.flags.cut import is_aside, without_harmless
from onrecord.across.flags.elsewhere import stands_elsewhere
from onrecord.across.flags.finding import Finding, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

LONGEST = 8  # words of a phrase that restricts; what is longer is a clause of its own


def restriction(pair: Pair) -> Iterator[Finding]:
    """The only thing that the other report leaves out of a sentence it otherwise has."""
    for side in sides(pair):
        if not _is_phrase(side) or _explains(side) or is_aside(side):
            continue
        if _only_thing(side) and not stands_elsewhere(side):
            yield _finding(side)


def _is_phrase(side: Side) -> bool:
    """Whether what is left out is one phrase, and the other report has nothing in its place."""
    own = side.own
    if (
        not own
        or len(side.telling.ranges(own)) > 1
        or len(own) > LONGEST
        or side.only_there
        or own[0].plain not in comparing().restricting
    ):
        return False
    says = [x for x in own if x.carries or x.is_number]
    return (
        bool(says)
        and all(x in side.only for x in says)
        and bool(without_harmless(own))
        and _in_sentence(side)
    )


def _explains(side: Side) -> bool:
    """Whether a narrator says where or of whom, what the speaker's own words leave to those who listen."""
    (start, end), *_ = side.shown_there()
    return side.facing.is_quoted(start, end) and not side.telling.is_quoted(
        side.own[0].start, side.own[-1].end
    )


def _in_sentence(side: Side) -> bool:
    """Whether it belongs to a sentence of which the other report has the rest."""
    atoms, first, last = side.telling.atoms, side.own[0], side.own[-1]
    after = side.before is not None and not side.telling.is_cut(atoms[side.before[0]].end, first.start)
    ahead = side.behind is not None and not side.telling.is_cut(last.end, atoms[side.behind[0]].start)
    if side.before is not None and side.behind is not None:
        return after and (ahead or side.behind[1] == side.before[1] + 1)
    return after or ahead


def _only_thing(side: Side) -> bool:
    """Whether the other report adds nothing, and nothing else of this sentence is missing there."""
    others = [s for s in sides(side.pair) if s.gap is not side.gap]
    added = [x for s in others if s.turned != side.turned for x in s.only if x.carries or x.sense]
    missing = [
        x for s in others if s.turned == side.turned for x in s.only if x.carries and _beside(side, x.start)
    ]
    return not added and not missing


def _beside(side: Side, at: int) -> bool:
    """Whether a word stands in the same sentence."""
    low, high = sorted((at, side.own[0].start))
    between = [x for x in side.telling.atoms if low <= x.start <= high]
    return not any(side.telling.is_cut(x.end, y.start) for x, y in pairwise(between))


def _finding(side: Side) -> Finding:
    there = side.shown_there()
    kind = "partial-quote" if side.facing.is_quoted(*there[0]) else "qualifier-differs"
    return seen(kind, side, side.whole, there, "{two} leaves out “{own}”, which {one} has.")
