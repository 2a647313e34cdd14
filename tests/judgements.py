"""Judgements for tests, in a line each: the later one is made an hour after."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.across.comparison import Fix, Judgement
from onrecord.across.judging import made
from onrecord.across.marking import marked, with_content
from onrecord.record import Record


class Book:
    """Judgements about some records, the latest last."""

    def __init__(self, *records: Record) -> None:
        self.records = {one.article.id: one for one in records}
        self.made: list[Judgement] = []

    def join(self, *ids: str, who: str = "anna") -> Judgement:
        return self._take("join", ids, None, who)

    def split(self, *ids: str, who: str = "anna") -> Judgement:
        return self._take("split", ids, None, who)

    def reject(self, *ids: str, who: str = "anna") -> Judgement:
        return self._take("reject", ids, None, who)

    def fix(self, id_: str, field: str, *to: str, who: str = "anna") -> Judgement:
        return self._take("fix", (id_,), Fix(field, to), who)  # type: ignore[arg-type]

    def undo(self, judgement: Judgement, who: str = "anna") -> Judgement:
        return self._note(made("undo", (), who=who, at=self._now(), undoes=judgement.id))

    def _take(self, kind, ids: Sequence[str], value: Fix | None, who: str) -> Judgement:  # type: ignore[no-untyped-def]
        record = {id_: self.records[id_.partition(":")[0]] for id_ in ids}
        if value is not None and value.field == "content":
            targets, value = with_content(record[ids[0]], ids[0], value)
        else:
            targets = tuple(marked(record[id_], id_, kind, value) for id_ in ids)
        return self._note(made(kind, targets, value, who=who, at=self._now(), note="because"))

    def _now(self) -> str:
        day, hour = divmod(len(self.made), 24)
        return f"2031-06-{day + 1:02}T{hour:02}:00:00+00:00"

    def _note(self, one: Judgement) -> Judgement:
        self.made.append(one)
        return one


def at_once(one: Judgement, other: Judgement) -> Judgement:
    """A judgement as if it had been made at the moment of another."""
    return replace(one, at=other.at)
