"""How much of a statement reports an utterance: the clauses others repeat, and those that go with them.

What others leave out of a quotation is what an analyst looks for, so a statement stays whole where it is
short; a long one is cut at sentences. Where it reports several utterances, each clause goes to one that has
it, or to the nearest clause that one has, so that no words are left over.
"""

import re
from collections.abc import Sequence

from onrecord.across.profile import Profile

SHORT = 60  # words of a statement that is not cut for being long; speeches printed in full are far longer
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s|\n")


def extents(one: Profile, claims: Sequence[frozenset[int]]) -> tuple[frozenset[int], ...]:
    """For each of its groups the clauses that report the utterance; `claims` are those others repeat."""
    held = frozenset().union(*claims)
    if not held or (len(claims) == 1 and len(one.statement.words) <= SHORT):
        return tuple(frozenset(range(len(one.clauses))) for _ in claims)
    goes_with = {at: _holder(one, at, held) for at in range(len(one.clauses))}
    return tuple(frozenset(at for at, to in goes_with.items() if to in some) for some in claims)


def _holder(one: Profile, at: int, held: frozenset[int]) -> int | None:
    """The clause itself where a group has it, else the nearest before it, else behind it."""
    if at in held:
        return at
    before = max((other for other in held if other < at), default=None)
    behind = min((other for other in held if other > at), default=None)
    return next(
        (other for other in (before, behind) if other is not None and _together(one, at, other)), None
    )


def _together(one: Profile, at: int, other: int) -> bool:
    """Whether two clauses are of one sentence, or the statement is short anyway."""
    first, last = sorted((at, other))
    words = one.statement.words
    start, end = words[one.clauses[first].last - 1].end, words[one.clauses[last].first].start
    return len(words) <= SHORT or _STOP.search(one.statement.text, start, end) is None
