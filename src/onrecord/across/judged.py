"""What people see: the machine's records with what persons decided; a pure function of both.

Of judgements that contradict each other the latest holds; one that was undone decides nothing. Whether
reports are of one utterance is decided where they are grouped (regrouped.py): here only those are found.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.comparison import Judgement, Orphan
from onrecord.across.fixing import Fixed, with_fixed
from onrecord.across.hearing import Heard, Hearing
from onrecord.across.judging import standing
from onrecord.across.passages import Passages
from onrecord.across.rejecting import without
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Judged:
    """Records as people see them, which reports belong together, and what can no longer be decided."""

    records: tuple[Record, ...]
    verdicts: tuple[Heard, ...]  # joins and splits, the latest last
    rejected: Mapping[str, Judgement]  # by attribution id
    orphaned: tuple[Orphan, ...]
    absent: tuple[Orphan, ...]  # about articles that are not among the records


def apply(judgements: Iterable[Judgement], records: Iterable[Record]) -> Judged:
    """The records with every judgement that holds; the machine's own are not touched."""
    everything = tuple(records)
    hearing = Hearing(Passages(everything))
    heard = [hearing.hear(one) for one in standing(judgements)]
    rejected = {
        p.id: one.by for one in heard if one.by.kind == "reject" for some in one.reports for p in some
    }
    fixes: dict[str, list[Fixed]] = defaultdict(list)
    for one in heard:
        for article, fixed in one.fixes:
            fixes[article].append(fixed)
    return Judged(
        tuple(_seen(record, fixes.get(record.article.id, ()), rejected) for record in everything),
        tuple(one for one in heard if one.by.kind in ("join", "split")),
        rejected,
        tuple(hearing.orphaned),
        tuple(hearing.absent),
    )


def _seen(record: Record, fixes: Sequence[Fixed], rejected: Mapping[str, Judgement]) -> Record:
    gone = rejected.keys() & {one.id for one in record.attributions} if rejected else ()
    return without(with_fixed(record, fixes), gone)
