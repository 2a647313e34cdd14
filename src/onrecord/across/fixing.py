"""Fields that a person decided, in a statement or an article; a date that was read is kept beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.across.comparison import Fix, FixedField, Judgement
from onrecord.across.decided import evidence, reason
from onrecord.lang import english
from onrecord.people.names import folded
from onrecord.people.nouns import nouns
from onrecord.readers.timestamps import edtf
from onrecord.record import (
    Article,
    Attribution,
    DateReport,
    Entity,
    Named,
    OtherDate,
    Party,
    Record,
    Span,
)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is to be fixed in one article: a statement (None: the article itself), and by which judgement."""

    attribution: str | None
    by: Judgement
    value: Fix
    content: tuple[Span, ...] = ()  # where the words stand that a statement's content is to be


def with_fixed(record: Record, fixes: Sequence[Fixed]) -> Record:
    """The record with all of them, the earliest first."""
    for one in fixes:
        if one.attribution is None:
            record = replace(record, article=_article(record.article, one))
            continue
        if one.value.field in ("speakers", "addressees"):
            record = _naming(record, one)
        found = (_statement(a, one, record) if a.id == one.attribution else a for a in record.attributions)
        record = replace(record, attributions=tuple(found))
    return record


def same_mistake(one: Record, other: Record, field: FixedField) -> bool:
    """Whether two versions of an article say the same in a field of the whole article."""
    if field == "outlet":
        return _name(one.article.outlet) == _name(other.article.outlet)
    return one.article.published_on.value == other.article.published_on.value


def _name(outlet: Named | None) -> str | None:
    return outlet.name if outlet is not None else None


def _article(article: Article, one: Fixed) -> Article:
    if one.value.field == "published_on":
        return replace(article, published_on=_date(article.published_on, one, article.id))
    said = evidence(one.by, article.id, " ".join(one.value.to))
    return replace(article, outlet=Named(one.value.to[0], (said,)) if one.value.to else None)


def _statement(found: Attribution, one: Fixed, record: Record) -> Attribution:
    """The statement with the field as it was decided, and the reason in place of the machine's."""
    field = one.value.field
    kept = tuple(reason_ for reason_ in found.reasons if reason_.field != field)
    decided = reason(field, one.by, record.article.id)
    return replace(found, **{field: _value(found, one, record)}, reasons=(*kept, decided))


def _value(found: Attribution, one: Fixed, record: Record) -> Any:
    match one.value.field:
        case "speakers":
            return _parties(found.speakers, one.value.to, record)
        case "addressees":
            return _parties(found.addressees, one.value.to, record)
        case "said_on":
            return _date(found.said_on, one, record.article.id)
        case "content":
            return one.content
        case _:
            return one.value.to[0]


def _date(found: DateReport, one: Fixed, article: str) -> DateReport:
    """The date somebody gave; what the machine read stays beside it."""
    value = edtf(one.value.to[0]) if one.value.to else None
    said = (evidence(one.by, article, value or ""),)
    why = f"this is what was read; {one.by.who} decided otherwise"
    read = OtherDate("conflict", found.value, found.range, found.basis, found.evidence, why)
    others = (read, *found.others) if found.value or found.range else found.others
    return DateReport(value, None, "given", None, said, others)


def _naming(record: Record, one: Fixed) -> Record:
    """The record with everybody named among its entities."""
    known = {folded(entity.name) for entity in record.entities}
    fresh = [name for name in dict.fromkeys(one.value.to) if folded(name) not in known]
    made = (
        Entity(_id(record, n, one.by), name, None, _is_name(name), _mentions(name, record.article), ())
        for n, name in enumerate(fresh, start=len(record.entities) + 1)
    )
    return replace(record, entities=(*record.entities, *made))


def _id(record: Record, number: int, by: Judgement) -> str:
    """Behind all that the machine found, and told from what another reading may find."""
    return f"{record.article.id}:e{number}-{by.id}"


def _is_name(words: str) -> bool:
    return any(map(str.isupper, words))


def _mentions(name: str, article: Article) -> tuple[Span, ...]:
    """Where an article has a name."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)
    return tuple(article.span(*match.span()) for match in found)


def _parties(found: Sequence[Party], names: Sequence[str], record: Record) -> tuple[Party, ...]:
    """Who was named, each with the words that stand there, unless they name somebody else."""
    known = {folded(entity.name): entity for entity in reversed(record.entities)}
    as_printed = [party.mention for party in found] if len(found) == len(names) else [()] * len(names)
    return tuple(
        _party(known[folded(name)], mention) for name, mention in zip(names, as_printed, strict=True)
    )


def _party(entity: Entity, mention: tuple[Span, ...]) -> Party:
    kept = mention if _may_mean(mention, entity.name) else ()
    return Party(kept, (), entity.id, entity.name, entity.kind, entity.named)


def _may_mean(mention: Sequence[Span], name: str) -> bool:
    """Whether words may stand for somebody: a part of the name, a pronoun, an office; not another name."""
    words = [word for span in mention for word in _WORD.findall(span.text)]
    little = english().pronouns | nouns().definite
    names = {word for word in words if word[0].isupper() and word.lower() not in little}
    return not names or not names.isdisjoint(_WORD.findall(name))
