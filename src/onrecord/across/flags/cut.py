"""Words left out: under an ellipsis, behind the end of a quotation, or with the condition they set."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.elsewhere import stands_elsewhere
from onrecord.across.flags.finding import Finding, Ranges, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing
from onrecord.record import Mark

FRAMING = (
    "not",
    "condition",
    "bound",
    "few",
    "hearsay",
    "possible",
    "likely",
)  # what a quotation may not begin behind
FEWEST = 3  # words in common: two are said again everywhere
TURNS_SOON = 2  # words of what is cut off among which the one stands that turns the sentence


def ellipsis(pair: Pair) -> Iterator[Finding]:
    """Three dots where another report has words that matter."""
    for side in sides(pair):
        mark = _dots(side)
        left = without_harmless(side.own)
        if mark is None or not any(not x.light for x in left) or is_aside(side):
            continue
        there = ((mark.start, mark.end),)
        yield seen(
            "ellipsis-hides", side, side.whole, there, "The ellipsis in {two} stands where {one} has “{own}”."
        )


def _dots(side: Side) -> Mark | None:
    """The ellipsis of the other report that stands for these words."""
    atoms = side.facing.atoms
    low = atoms[side.before[1]].end if side.before else 0
    high = atoms[side.behind[1]].start if side.behind else len(side.facing.text)
    if not side.own or any(x.carries for x in side.only_there):
        return None
    return next((m for m in side.facing.marks("ellipsis") if low <= m.start and m.end <= high), None)


def without_harmless(atoms: Sequence[Atom]) -> list[Atom]:
    """Without words to the listener, reminders and fillers."""
    left, at = [], 0
    plain = [word for x in atoms for word in x.plain.split()]
    whole = [x for x in atoms for _ in x.plain.split()]
    while at < len(plain):
        likely = _harmless().get(plain[at], ())
        size = next((len(p) for p in likely if tuple(plain[at : at + len(p)]) == p), 0)
        if not size:
            left.append(whole[at])
        at += size or 1
    return list(dict.fromkeys(left))


@cache
def _harmless() -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in comparing().harmless:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def is_aside(side: Side) -> bool:
    """Whether words stand between commas and neither deny, limit nor count anything."""
    text, first, last = side.telling.text, side.own[0], side.own[-1]
    before, behind = text[: first.start].rstrip()[-1:], text[last.end :].lstrip()[:1]
    marked = any(x.sense or x.is_number for x in side.own) or first.plain in comparing().around["limiting"]
    return before in (",", "–", "—", "(") and behind in (",", "–", "—", ")") and not marked


def partial(pair: Pair) -> Iterator[Finding]:
    """A quotation that ends, or begins, where the sentence takes a turn."""
    for side in sides(pair):
        if (
            side.there
            or not any(x.carries for x in side.own)
            or any(x.carries and x not in side.only for x in side.own)
        ):
            continue
        if len(pair.matched) < FEWEST or len(side.telling.ranges(side.own)) > 1:
            continue  # whole sentences before or behind a quotation are not cut off it
        if (_ends_before(side) or _begins_behind(side)) and not stands_elsewhere(side):
            there = _fragment(side)
            if there is None:
                continue
            says = "{two} quotes “{theirs}” without “{own}”, which {one} has."
            yield seen("partial-quote", side, side.whole, there, says)


def _ends_before(side: Side) -> bool:
    """Whether the other's quotation ends here, while this sentence goes on with a turn."""
    if side.before is None or side.behind is not None:
        return False
    i, j = side.before
    here = side.telling.atoms[i]
    goes_on = not side.telling.is_cut(here.end, side.own[0].start)
    last = j == len(side.facing.atoms) - 1 or _mark_ends(side, j)
    return goes_on and last and _turns(side.own)


def _begins_behind(side: Side) -> bool:
    """Whether the other's quotation begins behind a condition or a negation of the same sentence."""
    if side.behind is None or side.before is not None:
        return False
    i, _ = side.behind
    runs_on = not side.telling.is_cut(side.own[-1].end, side.telling.atoms[i].start)
    return runs_on and any(x.sense in FRAMING for x in side.only)


def _turns(atoms: Sequence[Atom]) -> bool:
    """Whether it sets a condition or turns: "but", "if", "and … not"."""
    soon = any(x.plain in comparing().turning for x in atoms[:TURNS_SOON])
    known = comparing().denying
    return soon or any(x.sense in ("not", "condition", "all") or x.plain in known for x in atoms)


def _mark_ends(side: Side, j: int) -> bool:
    atoms = side.facing.atoms
    quotes = [m for m in side.facing.attribution.marks if m.kind == "quoted"]
    return any(
        m.start <= atoms[j].start
        and atoms[j].end <= m.end
        and (j + 1 == len(atoms) or atoms[j + 1].start >= m.end)
        for m in quotes
    )


def _fragment(side: Side) -> Ranges | None:
    """The quotation of the other report that is cut."""
    match = side.before or side.behind
    if match is None:
        return None
    atom = side.facing.atoms[match[1]]
    if not side.facing.is_quoted(atom.start, atom.end):
        return None
    around = [
        m
        for m in side.facing.attribution.marks
        if m.kind == "quoted" and m.start <= atom.start and atom.end <= m.end
    ]
    if around:
        return ((around[0].start, around[0].end),)
    return tuple((s.start, s.end) for s in side.facing.spans)
