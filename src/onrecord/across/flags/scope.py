"""Of how many: "some" in one report and "all" in another, a district and the whole country."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.reach import NEAR, nobody, reach, wider
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

ANY = "any"
ALIKE = 0.6  # of two reports, before counting words of different places are laid beside each other


def scope(pair: Pair) -> Iterator[Finding]:
    """What is said of some here is said of all there, or the other way round."""
    found = [*nobody(pair), *_at_one_place(pair)]
    yield from found or _at_two_places(pair)


def _at_one_place(pair: Pair) -> Iterator[Finding]:
    for side in sides(pair):
        own, there = _counts(side), _counts(Side(pair, side.gap, not side.turned))
        if own and there:
            if not side.turned and _rank(own[0]) != _rank(there[0]):
                yield _finding(side, own[0], narrow=_rank(there[0]) < _rank(own[0]))
        elif own and _rank(own[0]) < _rank_of_all() and _open(side, own[0]):
            yield _finding(side, own[0], narrow=False)
        elif own and _rank(own[0]) == _rank_of_all() and _restricted(side):
            yield _finding(side, own[0], narrow=True)
        elif not own:
            yield from reach(side)


def _at_two_places(pair: Pair) -> Iterator[Finding]:
    """ "Members voted by a majority" here, "all members voted" there."""
    if pair.share < ALIKE:
        return
    every = list(sides(pair))
    one, two = ([(s, x) for s in every if s.turned == turned for x in _counts(s)] for turned in (False, True))
    if len(one) == len(two) == 1 and one[0][1].sense != two[0][1].sense:
        (side, own), (facing, there) = one[0], two[0]
        kind = "scope-narrowed" if _rank(there) < _rank(own) else "scope-widened"
        yield Finding(kind, pair, side.shown(own, NEAR), facing.shown(there, NEAR), gap=facing.gap)


def _rank_of_all() -> int:
    return len(comparing().scope) - 1


def _rank(atom: Atom) -> int:
    return comparing().scope.index(atom.sense)


def _counts(side: Side) -> list[Atom]:
    """The words that say of how many and that the other has not."""
    return [x for x in side.only if x.sense in comparing().scope and not _idle(side, x)]


def _idle(side: Side, atom: Atom) -> bool:
    """ "Any" under a negation or a condition says nothing of how many, nor does "not all" beside "some"."""
    before = _clause_before(side, atom)
    if any(x.sense in ("not", "condition") or x.plain in ("whether", "without") for x in before):
        return atom.plain.startswith(ANY) or before[-1].sense == "not"
    return False


def _clause_before(side: Side, atom: Atom) -> Sequence[Atom]:
    atoms, last = side.telling.atoms, side.number(atom)
    first = last
    while first and not side.telling.is_cut(atoms[first - 1].end, atoms[first].start):
        first -= 1
    return atoms[first:last]


def _open(side: Side, atom: Atom) -> bool:
    """Whether the other report says it of the same things without any limit."""
    follows = side.next_carrying(atom)
    if (
        atom.sense == "many"
        or follows is None
        or follows not in side.matched
        or follows - side.number(atom) > NEAR
    ):
        return False
    if atom.sense == "some" and any(x.carries for x in side.only_there):
        return False  # "some cuts", "spending cuts": the other has a limit of its own
    there = side.facing.atoms
    before = there[max(0, side.matched[follows] - NEAR) : side.matched[follows]]
    behind = there[side.matched[follows] + 1 : side.matched[follows] + 1 + NEAR]
    if any(x.sense in comparing().scope for x in behind):
        return False
    limits = [x for x in (*before, *side.there) if x.sense or x.is_number or x.plain in ("a", "an")]
    return all(side.is_matched_there(x) and x.plain not in ("a", "an") and not x.is_number for x in limits)


def _restricted(side: Side) -> bool:
    """Whether the other report names some of them: "evening flights" for "all flights"."""
    limiting = [x for x in side.only_there if x.carries and x.key != "person" and not x.is_number]
    if not limiting or len(side.there) > NEAR:
        return False
    if side.behind is None and len(side.own) == len(side.there) == 1:
        return True
    if side.behind is None or side.behind[1] - side.facing.numbers[limiting[-1]] > 1:
        return False
    return not any(x.carries for x in side.own)


def _finding(side: Side, atom: Atom, *, narrow: bool) -> Finding:
    return wider(side, side.shown(atom, NEAR), side.counterpart(atom, NEAR), narrow=narrow)
