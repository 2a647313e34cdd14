"""Where the outlet itself speaks: which attribution's content an offset stands in, and each one's frame."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.attribution.setting.speakers import last_names, speaker
from onrecord.record import Attribution
from onrecord.text.layout import Layout, Range

LONGEST = 1_000  # code points of a sentence that is looked at whole
NOBODY = -1  # the host of words that stand in nobody's content


@dataclass(frozen=True, slots=True)
class Narration:
    """Who tells what: for every stretch between two edges the innermost attribution around it."""

    layout: Layout
    attributions: tuple[Attribution, ...]
    edges: tuple[int, ...]
    hosts: tuple[int, ...]
    around: tuple[int, ...]  # for every attribution, the number of the one around it, or NOBODY
    frames: tuple[Range, ...]  # for every attribution, the sentence of its cue
    order: tuple[int, ...]  # the attributions as they are made, one after the other
    speakers: tuple[frozenset[str], ...]  # for every attribution, who speaks; empty where nothing tells
    names: tuple[frozenset[str], ...]  # … and the last names

    def host(self, at: int) -> int:
        """The innermost attribution whose content holds an offset, or NOBODY."""
        i = bisect_right(self.edges, at) - 1
        return self.hosts[i] if i >= 0 else NOBODY

    def is_heading(self, i: int) -> bool:
        """Whether an attribution is made in a headline or subheading."""
        return self.attributions[i].zone != "body" and self.around[i] == NOBODY

    def told_by(self, i: int, start: int, end: int) -> list[Range]:
        """The parts of a stretch that are told by whoever tells of an attribution."""
        cuts = self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]
        parts = pairwise((start, *cuts, end))
        return [(low, high) for low, high in parts if self.host(low) == self.around[i]]

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
    names = tuple(map(last_names, attributions))
    speakers = tuple(speaker(a, known) for a, known in zip(attributions, names, strict=True))
    return Narration(layout, tuple(attributions), edges, hosts, around, frames, order, speakers, names)


def _frame(layout: Layout, at: int) -> Range:
    """The sentence around an offset; of one that no prose has, what is near."""
    start, end = layout.sentence(at) or (at, at)
    return (start, end) if end - start <= LONGEST else (max(start, at - LONGEST), min(end, at + LONGEST))


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
