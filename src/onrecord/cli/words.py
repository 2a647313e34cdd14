"""The parts of a statement in words: who, with which cue, what, through whom."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.text import Text

from onrecord.cli.terminal import one_line, visible
from onrecord.exports.readable import times as times
from onrecord.record import Attribution, ChainLink, DateReport, Mark, Party, Span
from onrecord.text.markchars import DOUBLE, SINGLE

GAP = " … "  # between pieces of one thing that do not stand together
STYLES = {
    "quoted": "green",
    "inner-quoted": "green",
    "bracket": "yellow",
    "gloss": "yellow",
    "unbalanced": "red",
}


def number(attribution_id: str) -> str:
    """The part of an id that tells statements of one article apart: 13 for 0123456789abcdef:a13."""
    return attribution_id.rpartition(":a")[2]


def joined(spans: Sequence[Span]) -> str:
    """The words of several spans."""
    return GAP.join(one_line(span.text) for span in spans)


def people(parties: Sequence[Party]) -> str:
    """Who, as printed, with who that is where other words settle it."""
    return " and ".join(map(_person, parties)) or "nobody named"


def _person(party: Party) -> str:
    mention, settled = (
        joined(party.mention).rstrip(" ,"),
        one_line(party.name or "") or joined(party.antecedent),
    )
    if not mention or not settled or settled in mention:
        return mention or (f"({settled})" if settled else "nobody named")
    return f"{mention} ({settled})"


def content(attribution: Attribution, text: str) -> Text:
    """What was said as printed, with the marks around it; quoted and bracketed stretches are coloured."""
    pieces = [_piece(span, attribution.marks, text) for span in attribution.content]
    return Text(GAP).join(pieces)


def _piece(span: Span, marks: Sequence[Mark], text: str) -> Text:
    """One span, cut where marks begin and end so that offsets outlive the escaping of control characters."""
    inside = [mark for mark in marks if mark.start < span.end and span.start < mark.end]
    cuts = {span.start, span.end, *(mark.start for mark in inside), *(mark.end for mark in inside)}
    piece = Text()
    for start, end in pairwise(sorted(cut for cut in cuts if span.start <= cut <= span.end)):
        styles = [STYLES.get(mark.kind, "") for mark in inside if mark.start <= start and end <= mark.end]
        piece.append(_lines(text[start:end]), style=" ".join(filter(None, styles[-1:])))
    return _mark_before(span, inside, text) + piece + _mark_after(span, inside, text)


def _lines(text: str) -> str:
    """Single blanks; the article's own line ends stay, because paragraphs do."""
    return visible(re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text)))


def _mark_before(span: Span, marks: Sequence[Mark], text: str) -> Text:
    """The printed mark in front of a quoted beginning; it stands outside the content."""
    quoted = any(mark.kind == "quoted" and mark.start == span.start for mark in marks)
    char = text[span.start - 1 : span.start]
    return Text(char if quoted and char and char in DOUBLE + SINGLE else "", style="green")


def _mark_after(span: Span, marks: Sequence[Mark], text: str) -> Text:
    quoted = any(mark.kind == "quoted" and mark.end == span.end for mark in marks)
    char = text[span.end : span.end + 1]
    return Text(char if quoted and char and char in DOUBLE + SINGLE else "", style="green")


def facts(attribution: Attribution) -> str:
    """Form, mode and place, and everything else that is known about how it was said."""
    return " · ".join(_facts(attribution))


def _facts(attribution: Attribution) -> Iterator[str]:
    yield f"{attribution.form} {attribution.mode}"
    if attribution.zone != "body":
        yield f"in the {attribution.zone}"
    if attribution.polarity == "denied":
        yield "denied"
    if attribution.addressees:
        yield f"to {people(attribution.addressees)}"
    yield from map(_link, attribution.chain)
    for word, setting in (
        ("through", attribution.channel),
        ("occasion", attribution.occasion),
        ("place", attribution.venue),
    ):
        if setting is not None:
            yield f"{word}: {one_line(setting.name or setting.kind or '')}"
    if when(attribution.said_on):
        yield f"said {when(attribution.said_on)}"
    if attribution.translated is not None:
        by = f" by {one_line(attribution.translated.by)}" if attribution.translated.by else ""
        yield f"translated from {one_line(attribution.translated.from_ or 'another language')}{by}"
    if attribution.continues is not None:
        yield f"continues {number(attribution.continues)}"


def sure(confidence: float) -> str:
    """How probably a statement is right, in whole per cent; never quite sure, and never quite wrong."""
    return f"{min(max(round(100 * confidence), 1), 99)} % sure"


def _link(link: ChainLink) -> str:
    cue = f" ({joined(link.cue)})" if link.cue else ""
    on = f", {when(link.on)}" if when(link.on) else ""
    return f"via {people([link.party])}{cue}{on}"


def when(report: DateReport) -> str:
    """A day, or those it lies between, or words that leave it open; nothing where nothing is known."""
    if report.value is not None:
        return f"on {date(report)}"
    first, last = (one_line(day) if day else None for day in report.range or (None, None))
    known = f" ({report.basis})"
    if first and last:
        return f"between {first} and {last}{known}"
    if first or last:
        return f"from {first} on{known}" if first else f"by {last}{known}"
    return "".join(f"“{one_line(one.text)}” (which day is open)" for one in report.evidence[:1])


def date(report: DateReport) -> str:
    """A date with how it is known and where it stands."""
    places = ", ".join(dict.fromkeys(one_line(evidence.place) for evidence in report.evidence))
    known = "; ".join(filter(None, [report.basis, places]))
    return f"{one_line(report.value or '')} ({known})"


def compared(articles: int, utterances: int, several: int) -> str:
    """How much was compared, in a line."""
    found = f"{times(articles, 'article')}, {times(utterances, 'utterance')}"
    return f"{found}, {several:,} of them with several reports"
