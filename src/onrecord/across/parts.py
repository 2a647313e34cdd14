"""Parts against parts: which clauses of a long statement another report repeats."""

from collections.abc import Collection, Iterator

from onrecord.across.clauses import Clause
from onrecord.across.profile import Profile
from onrecord.record import Span

COVER = 0.4  # share of a clause that the other statement has, for the clause to count as repeated
WEIGHT = 2.5  # … and its weight
NEARLY = 0.6  # clauses that share this much of what the best one shares count too
OPENING, CLOSING = "[(¿¡", "])?!"  # what belongs to the words it touches: "[Hamas's] soldiers", "how many?"


def repeated(one: Profile, two: Profile) -> frozenset[int]:
    """Which clauses of the first statement stand in the second; at least the one most like it."""
    found = [_shared(clause, two, one) for clause in one.clauses]
    if not found:
        return frozenset()
    best = max(weight for weight, _ in found)
    return frozenset(
        at
        for at, (weight, cover) in enumerate(found)
        if weight >= NEARLY * best or (weight >= WEIGHT and cover >= COVER)
    )


def _shared(clause: Clause, two: Profile, one: Profile) -> tuple[float, float]:
    """The weight of what a clause shares with the best clause of the other, and as a share of its own."""
    whole = sum(one.weights[root] for root in clause.roots)
    best = max(
        (sum(one.weights[root] for root in clause.roots & other.roots) for other in two.clauses), default=0.0
    )
    return best, best / (whole or 1)


def part(one: Profile, clauses: Collection[int]) -> tuple[Span, ...] | None:
    """The words of these clauses as spans of the text; None where they are all of the statement."""
    if len(clauses) == len(one.clauses):
        return None
    return tuple(_spans(one, sorted(clauses)))


def _spans(one: Profile, clauses: list[int]) -> Iterator[Span]:
    """Neighbouring clauses of one span of the content are one span."""
    ranges: list[tuple[int, int]] = []
    for at in clauses:
        clause = one.clauses[at]
        for start, end in _within(one, clause):
            if ranges and not _words_between(one, ranges[-1][1], start):
                start, _ = ranges.pop()
            ranges.append((start, end))
    for start, end in ranges:
        yield Span(start, end, one.statement.text[start:end])


def _within(one: Profile, clause: Clause) -> Iterator[tuple[int, int]]:
    words = one.statement.words[clause.first : clause.last]
    for span in one.statement.attribution.content:
        inside = [word for word in words if span.start <= word.start and word.end <= span.end]
        if inside:
            yield _with_marks(one.statement.text, inside[0].start, inside[-1].end, span)


def _with_marks(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """The words with the brackets they stand in and the mark of a question, as far as these are content."""
    while start > span.start and text[start - 1] in OPENING:
        start -= 1
    while end < span.end and text[end] in CLOSING:
        end += 1
    return start, end


def _words_between(one: Profile, end: int, start: int) -> bool:
    return any(map(str.isalnum, one.statement.text[end:start]))
