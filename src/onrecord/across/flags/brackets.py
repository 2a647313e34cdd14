"""Words in brackets that differ, that only one report has, or that another has without brackets."""

from collections.abc import Iterator

from onrecord.across.flags.atoms import atoms_of, letters
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Match, Pair
from onrecord.across.flags.telling import Telling
from onrecord.across.words import words_of
from onrecord.lang.comparing import comparing
from onrecord.record import Mark, Span

NEAR = 4  # words around a place in which the words of a lost bracket stand


def brackets(pair: Pair) -> Iterator[Finding]:
    """Every bracket of the two, laid beside what the other report has there."""
    done: set[Mark] = set()
    for one, two, turned, matched in (
        (pair.base, pair.other, False, pair.matched),
        (pair.other, pair.base, True, pair.back),
    ):
        for mark in one.marks("bracket", "gloss"):
            if mark in done or not _says(one, mark):
                continue
            place = _place(one, mark, matched)
            if place is None or not two.is_quoted(*_range(two, place)):
                continue
            beside = next((m for m in two.marks("bracket", "gloss") if _at(two, m, place)), None)
            if beside is not None:
                done.add(beside)
            if beside is not None and _alike(one, mark, two, beside):
                continue
            yield _finding(pair, mark, beside, place, turned=turned)


def _says(telling: Telling, mark: Mark) -> bool:
    """Whether a bracket names somebody or something; a changed ending or an article does not."""
    span = Span(mark.start, mark.end, mark.text)
    whole = (
        telling.text[mark.start - 1 : mark.start].isspace()
        or mark.start == 0
        or not telling.text[mark.start - 1 : mark.start].isalnum()
    )
    return whole and any(w.same not in comparing().light for w in words_of(telling.text, (span,)))


def _place(telling: Telling, mark: Mark, matched: dict[int, int]) -> Match | None:
    """The words both have next to a bracket, as numbers of the other report."""
    atoms = telling.atoms
    before = max((i for i, x in enumerate(atoms) if x.end <= mark.start), default=None)
    behind = min((i for i, x in enumerate(atoms) if x.start >= mark.end), default=None)
    left = matched.get(before) if before is not None else None
    right = matched.get(behind) if behind is not None else None
    if left is None and right is None:
        return None
    if left is None and right is not None:
        left = right - 1
    if right is None and left is not None:
        right = left + 1
    assert left is not None
    assert right is not None
    return (left, right) if left <= right else (left, left + 1)


def _range(telling: Telling, place: Match) -> tuple[int, int]:
    found = [telling.atoms[j] for j in place if 0 <= j < len(telling.atoms)]
    return found[0].start, found[-1].end


def _at(telling: Telling, mark: Mark, place: Match) -> bool:
    low, high = place
    atoms = telling.atoms
    start = atoms[low].end if low >= 0 else 0
    end = atoms[high].start if high < len(atoms) else len(telling.text)
    return start <= mark.start and mark.end <= end


def _alike(one: Telling, mark: Mark, two: Telling, beside: Mark) -> bool:
    """Whether two brackets name the same, one perhaps more fully."""
    a, b = (_keys(t, m) for t, m in ((one, mark), (two, beside)))
    return a <= b or b <= a


def _keys(telling: Telling, mark: Mark) -> set[str]:
    span = Span(mark.start, mark.end, mark.text)
    return {letters(x) for x in atoms_of(telling.text, (span,)) if not x.light}


def _finding(pair: Pair, mark: Mark, beside: Mark | None, place: Match, *, turned: bool) -> Finding:
    own = ((mark.start, mark.end),)
    two = pair.base if turned else pair.other
    if beside is not None:
        there: Ranges = ((beside.start, beside.end),)
        a, b = (there, own) if turned else (own, there)
        return Finding("bracket-differs", pair, a, b)
    one, lost = (pair.other if turned else pair.base), []
    between = two.atoms[place[0] + 1 : place[1]] if place[0] < place[1] else ()
    lost = [x for x in two.atoms[max(0, place[0] - NEAR) : place[1] + NEAR] if letters(x) in _keys(one, mark)]
    there = two.ranges(lost)[:1] or two.ranges(between)[:1] or (_range(two, place),)
    says = _sentence(turned=turned, lost=bool(lost), between=bool(between))
    a, b = (there, own) if turned else (own, there)
    return Finding("bracket-differs", pair, a, b, says)


def _sentence(*, turned: bool, lost: bool, between: bool) -> str:
    """Without the brackets, with other words, or with nothing there."""
    one, two, own, there = ("{b}", "{a}", "{wb}", "{wa}") if turned else ("{a}", "{b}", "{wa}", "{wb}")
    if lost:
        return f"{one} has “{own}” in brackets; {two} has “{there}” as the speaker's words."
    if between:
        return f"{one} puts “{own}” where {two} has “{there}”."
    return f"{one} adds “{own}”, which {two} has not."
