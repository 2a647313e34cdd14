"""Two reports of one statement, word by word: what both have, in or out of order, and what one has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq

from onrecord.across.words import Word

Kind = Literal["same", "reworded", "added", "dropped", "moved"]
MOVED = 3  # words in a row that stand elsewhere are moved; fewer are chance
SHORTER = 4  # words of the base that one word of another report may stand for
LONG_PAUSE = 3  # characters between two words from which all pauses are alike
ISLAND = 2  # light words between two differing stretches, up to so many, belong to the difference


class Stretch(NamedTuple):
    """Words first … last of the base (last not included), and which words the other report has for them."""

    first: int
    last: int
    others: tuple[int, ...]
    kind: Kind


def align(base: Sequence[Word], other: Sequence[Word]) -> tuple[Stretch, ...]:
    """Every word of the base once, in its order; added words stand where the other report has them."""
    matched = _without_islands(base, len(other), _slid(base, other, _matched(base, other)))
    moved = _moved(base, other, matched)
    made: list[Stretch] = []
    for gap in _gaps(matched, len(base), len(other)):
        if gap.start < gap.end or gap.low < gap.high:
            made += _told_apart(base, other, gap, moved)
        if gap.end in matched:
            made.append(_kept(base, other, gap.end, matched[gap.end], "same"))
    return tuple(_merged(made))


def _matched(base: Sequence[Word], other: Sequence[Word]) -> dict[int, int]:
    """Words that both have in one order: the longest such sequence (by stems)."""
    blocks = LCSseq.opcodes([w.stem for w in base], [w.stem for w in other])
    return {
        op.src_start + i: op.dest_start + i
        for op in blocks
        if op.tag == "equal"
        for i in range(op.src_end - op.src_start)
    }


def _slid(base: Sequence[Word], other: Sequence[Word], matched: dict[int, int]) -> dict[int, int]:
    """Of words said twice, the ones left out are those between two stops, where there are such."""
    found = _moved_back(base, other, matched)
    turned = _moved_back(other, base, {j: i for i, j in found.items()})
    return {i: j for j, i in turned.items()}


def _moved_back(base: Sequence[Word], other: Sequence[Word], matched: dict[int, int]) -> dict[int, int]:
    """Words of the base alone, between words both have, moved towards the beginning as far as a stop."""
    found = dict(matched)
    for gap in list(_gaps(matched, len(base), len(other))):
        if gap.start == gap.end or gap.low != gap.high:
            continue
        first, last, steps = gap.start, gap.end, 0
        while (
            first - steps > 0
            and found.get(first - steps - 1) == gap.low - steps - 1
            and (base[first - steps - 1].stem == base[last - steps - 1].stem)
        ):
            steps += 1
        best = max(range(steps + 1), key=lambda n: (_pause(base, first - n), -n))
        for n in range(1, best + 1):
            found[last - n] = found.pop(first - n)
    return found


def _pause(words: Sequence[Word], at: int) -> int:
    """How much stands between a word and the one before it: more than a blank is a stop."""
    return LONG_PAUSE if at == 0 else min(words[at].start - words[at - 1].end, LONG_PAUSE)


def _without_islands(base: Sequence[Word], others: int, matched: dict[int, int]) -> dict[int, int]:
    """Without "the" and "of" that happen to stand on both sides, alone among words that differ."""
    kept: dict[int, int] = {}
    for run in _runs(matched):
        carries = any(not base[i].light for i, _ in run)
        edge = run[0] == (0, 0) or run[-1] == (len(base) - 1, others - 1)
        if carries or len(run) > ISLAND or edge:
            kept.update(run)
    return kept


def _runs(matched: dict[int, int]) -> Iterator[list[tuple[int, int]]]:
    """Matches that follow each other on both sides."""
    run: list[tuple[int, int]] = []
    for pair in sorted(matched.items()):
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


class _Gap(NamedTuple):
    """What stands between two matches: words of the base and of the other report."""

    start: int
    end: int
    low: int
    high: int


def _gaps(matched: dict[int, int], size: int, others: int) -> Iterator[_Gap]:
    ends = [(-1, -1), *sorted(matched.items()), (size, others)]
    for (i, j), (k, m) in pairwise(ends):
        yield _Gap(i + 1, k, j + 1, m)


def _moved(base: Sequence[Word], other: Sequence[Word], matched: dict[int, int]) -> dict[int, int]:
    """Runs of words that are left on both sides and stand in another place."""
    free = [i for i in range(len(base)) if i not in matched]
    taken = set(matched.values())
    places: dict[tuple[str, ...], list[int]] = {}
    for j in range(len(other) - MOVED + 1):
        if taken.isdisjoint(range(j, j + MOVED)):
            places.setdefault(tuple(w.stem for w in other[j : j + MOVED]), []).append(j)
    found: dict[int, int] = {}
    for i in free:
        words = base[i : i + MOVED]
        starts = [j for j in places.get(tuple(w.stem for w in words), ()) if _fits(found, i, j)]
        if starts and not all(w.light for w in words) and all(i + n not in matched for n in range(MOVED)):
            found.update({i + n: starts[0] + n for n in range(MOVED)})
    return found


def _fits(found: dict[int, int], i: int, j: int) -> bool:
    """Whether words from j on may stand for those from i on: not given away yet, or given to just these."""
    given = {other: word for word, other in found.items()}
    return all(given.get(j + n, i + n) == i + n and found.get(i + n, j + n) == j + n for n in range(MOVED))


def _told_apart(
    base: Sequence[Word], other: Sequence[Word], gap: _Gap, moved: dict[int, int]
) -> Iterator[Stretch]:
    """The differing words of one gap: moved ones for themselves, the rest reworded, dropped or added."""
    back = set(moved.values())
    rest = tuple(j for j in range(gap.low, gap.high) if j not in back)
    left = [i for i in range(gap.start, gap.end) if i not in moved]
    facing = set(left[: SHORTER * len(rest)])  # a word or two cannot stand for a whole passage
    given = False
    for i in range(gap.start, gap.end):
        if i in moved:
            yield _kept(base, other, i, moved[i], "moved")
        elif rest and not given:
            given = True
            yield Stretch(i, i + 1, rest, "reworded")
        else:
            yield Stretch(i, i + 1, (), "reworded" if i in facing else "dropped")
    if rest and not given:
        yield Stretch(gap.end, gap.end, rest, "added")


def _kept(base: Sequence[Word], other: Sequence[Word], i: int, j: int, kind: Kind) -> Stretch:
    """A word both have; another form of it is another wording."""
    changed = kind == "same" and base[i].same != other[j].same
    return Stretch(i, i + 1, (j,), "reworded" if changed else kind)


def _merged(made: Sequence[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one kind are one stretch."""
    held: Stretch | None = None
    for one in made:
        if held is not None and held.kind == one.kind and held.last == one.first and one.kind != "added":
            held = Stretch(held.first, one.last, held.others + one.others, held.kind)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held
