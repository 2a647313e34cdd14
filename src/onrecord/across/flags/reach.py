"""Wider or narrower without a word for how many: a larger place, a plural, a number left out."""

from collections.abc import Iterator

from onrecord.across.flags.atoms import letters
from onrecord.across.flags.finding import Finding, Ranges, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

LONGEST = 6  # words that belong to a noun: "a nurse | retiring in 2045"; more are a clause of their own
NEAR = 3  # words between a number or a quantifier and what it counts


def wider(side: Side, own: Ranges, there: Ranges, *, narrow: bool) -> Finding:
    """A difference of scope; `narrow`: the other report says it of fewer."""
    kind = "scope-narrowed" if narrow != side.turned else "scope-widened"
    return seen(kind, side, own, there)


def reach(side: Side) -> Iterator[Finding]:
    """What this report says of fewer, or of more, than the other one does."""
    for find in (_whole_country, _plural, _part, _numbered, _larger):
        yield from find(side)


def _whole_country(side: Side) -> Iterator[Finding]:
    """ "The country's schools" for "schools in the northern district"."""
    wide = [x for x in side.only if x.plain.endswith("'s") and x.plain.removesuffix("'s") in comparing().wide]
    if not wide or side.behind is None:
        return
    for gap in side.pair.gaps:
        facing = Side(side.pair, gap, not side.turned)
        here = facing.before is not None and facing.before[1] == side.behind[0]
        if here and any(x.carries for x in facing.only) and facing.opens_with("placing"):
            yield wider(side, side.whole, facing.whole, narrow=True)


def _plural(side: Side) -> Iterator[Finding]:
    """ "Nurses" for "a nurse retiring in 2045"."""
    if side.before is None or not side.only or any(x.carries for x in side.only_there):
        return
    i, j = side.before
    one, many = side.telling.atoms[i], side.facing.atoms[j]
    article = side.telling.atoms[i - 1] if i else None
    counts = side.facing.atoms[j - 1] if j else None
    bare = counts is None or not (counts.sense or counts.is_number)
    plural = many.plain.endswith("s") and not one.plain.endswith("s") and letters(one) == letters(many)
    says_more = side.own[0].key not in ("be", "<will>", "and") and len(side.own) <= LONGEST
    if article is not None and article.plain in ("a", "an") and plural and bare and says_more:
        yield wider(side, ((article.start, side.own[-1].end),), ((many.start, many.end),), narrow=False)


def _part(side: Side) -> Iterator[Finding]:
    """ "The wells" for "two of the five wells"."""
    pairs = zip(side.own, side.own[1:], strict=False)
    number = next((x for x, of in pairs if x.is_number and of.plain == "of" and x in side.only), None)
    if number is None or any(x.is_number or x.sense or x.carries for x in side.there):
        return
    follows = side.next_carrying(side.own[-1])
    if follows in side.matched and side.behind is not None and follows - side.behind[0] <= 1:
        end = side.shown(side.own[-1], NEAR)[0][1]
        yield wider(side, ((number.start, end),), side.counterpart(side.own[-1], NEAR), narrow=False)


def _numbered(side: Side) -> Iterator[Finding]:
    """ "Schools" for "two schools"."""
    number = side.only[-1] if side.only and side.own[-1] == side.only[-1] else None
    if number is None or not number.is_number or side.behind is None or side.only_there:
        return
    i, j = side.behind
    noun, there = side.telling.atoms[i], side.facing.atoms
    before = there[j - 1] if j else None
    known = comparing().around["determiners"]
    bare = before is None or not (before.plain in known or before.is_number or before.sense)
    if bare and noun.carries and noun.plain.endswith("s") and there[j].plain.endswith("s"):
        yield wider(side, side.shown(number, NEAR), side.counterpart(number, NEAR), narrow=False)


def _larger(side: Side) -> Iterator[Finding]:
    """ "The country" for "the province"."""
    sizes = comparing().places
    own, there = (
        [x for x in words if x.plain.removesuffix("'s") in sizes] for words in (side.only, side.only_there)
    )
    if side.turned or len(own) != 1 or len(there) != 1:
        return
    (here,), (yonder,) = own, there
    one, two = (sizes[x.plain.removesuffix("'s")] for x in (here, yonder))
    if one != two:
        yield wider(side, ((here.start, here.end),), ((yonder.start, yonder.end),), narrow=two < one)


def nobody(pair: Pair) -> Iterator[Finding]:
    """ "No lorry will pass" for "nobody will pass"."""
    for side in sides(pair):
        kind = side.only[0] if len(side.own) == 1 and side.only else None
        if kind is None or kind.key == "person" or not kind.carries or not side.before or not side.behind:
            continue
        (i, j), (_, verb) = side.before, side.behind
        no, person = side.telling.atoms[i], side.facing.atoms[j]
        if no.plain == "no" and person.plain in comparing().nobody and verb == j + 1:
            yield wider(side, ((no.start, kind.end),), ((person.start, person.end),), narrow=False)
