"""A negation that one report has and another has not: "no evidence" and "evidence"."""

from collections.abc import Iterator

from onrecord.across.flags.atoms import Atom, letters
from onrecord.across.flags.finding import Finding, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

NEAR = 4  # words around a place in which the other report may deny in its own way
LIKE = 0.4  # share of what both say that is in both, before one denies what the other asserts
SHORT = 3  # letters a word has at most before a prefix is looked for
ALIKE = 0.7  # of two reports, before a denial is laid against an assertion


def negation(pair: Pair) -> Iterator[Finding]:
    """What is denied here is asserted there."""
    if pair.base.attribution.polarity != pair.other.attribution.polarity:
        yield from _denied(pair)
        return
    for side in sides(pair):
        found = _alone(side)
        if found is not None:
            yield _finding(side, found)


def _alone(side: Side) -> Atom | None:
    """A negation whose clause the other report has without one."""
    own = [x for x in side.only if x.sense == "not" and not _exclaimed(side, x)]
    there = [x for x in side.only_there if x.sense == "not"]
    if len(own) % 2 == len(there) % 2 or not own:
        return _prefixed(side)
    bears = _is_asserted(side, own[-1]) and not _said_twice(side, own[-1])
    return own[-1] if bears and not _hidden(side) and not _opposite(side) else None


def _is_asserted(side: Side, atom: Atom) -> bool:
    """Whether the other report has what is denied as what is so: no number, and no "to prove"."""
    follows = side.next_carrying(atom)
    if follows is None or follows not in side.matched or side.telling.atoms[follows].is_number:
        return False
    if side.pair.overall < LIKE:
        return False
    before = side.facing.atoms[side.matched[follows] - 1 : side.matched[follows]]
    return not any(x.plain == "to" for x in before) or _is_infinitive(side, follows)


def _is_infinitive(side: Side, number: int) -> bool:
    return any(x.plain == "to" for x in side.telling.atoms[max(0, number - 1) : number])


def _said_twice(side: Side, atom: Atom) -> bool:
    """ "Not about the right side of history, the right side of the law": the other may have the second."""
    follows = side.next_carrying(atom)
    atoms = side.telling.atoms
    return follows is not None and sum(x.key == atoms[follows].key for x in atoms) > 1


def _exclaimed(side: Side, atom: Atom) -> bool:
    """ "No, he was not": the first word answers, it denies nothing."""
    return side.telling.text[atom.end : atom.end + 1] == ","


def _hidden(side: Side) -> bool:
    """Whether the other report denies without a negation, at this place or close to it."""
    atoms = side.facing.atoms
    ends = [m[1] for m in (side.before, side.behind) if m is not None] or [0]
    near = atoms[max(0, min(ends) - NEAR) : max(ends) + NEAR + 1]
    known = comparing().hidden
    taken = set(side.matched.values())
    return any(
        (x.plain in known or letters(x) in known) and side.facing.numbers[x] not in taken for x in near
    ) or any(x.sense in ("few", "not") and side.facing.numbers[x] not in taken for x in near)


def _opposite(side: Side) -> bool:
    """`not safe` is `unsafe`."""
    return any(_prefix(x, y) for x in side.only for y in side.only_there)


def _prefixed(side: Side) -> Atom | None:
    """`unsafe` where the other has `safe`, and neither has a negation there."""
    if any(x.sense == "not" for x in (*side.own, *side.there)):
        return None
    return next((x for x in side.only for y in side.only_there if _prefix(y, x)), None)


def _prefix(plain: Atom, denied: Atom) -> bool:
    one, two = letters(plain), letters(denied)
    if min(len(one), len(two)) <= SHORT:
        return False
    return any(
        two.startswith(p)
        and abs(len(two) - len(p) - len(one)) <= 1
        and one.startswith(two[len(p) :][: len(one)])
        for p in comparing().prefixes
    )


def _finding(side: Side, atom: Atom) -> Finding:
    number = side.next_carrying(atom) if atom.sense else None
    last = side.telling.atoms[number] if number is not None else atom
    own = ((atom.start, last.end),)
    there = _counterpart(side, number)
    return seen("negation-differs", side, own, there)


def _counterpart(side: Side, number: int | None) -> tuple[tuple[int, int], ...]:
    atoms = side.facing.atoms
    if number is None or number not in side.matched:
        return side.shown_there()
    last = side.matched[number]
    first = side.before[1] if side.before is not None and last - NEAR <= side.before[1] < last else last
    return ((atoms[first].start, atoms[last].end),)


def _denied(pair: Pair) -> Iterator[Finding]:
    """A denial of the very words another report has as asserted."""
    lone = [x for gap in pair.gaps for x in (*gap.only_a, *gap.only_b)]
    if pair.share < ALIKE or any(x.sense == "not" or x.plain in comparing().hidden for x in lone):
        return
    cues = [tuple((s.start, s.end) for s in t.attribution.cue) for t in (pair.base, pair.other)]
    if all(cues):
        yield Finding(
            "negation-differs",
            pair,
            cues[0],
            cues[1],
            "{b} has “{wb}” where {a} has “{wa}”, of the same words.",
        )
