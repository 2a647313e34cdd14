"""Limits left out: "about", "at least", "so far", "if …", "as far as …"."""

from collections.abc import Iterator

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.elsewhere import stands_elsewhere
from onrecord.across.flags.finding import Finding, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

CLAUSAL = ("condition", "hearsay", "passing")
MAIN = 2  # words that are not light and stand in both, beside a clause that one leaves out


def qualifier(pair: Pair) -> Iterator[Finding]:
    """A limit that one report has and another has not."""
    for side in sides(pair):
        own = [x for x in side.only if x.sense in comparing().limits]
        there = [x for x in side.only_there if x.sense in comparing().limits]
        if not own or (there and (side.turned or own[0].sense == there[0].sense)):
            continue
        last = _reach(side, own[0])
        if last is not None and _is_broken(side, own[0], last):
            continue
        if there and side.holds(own[0]) and _counted(side, own[0], there[0]):
            yield _both(side, own[0], there[0])
        elif last is not None and not there and not _limited(side) and not stands_elsewhere(side):
            yield _left_out(side, own[0], last)


def _is_broken(side: Side, atom: Atom, last: int) -> bool:
    """Whether a sentence ends, or a cue stands, between a limit and what it belongs to."""
    return len(side.telling.ranges(side.telling.atoms[side.number(atom) : last + 1])) > 1


def _limited(side: Side) -> bool:
    """Whether the other report limits it elsewhere in words of its own."""
    taken = set(side.matched.values())
    return any(
        x.sense in (*comparing().limits, "possible", "likely")
        for j, x in enumerate(side.facing.atoms)
        if j not in taken
    )


def _counted(side: Side, own: Atom, there: Atom) -> bool:
    """Whether both stand before the same number."""
    follows = side.next_carrying(own)
    return (
        follows is not None
        and side.telling.atoms[follows].is_number
        and {own.sense, there.sense} == {"about", "bound"}
    )


def _reach(side: Side, atom: Atom) -> int | None:
    """Where what the limit belongs to ends: the next word, or the clause it opens."""
    atoms = side.telling.atoms
    follows = side.next_carrying(atom)
    if follows is not None and follows in side.matched and atom.sense != "condition":
        return follows
    if (
        follows is None
        and atom.sense in ("passing", "hearsay")
        and side.before is not None
        and not side.there
    ):
        return side.number(atom)
    if atom.sense not in CLAUSAL or follows is None:
        return None
    gap = side.own
    clause = gap[gap.index(atom) :]
    says = [x for x in clause if x.carries or x.is_number]
    if not says or any(x not in side.only for x in says):
        return None
    main = sum(not atoms[i].light for i in side.matched if not _apart(side, i, atom))
    return side.number(clause[-1]) if main >= MAIN and not side.there else None


def _apart(side: Side, i: int, atom: Atom) -> bool:
    """Whether a word stands in another sentence."""
    atoms, n = side.telling.atoms, side.number(atom)
    low, high = min(i, n), max(i, n)
    return any(side.telling.is_cut(atoms[k].end, atoms[k + 1].start) for k in range(low, high))


def _left_out(side: Side, atom: Atom, last: int) -> Finding:
    own = ((atom.start, side.telling.atoms[last].end),)
    number = side.matched.get(last)
    if number is None:
        says = "{two} leaves out “{own}”, which {one} has."
        return seen("qualifier-differs", side, own, side.shown_there(), says)
    facing = side.facing.atoms[number]
    return seen("qualifier-differs", side, own, ((facing.start, facing.end),))


def _both(side: Side, own: Atom, there: Atom) -> Finding:
    return seen("qualifier-differs", side, ((own.start, side.own[-1].end),), ((there.start, there.end),))
