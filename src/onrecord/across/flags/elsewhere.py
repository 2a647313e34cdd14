"""Whether what a report seems to leave out stands in its article after all, around what is compared."""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.across.flags.atoms import Atom, atoms_of
from onrecord.across.flags.side import Side
from onrecord.across.flags.telling import Telling
from onrecord.record import Span

IN_QUOTATION = 0.33  # share of the words left out that stand in the part of a statement not compared
AROUND = 0.67  # … and that the text has close by
NEAR = 150  # code points around a statement


def stands_elsewhere(side: Side) -> bool:
    """Whether the other article has it next to its report, or says there on which condition."""
    whole, near = _whole(side.facing), _near(side.facing)
    if any(x.sense == "condition" for x in side.only) and any(x.sense == "condition" for x in near):
        return True
    return _share(side.only, whole) >= IN_QUOTATION or _share(side.only, near) >= AROUND


def stands_beside(side: Side) -> bool:
    """Whether the other article has every word of it next to its report."""
    says = {x.key for x in side.only if not x.light}
    return bool(says) and says <= {x.key for x in _near(side.facing)}


def _share(words: Sequence[Atom], known: Sequence[Atom]) -> float:
    says, keys = [x for x in words if x.carries], {x.key for x in known}
    return sum(x.key in keys for x in says) / max(1, len(says))


def _whole(telling: Telling) -> Sequence[Atom]:
    """The words of the statement that are not compared."""
    return [x for x in atoms_of(telling.text, telling.attribution.content) if x not in telling.numbers]


@lru_cache(maxsize=256)
def _near(telling: Telling) -> Sequence[Atom]:
    """The same with those of the article just before and behind it, without the cue."""
    spans, cues = telling.attribution.content, telling.attribution.cue
    start, end = max(0, spans[0].start - NEAR), min(len(telling.text), spans[-1].end + NEAR)
    found = atoms_of(telling.text, (Span(start, end, telling.text[start:end]),))
    left = [x for x in found if x not in telling.numbers]
    return [x for x in left if not any(s.start < x.end and x.start < s.end for s in cues)]
