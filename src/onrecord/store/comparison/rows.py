"""An utterance as rows of the tables."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.across.comparison import Utterance, Variant
from onrecord.exports.jsonl import as_line
from onrecord.record import Attribution, Record
from onrecord.store import dates
from onrecord.store.comparison.ids import Place
from onrecord.store.rows import TITLE, Row, clean, joined

CONFLICTS = frozenset({"speaker-differs", "addressee-differs", "date-differs", "figure-differs"})

Said = Mapping[str, tuple[Attribution, Record]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The row of an utterance, and those of its reports, speakers and flags."""

    utterance: Row
    line: bytes
    variants: Sequence[Row]
    speakers: Sequence[Row]
    flags: Sequence[Row]


def said(records: Iterable[Record]) -> Said:
    """Attribution id -> attribution and record."""
    return {one.id: (one, record) for record in records for one in record.attributions}


def place(variant: Variant, known: Said) -> Place:
    """Where a report stands: article, from its first character to its last."""
    attribution, record = known[variant.attribution]
    spans = variant.part or attribution.content
    return record.article.id, min(s.start for s in spans), max(s.end for s in spans)


def order(one: Utterance, known: Said) -> tuple[str, int]:
    """What a comparison is ordered by: the place of the first report, and the number in the id."""
    attribution, record = known[one.variants[0].attribution]
    at = f"{record.article.id}:{attribution.content[0].start:09}:{attribution.id}"
    return at, int(one.id.rpartition(":u")[2])


def rows(one: Utterance, id_: str, made_from: str | None, known: Said) -> Rows:
    """`id_` is the one the store gave it, `made_from` the digest of all that it was made from."""
    at, nth = order(one, known)
    records = [known[variant.attribution][1] for variant in one.variants]
    row: Row = {
        "id": id_,
        "title": _title(one, known),
        **_days(one, records),
        "reports": len(one.variants),
        "articles": len({record.article.id for record in records}),
        "outlets": len({record.article.outlet.name for record in records if record.article.outlet}),
        "flags": len(one.flags),
        "conflicts": sum(flag.kind in CONFLICTS for flag in one.flags),
        "base": one.base,
        "first_report": one.first_report.attribution,
        "place": at,
        "nth": nth,
        "made_from": made_from,
    }
    return Rows(
        row,
        zlib.compress(as_line(replace(one, id=id_)).encode()),
        [_variant(variant, known) for variant in one.variants],
        [{"entity": who.entity, "name": clean(who.name) if who.name else None} for who in one.speakers],
        [{"kind": flag.kind, "explanation": clean(flag.explanation)} for flag in one.flags],
    )


def _variant(variant: Variant, known: Said) -> Row:
    article, start, end = place(variant, known)
    return {
        "attribution_id": variant.attribution,
        "article_id": article,
        "start": start,
        "end": end,
        "standing": variant.standing,
        "similarity": variant.similarity,
    }


def _days(one: Utterance, records: Sequence[Record]) -> Row:
    """The first and last day it can have been said; where that is unknown, it was first printed."""
    on = dates.written(one.said_on)
    first, last = dates.days(on)
    if not (first or last):
        printed = (dates.days(dates.written(record.article.published_on)) for record in records)
        known = (days for days in printed if days[0])
        first, last = min(known, key=lambda days: (days[0], days[1] or ""), default=(None, None))
    return {"said_on": on, "dated_from": first, "dated_to": last}


def _title(one: Utterance, known: Said) -> str:
    base, _ = known[one.base]
    part = next(v.part for v in one.variants if v.attribution == one.base)
    content = joined(part or base.content)
    words = f"“{content}”" if base.form == "direct" else content
    who = " and ".join(speaker.name or "somebody" for speaker in one.speakers) or "Nobody named"
    title = clean(" ".join(f"{who}: {words}".split()))
    return title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"
