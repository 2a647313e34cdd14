"""A quoted pronoun whose meaning another report gives and this one leaves open."""

import re
from collections.abc import Iterator

from onrecord.across.flags.atoms import Atom, atoms_of
from onrecord.across.flags.finding import Finding, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing
from onrecord.people.nouns import bearer_of
from onrecord.record import Span

LOOK = 300  # code points before a quotation in which its pronouns find their noun
FAR = 500  # and in which a reader may still have it in mind
BODIES = frozenset(("group", "organisation"))
_NAME = re.compile(
    r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+|\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+"
)
_END = re.compile(r"[.!?][”\"’]?\s|\n")


def antecedents(pair: Pair) -> Iterator[Finding]:
    """ "They" where another report has "the militia", and two groups stand before it."""
    around = comparing().around
    for side in sides(pair):
        pronoun = next(
            (
                x
                for x in side.own
                if x.plain in around["many"] | around["one"] and side.telling.is_quoted(x.start, x.end)
            ),
            None,
        )
        nouns = [x for x in side.only_there if x.carries]
        if pronoun is None or not nouns or not _opens(side, pronoun) or any(x.carries for x in side.only):
            continue
        if _open(side, pronoun, nouns):
            own, there = ((pronoun.start, pronoun.end),), ((side.there[0].start, side.there[-1].end),)
            says = "Who “{own}” is stays open in {one}; {two} has “{theirs}”."
            yield seen("antecedent-unclear", side, own, there, says)


def _opens(side: Side, pronoun: Atom) -> bool:
    """Whether a sentence begins with it: what it stands for was said before."""
    number = side.number(pronoun)
    return not number or side.telling.is_cut(side.telling.atoms[number - 1].end, pronoun.start)


def _open(side: Side, pronoun: Atom, nouns: list[Atom]) -> bool:
    """Whether the words before the quotation allow two readings, or none."""
    before = _before(side, pronoun)
    if pronoun.plain in comparing().around["many"]:
        groups = _groups(before)
        return len(groups) >= 2 or not groups and not _said_before(side, pronoun, nouns)
    people = _people(side, before)
    return len(people) >= 2


def _said_before(side: Side, pronoun: Atom, nouns: list[Atom]) -> bool:
    """Whether the article has the other report's noun not far before the pronoun."""
    text = side.telling.text
    start = max(0, pronoun.start - FAR)
    known = {x.key for x in atoms_of(text, (Span(start, pronoun.start, text[start : pronoun.start]),))}
    return any(x.key in known for x in nouns)


def _before(side: Side, pronoun: Atom) -> str:
    """The sentence before the one with the pronoun."""
    text, end = side.telling.text, pronoun.start
    start = max(0, end - LOOK, text.rfind("\n\n", 0, end))
    found = text[start:end]
    stops = [m.end() for m in _END.finditer(found)]
    return found[stops[-2] :] if len(stops) >= 2 else found


def _groups(text: str) -> dict[str, str]:
    """Groups of people named in a stretch: soldiers, militia."""
    return {
        x.key: x.plain
        for x in atoms_of(text, (Span(0, len(text), text),))
        if bearer_of(x.plain) in BODIES and (x.plain.endswith("s") or bearer_of(x.plain) == "group")
    }


def _people(side: Side, text: str) -> set[str]:
    """People named with two names, without the speaker."""
    speaker = {w for p in side.telling.attribution.speakers for s in p.mention for w in s.text.split()}
    found = {m.group() for m in _NAME.finditer(text)}
    return {name for name in found if not speaker & set(name.split())}
