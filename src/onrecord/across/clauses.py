"""The clauses of a statement: what is cut at full stops and before what opens a clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.across.statement import Statement
from onrecord.lang.likeness import likeness

ENDS = frozenset(".!?;:—–…")
SHORT = 2  # a clause with fewer words that carry something belongs to its neighbour
APART = 8  # more characters than this between two words: other words stand there
SOON = 6  # words behind "and" among which its clause has its finite verb: a short subject stands before it


@dataclass(frozen=True, slots=True)
class Clause:
    """Words first … last of a statement (last not included), and its roots that carry something."""

    first: int
    last: int
    roots: frozenset[str]


def clauses(statement: Statement, found: Sequence[str]) -> Iterator[Clause]:
    """The words cut into clauses; what is too short stays together. `found` is the root of each word."""
    first, size = 0, len(statement.words)
    for at in range(1, size + 1):
        if at == size or _cut(statement, found, first, at):
            yield Clause(first, at, frozenset(filter(None, found[first:at])))
            first = at


def _cut(statement: Statement, found: Sequence[str], first: int, at: int) -> bool:
    if _carries(found[first:at], SHORT) and _carries(found[at:], SHORT) and _opens(statement, at):
        return True
    return joins(statement, first, at) and _carries(found[first:at], 1) and _carries(found[at:], 1)


def _carries(found: Sequence[str], least: int) -> bool:
    return sum(map(bool, found)) >= least


def _opens(statement: Statement, at: int) -> bool:
    """Whether a clause may begin with this word."""
    before, word, known = statement.words[at - 1], statement.words[at], likeness()
    between = statement.text[before.end : word.start]
    if len(between) > APART or not ENDS.isdisjoint(between):
        return True
    if word.same not in known.openers:
        return "," in between and word.same in known.subjects
    follows = statement.words[at + 1].same if at + 1 < len(statement.words) else ""
    return "," in between or word.same not in known.linking or follows in known.subjects


def joins(statement: Statement, first: int, at: int) -> bool:
    """Whether the word joins a claim that begins at `first` and another: both have a finite verb."""
    if statement.words[at].same not in likeness().joining:
        return False
    return _is_claim(statement, first, at) and _is_claim(statement, at + 2, at + 1 + SOON)


def _is_claim(statement: Statement, first: int, last: int) -> bool:
    known, words = likeness(), [word.same for word in statement.words[max(first - 1, 0) : last]]
    before = words if first else ["", *words]
    return any(word in known.finite and ahead not in known.subordinate for ahead, word in pairwise(before))
