"""From a passage somebody marked to the statement it is now: in its article, and in versions of that.

A version is another text under the same address by the same outlet; nowhere else is a passage looked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.across.anchoring import Lost, anchored
from onrecord.across.comparison import Target
from onrecord.readers.addresses import url_key
from onrecord.record import Attribution, Record, Span

MOST = 0.8  # share of a passage that a statement has, to be the one meant …
SAME = 0.8  # … and of both together, where it is all of the statement that is meant
ALL = 0.95  # share of a statement that a passage has, to be all of it


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a target stands: a statement of an article, or the part of one."""

    record: Record
    attribution: Attribution
    part: tuple[Span, ...] | None  # None: all of it

    @property
    def id(self) -> str:
        return self.attribution.id


class Passages:
    """Articles in which passages are looked for."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = {one.article.id: one for one in records}
        self._versions: dict[str, list[str]] = {}
        for same in _families(self._records.values()):
            for id_ in same:
                self._versions[id_] = [id_, *(other for other in same if other != id_)]

    def here(self, sought: Target) -> bool:
        """Whether the article that a passage was marked in is among them."""
        return sought.article in self._records

    def articles(self, sought: Target) -> list[Record]:
        """That article, and its versions."""
        return [self._records[id_] for id_ in self._versions.get(sought.article, ())]

    def spans(self, sought: Target) -> tuple[list[tuple[Record, Span]], list[Lost]]:
        """Where a passage stands in each of them, and why not."""
        own = self._records[sought.article].article if self.here(sought) else None
        tried = [(one, anchored(sought, one.article, own)) for one in self.articles(sought)]
        found = [(one, at) for one, at in tried if isinstance(at, Span)]
        return found, [at for _, at in tried if isinstance(at, Lost)]

    def statements(self, sought: Target, *, whole: bool) -> tuple[list[Passage], list[Lost]]:
        """The statement that has the words, in the article and in versions; `whole`: no mere part of one."""
        spans, lost = self.spans(sought)
        tried = [_statement(record, at, whole) for record, at in spans]
        found = [one for one in tried if isinstance(one, Passage)]
        return found, [*(one for one in tried if isinstance(one, Lost)), *lost]


def _families(records: Iterable[Record]) -> Iterator[list[str]]:
    """Articles that are versions of each other, by their ids."""
    above: dict[str, str] = {}

    def top(id_: str) -> str:
        while above.setdefault(id_, id_) != id_:
            id_ = above[id_]
        return id_

    for one in records:
        for key in _keys(one):
            high, low = sorted((top(one.article.id), top(key)))
            above[low] = high
    same: dict[str, list[str]] = defaultdict(list)
    for one in sorted(records, key=lambda one: one.article.id):
        same[top(one.article.id)].append(one.article.id)
    return iter(same.values())


def _keys(one: Record) -> Iterator[str]:
    """What versions of an article share."""
    article = one.article
    yield article.id
    if article.version_of is not None:
        yield article.version_of
    address = url_key(article.url)
    if address is not None:
        yield f"{address} {article.outlet.name if article.outlet else ''}"


def _statement(record: Record, at: Span, whole: bool) -> Passage | Lost:
    """The statement most like a passage."""
    likely = [one for one in record.attributions if _share(one, at) >= MOST and not _is_inside(one, at)]
    ranked = sorted(likely, key=lambda one: -_likeness(one, at))
    if not ranked:
        return Lost("its words are no longer told as a statement")
    if len(ranked) > 1 and _likeness(ranked[0], at) == _likeness(ranked[1], at):
        return Lost("two statements have its words")
    if whole and _likeness(ranked[0], at) < SAME:
        return Lost("its words are now a part of a longer statement")
    return Passage(record, ranked[0], part_of(ranked[0], at))


def part_of(one: Attribution, at: Span) -> tuple[Span, ...] | None:
    """The words of a statement that stand in a passage; None where they are all of it."""
    inside = tuple(cut for span in one.content if (cut := _cut(span, at)) is not None)
    return None if _size(inside) >= ALL * _size(one.content) else inside


def _cut(span: Span, at: Span) -> Span | None:
    start, end = max(span.start, at.start), min(span.end, at.end)
    return Span(start, end, span.text[start - span.start : end - span.start]) if start < end else None


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _ends(one: Attribution) -> tuple[int, int]:
    return one.content[0].start, max(span.end for span in one.content)


def _shared(one: Attribution, at: Span) -> int:
    start, end = _ends(one)
    return max(min(end, at.end) - max(start, at.start), 0)


def _share(one: Attribution, at: Span) -> float:
    """How much of a passage stands between the first and the last word of a statement."""
    return _shared(one, at) / max(at.end - at.start, 1)


def _likeness(one: Attribution, at: Span) -> float:
    """What both have, as a share of what either has."""
    start, end = _ends(one)
    both = _shared(one, at)
    return both / (end - start + at.end - at.start - both)


def _is_inside(one: Attribution, at: Span) -> bool:
    """Whether a passage has the reporting word or the speaker before a statement too: it is one around it."""
    start, end = _ends(one)
    telling = (*one.cue, *(span for party in one.speakers for span in party.mention))
    return any(
        at.start <= span.start and span.end <= at.end and (span.end <= start or end <= span.start)
        for span in telling
    )
