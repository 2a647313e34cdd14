"""How sure, how bound: "could" in one report and "will" in another, "might" and "pledged to"."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.bases import bases
from onrecord.across.flags.cues import acts_of
from onrecord.across.flags.finding import Finding, seen
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.side import Side, sides
from onrecord.lang.comparing import comparing

MODALS = ("possible", "likely", "intended", "can", "should", "must", "will")
# What may stand for one another without changing much.
CLOSE = frozenset(frozenset(pair) for pair in (("can", "possible"), ("can", "should")))
ALIKE = 0.6  # of two reports, before modal words of different places are laid beside each other
LIKE = 0.4  # the same of all both say, before a modal word that only one has is told
PLANS = ("plan", "intend")
DOUBTING = ("possible", "likely", "intended")  # leaving one of these out makes what is said sure


def modality(pair: Pair) -> Iterator[Finding]:
    """Two modal words that do not say the same, a doubt left out, a doubt turned into a promise."""
    yield from list(_beside(pair)) or list(_apart_from(pair))


def _beside(pair: Pair) -> Iterator[Finding]:
    """Modal words at one place."""
    for side in sides(pair):
        own, there = _modals(side.only), _modals(side.only_there)
        if own and there and not side.turned and _apart(own, there):
            yield _finding(side, _telling(own), _telling(there))
        elif own and not there and own[-1].sense in DOUBTING and _is_sure(side, own[-1]):
            yield _finding(side, own[-1], None)


def _apart_from(pair: Pair) -> Iterator[Finding]:
    """ "We hope to bring them home" here, "they will be home" there: the clauses are built in another way."""
    if pair.share < ALIKE:
        return
    every = list(sides(pair))
    for turned in (False, True):
        own = [(s, x) for s in every if s.turned == turned for x in s.only if x.sense in DOUBTING]
        own = [(s, x) for s, x in own if x.sense != "intended" or not _is_a_plan((x,))]
        there = [x for s in every if s.turned == turned for x in s.only_there]
        sure = [x for x in there if x.sense == "will"]
        if own and sure and not any(x.sense in (*DOUBTING, "hearsay", "can") for x in there):
            side, atom = own[0]
            first, second = _with_next(side, atom), ((sure[0].start, sure[0].end),)
            yield seen("modality-differs", side, first, second)
            return


def _modals(atoms: Sequence[Atom]) -> list[Atom]:
    return [x for x in atoms if x.sense in MODALS]


def _apart(own: Sequence[Atom], there: Sequence[Atom]) -> bool:
    one, two = _surest(own), _surest(there)
    if one & two or (one | two == {"intended", "will"} and _is_a_plan((*own, *there))):
        return False
    return not any(frozenset((x, y)) in CLOSE for x in one for y in two)


def _is_a_plan(atoms: Sequence[Atom]) -> bool:
    """Whether what is intended is as good as announced: "plans to go" and "will go"."""
    intended = [x for x in atoms if x.sense == "intended"]
    return all(not bases(x.plain.split()[0]).isdisjoint(PLANS) for x in intended)


def _surest(atoms: Sequence[Atom]) -> set[str]:
    """The classes of modal words; "will be able to" is will."""
    found = {x.sense for x in atoms}
    return found - {"can"} if "will" in found else found


def _telling(atoms: Sequence[Atom]) -> Atom:
    """The modal word to be shown: the first one of those that count."""
    return next(x for x in atoms if x.sense in _surest(atoms))


def _is_sure(side: Side, atom: Atom) -> bool:
    """Whether the other report has the same verb, and has it as what is so."""
    follows = side.next_carrying(atom)
    if follows is None or follows not in side.matched or _hedged(side) or side.pair.overall < LIKE:
        return False
    own, there = side.telling.atoms, side.facing.atoms
    between = own[side.number(atom) + 1 : follows]
    before = there[side.matched[follows] - 1 : side.matched[follows]]
    nouns, small = comparing().around["determiners"], comparing().around["infinitive"]
    if atom.plain not in comparing().around["modal"] and atom.sense != "intended":
        return True
    if any(x.plain in nouns for x in between[-1:]):
        return False  # "might have a farmer": no verb follows that the other could have
    return not any(x.plain in nouns | small for x in before)


def _hedged(side: Side) -> bool:
    """Whether the other report doubts, in whatever words."""
    return any(x.sense in (*DOUBTING, "hearsay") for x in side.facing.atoms)


def _finding(side: Side, own: Atom, there: Atom | None) -> Finding:
    first = _with_next(side, own)
    second = ((there.start, _end(side, there)),) if there else side.shown_there()
    return seen("modality-differs", side, first, second)


def _with_next(side: Side, atom: Atom) -> tuple[tuple[int, int], ...]:
    number = side.next_carrying(atom)
    atoms = side.telling.atoms
    near = number is not None and number - side.number(atom) <= 3
    return ((atom.start, atoms[number].end if near and number is not None else atom.end),)


def _end(side: Side, atom: Atom) -> int:
    return _with_next(Side(side.pair, side.gap, not side.turned), atom)[0][1]


def bound(pair: Pair) -> Iterator[Finding]:
    """ "might look again" here, "pledged to rewrite" there."""
    one, two = pair.base, pair.other
    for doubting, binding, turned in ((one, two, False), (two, one, True)):
        doubts = [x for x in doubting.atoms if x.sense == "possible"]
        cues = tuple((s.start, s.end) for s in binding.attribution.cue)
        if (
            doubts
            and cues
            and "binding" in acts_of(binding)
            and not any(x.sense in DOUBTING for x in binding.atoms)
        ):
            doubt = ((doubts[0].start, doubts[0].end),)
            a, b = (cues, doubt) if turned else (doubt, cues)
            yield Finding("modality-differs", pair, a, b)
            return
