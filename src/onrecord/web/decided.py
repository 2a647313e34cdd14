"""What people decided, as pages show it: in words, whether it still holds, what it is about."""

from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.across.comparison import Judgement, Orphan
from onrecord.across.standing import standing
from onrecord.web import urls

KINDS = {
    "join": "report one utterance",
    "split": "the first does not report what the others do",
    "fix": "a field says something else",
    "reject": "no statement",
    "undo": "taken back",
}
MOST = 90  # characters of a passage


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement with what became of it."""

    judgement: Judgement
    holds: bool  # it was not taken back
    orphaned: tuple[str, ...]  # why its passages are not found again
    passages: tuple[tuple[str, str], ...]  # words, and where they stand

    @property
    def says(self) -> str:
        """What was decided."""
        one = self.judgement
        if one.value is not None:
            field = one.value.field.replace("_", " ")
            return f"{field}: {'; '.join(one.value.to) or 'left open'}"
        return KINDS[one.kind]


def decisions(
    judgements: Iterable[Judgement], orphans: Iterable[Orphan], *, of: Container[str] | None = None
) -> tuple[Decision, ...]:
    """Those about these articles, or all; the latest first. An undo stands with what it takes back."""
    every = tuple(judgements)
    holding = {one.id for one in standing(every)}
    lost = list(orphans)
    shown = set() if of is None else {o.id for o in every if any(t.article in of for t in o.targets)}
    return tuple(
        Decision(
            one,
            one.id in holding or (one.undoes is not None and one.undoes not in holding),
            tuple(orphan.why for orphan in lost if orphan.judgement == one.id),
            tuple(_passages(one)),
        )
        for one in reversed(every)
        if of is None or one.id in shown or one.undoes in shown
    )


def _passages(one: Judgement) -> Iterator[tuple[str, str]]:
    for target in one.targets:
        if target.start is None or target.end is None:
            yield "the article", urls.article(target.article)
            continue
        words = target.text if len(target.text) <= MOST else target.text[: MOST - 1].rstrip() + "…"
        yield words, urls.passage(target.article, target.start, target.end)
