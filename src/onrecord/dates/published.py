"""The day an article was published: what machines were told, else what its dateline or another line says."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.dates.anchors import Stamp
from onrecord.record import Article, DateReport, OtherDate


def published_on(article: Article, stamped: Sequence[Stamp]) -> DateReport:
    """The date the readers found, else the day in a line beside the text; the rest is kept."""
    found = article.published_on
    if found.value is not None:
        return found
    best = next((s for s in stamped if s.kind != "metadata"), None) or next(iter(stamped), None)
    if best is None:
        return found
    others = tuple(_other(s) for s in stamped if s.value != best.value)
    return replace(
        found, value=best.value, basis="explicit", evidence=(best.evidence,), others=(*found.others, *others)
    )


def _other(stamp: Stamp) -> OtherDate:
    why = f"the {stamp.kind} says {stamp.value}"
    return OtherDate("alternative", stamp.value, None, "explicit", (stamp.evidence,), why)
