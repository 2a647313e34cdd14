"""Records without what is less sure than somebody wants: what goes is counted, and nothing points at it."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import compress
from operator import attrgetter

from onrecord.errors import UsageError
from onrecord.record import Article, Attribution, Reason, Record

RULE = "min-confidence"


@dataclass(frozen=True, slots=True)
class Kept:
    """A record with its surer attributions only, and how many were left out."""

    record: Record
    left_out: int


def checked(least: float) -> float:
    """The same number, if it can be a confidence."""
    if math.isnan(least) or not 0 <= least <= 1:
        raise UsageError(
            f"a confidence of {least:g} cannot be asked for; give a number from 0 to 1, as in 0.7"
        )
    return least


def confident(record: Record, least: float) -> Kept:
    """The record without attributions whose confidence is below `least`; those that stay keep their ids.

    One nested in one that goes is nested in the next one around it that stays, else in none, and a reason
    says so; the same holds for what runs on from another one. A link of a chain loses the id and keeps the
    party, a flag loses the id and stays, a figure goes with the attribution that gives it.
    """
    sure = [a.confidence >= least for a in record.attributions]
    if all(sure):
        return Kept(record, 0)
    gone = {a.id: a for a, stays in zip(record.attributions, sure, strict=True) if not stays}
    return Kept(
        replace(
            record,
            attributions=tuple(
                _without(a, gone, record.article) for a in compress(record.attributions, sure)
            ),
            figures=tuple(f for f in record.figures if f.according_to not in gone),
            flags=tuple(
                replace(f, attributions=tuple(i for i in f.attributions if i not in gone))
                for f in record.flags
            ),
        ),
        len(gone),
    )


def _without(a: Attribution, gone: Mapping[str, Attribution], article: Article) -> Attribution:
    links = (("nested_in", a.nested_in), ("continues", a.continues))
    why = tuple(_reason(field, gone[id_], article) for field, id_ in links if id_ is not None and id_ in gone)
    chain = (replace(link, attribution=None) if link.attribution in gone else link for link in a.chain)
    return replace(
        a,
        nested_in=_past(a.nested_in, gone, attrgetter("nested_in")),
        continues=_past(a.continues, gone, attrgetter("continues")),
        chain=tuple(chain),
        reasons=(*a.reasons, *why),
    )


def _past(
    id_: str | None, gone: Mapping[str, Attribution], link: Callable[[Attribution], str | None]
) -> str | None:
    """The first one that stays, going from one that is gone to the next."""
    while id_ is not None and id_ in gone:
        id_ = link(gone[id_])
    return id_


def _reason(field: str, left_out: Attribution, article: Article) -> Reason:
    """Where the one that is left out stands, and how sure it was."""
    words = (*left_out.cue, *left_out.content[:1])
    evidence = tuple(article.evidence(span.start, span.end) for span in words)
    return Reason(field, "rule", RULE, evidence, left_out.confidence)
