"""Every conflict of an article's dates, as flags and as the other dates of what they concern."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.dates.anchors import Stamp
from onrecord.dates.calendar import exact
from onrecord.dates.conflict import Conflict
from onrecord.dates.disagreeing import disagreeing
from onrecord.dates.misdated import misdated
from onrecord.dates.telling import Telling
from onrecord.dates.twice import twice
from onrecord.dates.weekdays import wrong_weekdays
from onrecord.record import Article, Attribution, DateExpression, DateReport, Flag, OtherDate


def conflicts(
    telling: Telling, article: Article, stamped: Sequence[Stamp], attributions: Sequence[Attribution]
) -> tuple[Conflict, ...]:
    """What does not go together, in text order, each once."""
    line = next((exact(s.value) for s in stamped if s.kind == "dateline"), None)
    today = line or exact(article.published_on.value)
    stated = (a.said_on for a in attributions if a.said_on.basis in ("explicit", "relative"))
    acts = frozenset(e.start for on in stated for e in on.evidence if e.start is not None)
    found = [
        *wrong_weekdays(telling.layout, telling.found, today),
        *disagreeing(telling, today, dateline=line is not None),
        *misdated(telling, article, stamped, acts),
        *twice(telling, today),
    ]
    return tuple(sorted(dict.fromkeys(found), key=_place))


def flagged(found: Sequence[Conflict], attributions: Sequence[Attribution]) -> Iterator[Flag]:
    """A flag for each conflict, with the attributions that the words in question date."""
    dated: dict[int, list[str]] = {}
    for a in attributions if found else ():
        for e in a.said_on.evidence:
            if e.start is not None:
                dated.setdefault(e.start, []).append(a.id)
    for conflict in found:
        starts = dict.fromkeys(e.start for e in conflict.evidence if e.start is not None)
        yield conflict.flag(tuple(dict.fromkeys(n for at in starts for n in dated.get(at, ()))))


def with_conflicts(expression: DateExpression, by_start: Mapping[int, Sequence[Conflict]]) -> DateExpression:
    """A date of the text with what speaks against it among its others."""
    against = tuple(
        OtherDate("conflict", c.other, None, "none", c.evidence, c.why)
        for c in by_start.get(expression.span.start, ())
    )
    own = tuple(o for o in expression.on.others if o.kind != "conflict" or not against)
    return replace(expression, on=replace(expression.on, others=(*own, *against)))


def by_start(found: Sequence[Conflict]) -> dict[int, list[Conflict]]:
    """The conflicts by where their words begin."""
    table: dict[int, list[Conflict]] = {}
    for conflict in found:
        for at in {e.start for e in conflict.evidence if e.start is not None}:
            table.setdefault(at, []).append(conflict)
    return table


def disputed(published: DateReport, found: Sequence[Conflict]) -> DateReport:
    """The date of publication with what the text says against it."""
    against = (c for c in found if c.kind == "metadata-vs-content")
    others = tuple(OtherDate("conflict", c.other, None, "none", c.evidence, c.why) for c in against)
    return replace(published, others=(*published.others, *others))


def _place(conflict: Conflict) -> int:
    return min((e.start for e in conflict.evidence if e.start is not None), default=0)
