"""An attribution while it is being worked out: plain offsets, links by key, reasons as they come."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from onrecord.record import ChainRole, Evidence, Form, Mode, Reason
from onrecord.tagger import Tagged
from onrecord.text.layout import Layout, Range


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody who passed the words on, as offsets."""

    role: ChainRole
    mention: tuple[Range, ...]
    cue: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in the making; `key` is unique in its article, `continues` and `nested_in` are keys."""

    key: int
    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    speaker: tuple[Range, ...] = ()
    antecedent: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    mode: Mode = "speech"
    score: float = 0.0
    form: Form | None = None  # settled by a rule; else read off the marks
    continues: int | None = None
    nested_in: int | None = None
    chain: tuple[Link, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]

    @property
    def named_by(self) -> tuple[Range, ...]:
        """The words that say who speaks, here or elsewhere."""
        return self.speaker or self.antecedent


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that looked like an attribution and is none, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """What one stage hands to the next: the attributions so far, and what was turned down."""

    kept: tuple[Draft, ...]
    dropped: tuple[Dropped, ...] = ()
    next_key: int = 0  # never used twice, so a link to a dropped draft cannot point at another one

    def adding(self, new: Iterable[Draft]) -> "Drafts":
        kept = tuple(sorted((*self.kept, *new), key=lambda d: (d.start, -d.end)))
        return replace(self, kept=kept, next_key=max(self.next_key, *(d.key + 1 for d in kept), 0))

    def changing(self, new: Iterable[Draft]) -> "Drafts":
        """The same with these drafts in place of those with their keys."""
        by_key = {d.key: d for d in new}
        return replace(self, kept=tuple(by_key.get(d.key, d) for d in self.kept))

    def without(self, gone: Sequence[tuple[Draft, str]]) -> "Drafts":
        keys = {d.key for d, _ in gone}
        why = tuple(Dropped(d.start, d.end, reason) for d, reason in gone)
        return replace(
            self, kept=tuple(d for d in self.kept if d.key not in keys), dropped=self.dropped + why
        )

    def beginning_in(self, low: int, high: int) -> tuple[Draft, ...]:
        """Drafts whose content begins in this stretch: a look at the neighbours instead of at all."""
        start = attrgetter("start")
        return self.kept[bisect_left(self.kept, low, key=start) : bisect_right(self.kept, high, key=start)]

    def covering(self, start: int, end: int) -> tuple[Draft, ...]:
        """Drafts whose content shares at least half of this stretch."""
        return tuple(d for d in self.kept if 2 * overlap(d.content, ((start, end),)) >= end - start)


def overlap(a: Sequence[Range], b: Sequence[Range]) -> int:
    """How many characters two sets of stretches share."""
    shared = 0
    for start, end in a:
        for low, high in b:
            if start < high and low < end:
                shared += min(end, high) - max(start, low)
    return shared


def size(spans: Sequence[Range]) -> int:
    """How many characters the stretches hold."""
    return sum(e - s for s, e in spans)


def rule(layout: Layout, field: str, name: str, score: float, *looked_at: Range) -> Reason:
    """A reason given by a rule, with the words it looked at."""
    return Reason(field, "rule", name, tuple(layout.article.evidence(s, e) for s, e in looked_at), score)


def found_by(field: str, found: Tagged, looked_at: tuple[Evidence, ...]) -> Reason:
    """The reason for what the tagger found, be it the network or one of the rules that stand in for it."""
    if found.rule is None:
        return Reason(field, "model", "tagger", looked_at, found.score)
    return Reason(field, "rule", found.rule, looked_at, found.score)
