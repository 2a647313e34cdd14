"""Of how many: "some" in one report and "all" in another, a district and the whole country."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.atoms import Atom, letters
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

ANY = "any"
ALIKE = 0.6  # of two reports, before counting words of different places are laid beside each other
REACH = 3  # words between a quantifier and what it counts
SAYS = "{b} has “{wb}” where {a} has “{wa}”."


def scope(pair: Pair) -> Iterator[Finding]:
    """What is said of some here is said of all there, or the other way round."""
    found = [*_nobody(pair), *_at_one_place(pair)]
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
            yield from _wide(side)
            yield from _many(side)
            yield from _some_of(side)
            yield from _numbered(side)
            yield from _larger(side)


def _at_two_places(pair: Pair) -> Iterator[Finding]:
    """ "Members voted by a majority" here, "all members voted" there."""
    if pair.share < ALIKE:
        return
    every = list(sides(pair))
    one, two = ([(s, x) for s in every if s.turned == turned for x in _counts(s)] for turned in (False, True))
    if len(one) == len(two) == 1 and one[0][1].sense != two[0][1].sense:
        (side, own), (facing, there) = one[0], two[0]
        kind = "scope-narrowed" if _rank(there) < _rank(own) else "scope-widened"
        yield Finding(kind, pair, _shown(side, own), _shown(facing, there), SAYS, facing.gap)


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
        or follows - side.number(atom) > REACH
    ):
        return False
    there = side.facing.atoms
    before = there[max(0, side.matched[follows] - REACH) : side.matched[follows]]
    behind = there[side.matched[follows] + 1 : side.matched[follows] + 1 + REACH]
    if any(x.sense in comparing().scope for x in behind):
        return False
    limits = [x for x in (*before, *side.there) if x.sense or x.is_number or x.plain in ("a", "an")]
    return all(side.is_matched_there(x) and x.plain not in ("a", "an") and not x.is_number for x in limits)


def _restricted(side: Side) -> bool:
    """Whether the other report names some of them: "evening flights" for "all flights"."""
    limiting = [x for x in side.only_there if x.carries and x.key != "person" and not x.is_number]
    if not limiting or len(side.there) > REACH:
        return False
    if side.behind is None and len(side.own) == len(side.there) == 1:
        return True
    if side.behind is None or side.behind[1] - side.facing.numbers[limiting[-1]] > 1:
        return False
    return not any(x.carries for x in side.own)


def _wide(side: Side) -> Iterator[Finding]:
    """ "The country's schools" for "schools in the northern district"."""
    wide = [x for x in side.only if x.plain.endswith("'s") and x.plain.removesuffix("'s") in comparing().wide]
    if not wide or side.behind is None:
        return
    for gap in side.pair.gaps:
        facing = Side(side.pair, gap, not side.turned)
        here = facing.before is not None and facing.before[1] == side.behind[0]
        if (
            here
            and any(x.carries for x in facing.only)
            and facing.own[0].plain in comparing().around["placing"]
        ):
            own, there = _all_of(side), _all_of(facing)
            a, b = (there, own) if side.turned else (own, there)
            yield Finding(
                "scope-widened" if side.turned else "scope-narrowed", side.pair, a, b, SAYS, side.gap
            )


def _many(side: Side) -> Iterator[Finding]:
    """ "Nurses" for "a nurse retiring in 2045"."""
    if side.before is None or not side.only or any(x.carries for x in side.only_there):
        return
    i, j = side.before
    one, many = side.telling.atoms[i], side.facing.atoms[j]
    first = side.telling.atoms[i - 1].plain if i else ""
    plural = many.plain.endswith("s") and not one.plain.endswith("s") and letters(one) == letters(many)
    counted = j and (side.facing.atoms[j - 1].sense or side.facing.atoms[j - 1].is_number)
    if (
        first in ("a", "an")
        and plural
        and not counted
        and side.own[0].plain not in ("is", "are", "was", "will")
    ):
        own = ((side.telling.atoms[i - 1].start, side.own[-1].end),)
        there = ((many.start, many.end),)
        a, b = (there, own) if side.turned else (own, there)
        yield Finding("scope-narrowed" if side.turned else "scope-widened", side.pair, a, b, SAYS, side.gap)


def _some_of(side: Side) -> Iterator[Finding]:
    """ "The wells" for "two of the five wells"."""
    number = next(
        (x for x, y in zip(side.own, side.own[1:], strict=False) if x.is_number and y.plain == "of"), None
    )
    if (
        number is None
        or number not in side.only
        or any(x.is_number or x.sense or x.carries for x in side.there)
    ):
        return
    follows = side.next_carrying(side.own[-1])
    if follows in side.matched and side.behind is not None and follows - side.behind[0] <= 1:
        yield _finding(side, side.own[-1], narrow=False, first=number)


def _numbered(side: Side) -> Iterator[Finding]:
    """ "Schools" for "two schools"."""
    number = (
        side.only[-1] if side.only and side.only[-1].is_number and side.own[-1] == side.only[-1] else None
    )
    if number is None or side.behind is None or side.only_there:
        return
    i, j = side.behind
    noun, there = side.telling.atoms[i], side.facing.atoms
    before = there[j - 1] if j else None
    bare = before is None or not (
        before.plain in comparing().around["determiners"] or before.is_number or before.sense
    )
    if bare and noun.carries and noun.plain.endswith("s") and there[j].plain.endswith("s"):
        yield _finding(side, number, narrow=False)


def _larger(side: Side) -> Iterator[Finding]:
    """ "The country" for "the province"."""
    sizes = comparing().places
    own, there = (
        [x for x in words if x.plain.removesuffix("'s") in sizes] for words in (side.only, side.only_there)
    )
    if side.turned or len(own) != 1 or len(there) != 1:
        return
    here, yonder = (sizes[x[0].plain.removesuffix("'s")] for x in (own, there))
    if here != yonder:
        a, b = ((own[0].start, own[0].end),), ((there[0].start, there[0].end),)
        yield Finding("scope-widened" if yonder > here else "scope-narrowed", side.pair, a, b, SAYS, side.gap)


def _nobody(pair: Pair) -> Iterator[Finding]:
    """ "No lorry will pass" for "nobody will pass"."""
    for side in sides(pair):
        kind = side.only[0] if len(side.own) == 1 and side.only else None
        if (
            kind is None
            or side.before is None
            or side.behind is None
            or kind.key == "person"
            or not kind.carries
        ):
            continue
        (no, nobody), (_, verb) = side.before, side.behind
        person = side.facing.atoms[nobody]
        if side.telling.atoms[no].plain == "no" and person.plain in comparing().nobody and verb == nobody + 1:
            own, there = ((side.telling.atoms[no].start, kind.end),), ((person.start, person.end),)
            a, b = (own, there) if not side.turned else (there, own)
            yield Finding("scope-narrowed" if side.turned else "scope-widened", pair, a, b, SAYS, side.gap)


def _all_of(side: Side) -> Ranges:
    return ((side.own[0].start, side.own[-1].end),)


def _finding(side: Side, atom: Atom, *, narrow: bool, first: Atom | None = None) -> Finding:
    """`narrow`: the other report says it of fewer."""
    own, there = _shown(side, atom), _facing(side, atom)
    own = ((first.start, own[0][1]),) if first else own
    a, b = (there, own) if side.turned else (own, there)
    kind = "scope-narrowed" if narrow != side.turned else "scope-widened"
    return Finding(kind, side.pair, a, b, SAYS, side.gap)


def _shown(side: Side, atom: Atom) -> Ranges:
    follows = side.next_carrying(atom)
    near = follows is not None and follows - side.number(atom) <= REACH
    last = side.telling.atoms[follows] if near and follows is not None else atom
    return ((atom.start, last.end),)


def _facing(side: Side, atom: Atom) -> Ranges:
    """What the other report has where these words stand, up to what is counted."""
    follows = side.next_carrying(atom)
    atoms = side.facing.atoms
    if follows is not None and follows in side.matched and follows - side.number(atom) <= REACH:
        last = side.matched[follows]
        first = side.there[0] if side.there and side.there[0].start < atoms[last].end else atoms[last]
        return ((first.start, atoms[last].end),)
    return side.shown_there()
