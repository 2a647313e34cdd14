"""What people see: the machine's records with what persons decided; a pure function of both.

Of judgements that contradict each other the latest holds; one that was undone decides nothing. Whether
reports are of one utterance is decided where they are grouped (regrouped.py): here only those are found.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.across.comparison import Judgement, Orphan
from onrecord.across.fixing import Fixed, with_fixed
from onrecord.across.hearing import Heard, Hearing
from onrecord.across.passages import Passages
from onrecord.across.rejecting import without
from onrecord.across.standing import standing
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Judged:
    """Records as people see them, what was decided about them, and what can no longer be decided."""

    records: tuple[Record, ...]
    heard: tuple[Heard, ...]  # the judgements that hold, the latest last
    orphaned: tuple[Orphan, ...]
    absent: tuple[Orphan, ...]  # about articles that are not among the records

    @property
    def verdicts(self) -> tuple[Heard, ...]:
        """Whether reports are of one utterance."""
        return tuple(one for one in self.heard if one.by.kind in ("join", "split"))


def apply(judgements: Iterable[Judgement], records: Iterable[Record]) -> Judged:
    """The records with every judgement that holds; the machine's own are not touched."""
    everything, decided = tuple(records), standing(judgements)
    if not decided:
        return Judged(everything, (), (), ())
    hearing = Hearing(Passages(everything))
    heard = tuple(map(hearing.hear, decided))
    rejects = [one for one in heard if one.by.kind == "reject"]
    gone: dict[str, set[str]] = defaultdict(set)
    fixes: dict[str, list[Fixed]] = defaultdict(list)
    for passage in (p for one in rejects for some in one.reports for p in some):
        gone[passage.record.article.id].add(passage.id)
    for article, fixed in (fix for one in heard for fix in one.fixes):
        fixes[article].append(fixed)
    seen = (_seen(one, fixes.get(one.article.id, ()), gone.get(one.article.id, ())) for one in everything)
    return Judged(tuple(seen), heard, tuple(hearing.orphaned), tuple(hearing.absent))


def _seen(record: Record, fixes: Sequence[Fixed], gone: Collection[str]) -> Record:
    return without(with_fixed(record, fixes), gone)
