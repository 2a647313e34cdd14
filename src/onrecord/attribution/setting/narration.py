"""Where the outlet itself speaks: which attribution's content an offset stands in, and each one's frame."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.attribution.setting.speakers import last_names, speaker
from onrecord.record import Attribution
from onrecord.text.layout import Layout, Range

LONGEST = 800  # code points of a sentence that is looked at whole; of one that no prose has, as many around
NOBODY = -1  # the host of words that stand in nobody's content


@dataclass(frozen=True, slots=True)
class Narration:
    """What the narrator's words beside each attribution are, who tells it and who speaks."""

    layout: Layout
    attributions: tuple[Attribution, ...]
    around: tuple[int, ...]  # for every attribution, the number of the one around it, or NOBODY
    frames: tuple[Range, ...]  # for every attribution, the sentence of its cue
    parts: tuple[tuple[Range, ...], ...]  # … and what of it is told by whoever tells of the attribution
    order: tuple[int, ...]  # the attributions as they are made, one after the other
    speakers: tuple[frozenset[str], ...]  # for every attribution, who speaks; empty where nothing tells
    names: tuple[frozenset[str], ...]  # … and the last names

    def is_heading(self, i: int) -> bool:
        """Whether an attribution is made in a headline or subheading."""
        return self.attributions[i].zone != "body" and self.around[i] == NOBODY

    def limit(self, i: int, at: int) -> int:
        """How far the narrator's words behind an offset can go: to the next part of an attribution."""
        a = self.attributions[i]
        named = (s for p in (*a.speakers, *a.addressees) for s in p.mention)
        sentence = self.layout.sentence(max(at - 1, 0)) or (at, at)
        parts = (s.start for s in (*a.cue, *a.content, *named) if s.start >= at)
        return min((sentence[1], *parts))


def narration(layout: Layout, attributions: Sequence[Attribution]) -> Narration:
    """Lay out who tells what in an article."""
    numbers = {a.id: n for n, a in enumerate(attributions)}
    edges, hosts = _hosts(attributions)
    around = tuple(numbers.get(a.nested_in or "", NOBODY) for a in attributions)
    frames = tuple(_frame(layout, anchor(a)) for a in attributions)
    order = tuple(sorted(range(len(attributions)), key=lambda i: (anchor(attributions[i]), i)))
    parts = tuple(_told(edges, hosts, frame, by) for frame, by in zip(frames, around, strict=True))
    names = tuple(map(last_names, attributions))
    speakers = tuple(speaker(a, known) for a, known in zip(attributions, names, strict=True))
    return Narration(layout, tuple(attributions), around, frames, parts, order, speakers, names)


def _told(edges: Sequence[int], hosts: Sequence[int], frame: Range, by: int) -> tuple[Range, ...]:
    """The parts of a stretch that stand innermost in the content of one attribution, or of none."""
    first, last = bisect_right(edges, frame[0]), bisect_left(edges, frame[1])
    cuts = (frame[0], *edges[first:last], frame[1])
    inside = (hosts[n - 1] if n else NOBODY for n in range(first, last + 1))
    return tuple(part for part, host in zip(pairwise(cuts), inside, strict=False) if host == by)


def _frame(layout: Layout, at: int) -> Range:
    """The sentence around an offset; of one that no prose has, what is near."""
    start, end = layout.sentence(at) or (at, at)
    if end - start <= LONGEST:
        return start, end
    return max(start, at - LONGEST // 2), min(end, at + LONGEST // 2)


def anchor(a: Attribution) -> int:
    """Where an attribution is made: at its cue, else at its speaker, else where its content begins."""
    named = [s for p in a.speakers for s in p.mention]
    return (a.cue or tuple(named) or a.content)[0].start


def _hosts(attributions: Sequence[Attribution]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Edges of contents in order, and who is innermost behind each."""
    turns = sorted(
        turn
        for n, a in enumerate(attributions)
        for s in a.content
        for turn in ((s.start, 1, -s.end, n), (s.end, 0, 0, n))
    )
    edges: list[int] = []
    hosts: list[int] = []
    open_: list[int] = []
    for at, opens, _, n in turns:
        if opens:
            open_.append(n)
        elif n in open_:
            open_.remove(n)
        edges.append(at)
        hosts.append(open_[-1] if open_ else NOBODY)
    return tuple(edges), tuple(hosts)
