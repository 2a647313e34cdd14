"""The columns of the table of statements, and what of a record is in none of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.exports import readable
from onrecord.exports.deep_link import DeepLinks
from onrecord.record import Attribution, DateReport, Flag, Party, Record, Setting

CONTEXT = 32  # characters before and after: as many as Hypothesis keeps to find a passage again

# What has no column, by the way to it in the record, and why; `*` stands for any way.
LEFT_OUT = {
    "article.text": "it would stand in every row; the content and the words around it are cut from it",
    "article.zones": "they divide the whole text; the statement's own zone has a column",
    "article.analysed": "an article that is not analysed has no statements, so no row",
    "figures": "a figure is no statement",
    "dates": "a date in the text is no statement; said_on and published_on have what was made of it",
    "entities": "speaker has the name; speaker_entity leads to the rest",
    "*.evidence": "a cell has the value, not where it was found",
    "*.anchor": "a cell has the date, not what it was counted from",
    "*.others.basis": "of a date that was not chosen a cell has the date and the reason",
    "attributions.chain.*.start": "chain has the words, not where they stand",
    "attributions.chain.*.end": "chain has the words, not where they stand",
    "attributions.chain.party.entity": "chain has the name",
    "attributions.chain.party.kind": "chain has the name and the role",
    "attributions.chain.party.named": "chain has the name",
    "attributions.chain.on.basis": "chain has the date",
    "attributions.chain.on.others": "chain has the date",
    "attributions.chain.attribution": "nested_in leads to it",
    "attributions.marks.start": "marks are counted, and stand in the content",
    "attributions.marks.end": "marks are counted, and stand in the content",
    "attributions.marks.text": "marks are counted, and stand in the content",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with all that its row is made from."""

    record: Record
    statement: Attribution
    flags: tuple[Flag, ...]
    links: DeepLinks


def rows_of(record: Record) -> Iterator[Row]:
    """A row for each statement of an article, with the flags on it and those on the whole article."""
    links = DeepLinks(record.article)
    on: dict[str, list[Flag]] = defaultdict(list)
    for flag in record.flags:
        for id_ in flag.attributions or (record.article.id,):
            on[id_].append(flag)
    for statement in record.attributions:
        yield Row(record, statement, (*on[statement.id], *on[record.article.id]), links)


Reading = Callable[[Row], str | int | None]


def _date(name: str, of: Callable[[Row], DateReport]) -> dict[str, Reading]:
    return {
        name: lambda row: readable.day(of(row)),
        f"{name}_basis": lambda row: of(row).basis,
        f"{name}_others": lambda row: readable.other_days(of(row)),
    }


def _setting(name: str, of: Callable[[Row], Setting | None]) -> dict[str, Reading]:
    return {
        name: lambda row: one.name if (one := of(row)) else None,
        f"{name}_kind": lambda row: one.kind if (one := of(row)) else None,
        f"{name}_basis": lambda row: one.basis if (one := of(row)) else None,
    }


def _parties(name: str, of: Callable[[Row], Sequence[Party]]) -> dict[str, Reading]:
    def each(told: Callable[[Party], str]) -> Reading:
        return lambda row: readable.things(map(told, of(row)))

    return {
        name: each(readable.called),
        f"{name}_mention": each(lambda party: readable.pieces(party.mention)),
        f"{name}_mention_at": each(lambda party: readable.places(party.mention)),
        f"{name}_antecedent": each(lambda party: readable.pieces(party.antecedent)),
        f"{name}_antecedent_at": each(lambda party: readable.places(party.antecedent)),
        f"{name}_kind": each(lambda party: party.kind or ""),
        f"{name}_named": each(lambda party: readable.yes(party.named)),
        f"{name}_entity": each(lambda party: party.entity or ""),
    }


def _prefix(row: Row) -> str:
    start = row.statement.content[0].start
    return row.record.article.text[max(0, start - CONTEXT) : start]


def _suffix(row: Row) -> str:
    end = row.statement.content[-1].end
    return row.record.article.text[end : end + CONTEXT]


COLUMNS: dict[str, Reading] = {
    "article_id": lambda row: row.record.article.id,
    "attribution_id": lambda row: row.statement.id,
    "outlet": lambda row: row.record.article.outlet.name if row.record.article.outlet else None,
    "title": lambda row: row.record.article.title,
    "url": lambda row: row.record.article.url,
    "deep_link": lambda row: row.links.to(row.statement.content),
    **_date("published_on", lambda row: row.record.article.published_on),
    **_date("updated_on", lambda row: row.record.article.updated_on),
    "captured_on": lambda row: row.record.article.captured_on,
    "language": lambda row: row.record.article.language,
    "authors": lambda row: readable.things(author.name for author in row.record.article.authors),
    "credits": lambda row: readable.things(map(readable.credit, row.record.article.credits)),
    **_parties("speaker", lambda row: row.statement.speakers),
    "cue": lambda row: readable.pieces(row.statement.cue),
    "cue_at": lambda row: readable.places(row.statement.cue),
    "content": lambda row: readable.pieces(row.statement.content),
    "content_start": lambda row: row.statement.content[0].start,
    "content_end": lambda row: row.statement.content[-1].end,
    "content_at": lambda row: readable.places(row.statement.content),
    "content_prefix": _prefix,
    "content_suffix": _suffix,
    **_parties("addressee", lambda row: row.statement.addressees),
    "form": lambda row: row.statement.form,
    "mode": lambda row: row.statement.mode,
    "polarity": lambda row: row.statement.polarity,
    "zone": lambda row: row.statement.zone,
    "nested_in": lambda row: row.statement.nested_in,
    "continues": lambda row: row.statement.continues,
    "chain": lambda row: readable.chain(row.statement.chain),
    **_setting("channel", lambda row: row.statement.channel),
    **_setting("occasion", lambda row: row.statement.occasion),
    **_setting("venue", lambda row: row.statement.venue),
    **_date("said_on", lambda row: row.statement.said_on),
    "translated": lambda row: readable.yes(row.statement.translated is not None),
    "translated_from": lambda row: row.statement.translated.from_ if row.statement.translated else None,
    "translated_by": lambda row: row.statement.translated.by if row.statement.translated else None,
    "marks": lambda row: readable.marks(row.statement.marks),
    "confidence": lambda row: readable.number(row.statement.confidence),
    "flags": lambda row: readable.things(dict.fromkeys(flag.kind for flag in row.flags)),
    "flags_explained": lambda row: readable.things(flag.explanation for flag in row.flags),
    "reasons": lambda row: readable.things(map(readable.reason, row.statement.reasons)),
    "version_of": lambda row: row.record.article.version_of,
    "path": lambda row: row.record.article.path,
    "record": lambda row: row.record.article.record,
    "sha256": lambda row: row.record.article.sha256,
    "onrecord": lambda row: row.record.made_with.onrecord,
    "reader": lambda row: row.record.made_with.reader,
    "tagger": lambda row: row.record.made_with.tagger,
    "registry": lambda row: row.record.made_with.registry,
    "version": lambda row: row.record.version,
}
