"""The fields of a statement as its card shows them: words, how they are known, their characters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.exports.readable import pieces
from onrecord.record import Attribution, DateReport, Evidence, Figure, Setting, Span
from onrecord.web import wording
from onrecord.web.lit import Stretch

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, its words, how it is known, and whether it rests on characters of the text."""

    name: str  # also what lights it
    label: str
    words: str
    note: str
    places: Places


def own(id_: str) -> str:
    """The part of an id that tells things of one article apart: a3."""
    return id_.rpartition(":")[2]


def fields_of(one: Attribution, figures: Sequence[Figure] = ()) -> tuple[Field, ...]:
    """Everything that is known of a statement, with the figures it gives; unknown fields are left out."""
    return tuple(_fields(one, figures))


def stretches(one: Attribution, fields: Iterable[Field]) -> Iterator[Stretch]:
    """The characters of all its fields."""
    for field in fields:
        for start, end in field.places:
            yield Stretch(start, end, own(one.id), field.name)


def _fields(one: Attribution, figures: Sequence[Figure]) -> Iterator[Field]:
    mentions = _spans(span for party in one.speakers for span in party.mention)
    yield Field("speaker", "Speaker", wording.people(one.speakers), "", mentions)
    settles = [span for party in one.speakers for span in party.antecedent]
    if settles:
        yield Field("antecedent", "Known from", pieces(settles), "", _spans(settles))
    if one.cue:
        yield Field("cue", "Cue", pieces(one.cue), "", _spans(one.cue))
    yield Field("content", "Said", pieces(one.content), "", _spans(one.content))
    if one.addressees:
        spans = _spans(span for party in one.addressees for span in party.mention)
        yield Field("addressee", "To", wording.people(one.addressees), "", spans)
    yield from _passed(one)
    yield from _date("said-on", "Day", one.said_on)
    for name, setting in (("channel", one.channel), ("occasion", one.occasion), ("venue", one.venue)):
        yield from _setting(name, setting)
    if one.translated is not None:
        words = one.translated.from_ or "another language"
        yield Field("translated", "Translated from", words, "", _places(one.translated.evidence))
    for figure in figures:
        place = ((figure.span.start, figure.span.end),)
        yield Field(own(figure.id), "Figure", wording.figure(figure), figure.kind, place)


def _passed(one: Attribution) -> Iterator[Field]:
    for number, link in enumerate(one.chain, start=1):
        spans = _spans((*link.party.mention, *link.cue))
        yield Field(f"chain-{number}", f"Through ({link.role})", wording.link(link), "", spans)


def _date(name: str, label: str, report: DateReport) -> Iterator[Field]:
    words = wording.when(report)
    if words:
        others = [f"{other.kind}: {other.why}" for other in report.others]
        note = "; ".join([wording.known(report), *others])
        yield Field(name, label, words, note, _places(report.evidence))


def _setting(name: str, setting: Setting | None) -> Iterator[Field]:
    if setting is not None:
        note = "" if setting.basis == "stated" else setting.basis
        yield Field(name, name.capitalize(), wording.setting(setting), note, _places(setting.evidence))


def _spans(spans: Iterable[Span]) -> Places:
    return tuple((span.start, span.end) for span in spans)


def _places(evidence: Iterable[Evidence]) -> Places:
    return tuple(
        (one.start, one.end)
        for one in evidence
        if one.place == "text" and one.start is not None and one.end is not None
    )
