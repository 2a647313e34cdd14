"""An article of the invented pile, from its paragraphs to a record: text, offsets, what was found in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from onrecord.record import (
    VERSION,
    Article,
    Attribution,
    Credit,
    DateExpression,
    DateReport,
    Entity,
    Evidence,
    Figure,
    Form,
    MadeWith,
    Mark,
    Named,
    Party,
    PartyKind,
    Reason,
    Record,
    Span,
    Zone,
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Piece = tuple[
    str, str
]  # what it is ("" for the narrator's words, speaker, cue, content, quoted, …), and its text


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who speaks, as an article names them: at first in full, then by the last word."""

    name: str
    office: str
    named: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words of an article; with `speaker` they are a statement."""

    pieces: tuple[Piece, ...]
    speaker: Somebody | None = None
    form: Form = "indirect"
    day: date | None = None  # on which it was said, where the article tells


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an article says."""

    number: int
    outlet: str
    agency: str | None
    printed: date | None
    title: str
    paragraphs: tuple[Paragraph, ...]


def written(plan: Plan) -> Record:
    """The record of a planned article."""
    page = _Page(hashlib.sha256(str(plan.number).encode()).hexdigest()[:16])
    page.put(plan.title)
    headline = len(page.text)
    for paragraph in plan.paragraphs:
        page.put("\n\n")
        page.add(paragraph)
    return page.record(plan, headline)


@dataclass(slots=True)
class _Page:
    """An article while it is being written."""

    id: str
    text: str = ""
    said: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    dates: list[DateExpression] = field(default_factory=list)
    mentions: dict[Somebody, list[Span]] = field(default_factory=dict)
    offices: dict[Somebody, list[Span]] = field(default_factory=dict)

    def put(self, text: str) -> Span:
        start = len(self.text)
        self.text += text
        return Span(start, len(self.text), text)

    def add(self, paragraph: Paragraph) -> None:
        """The words of a paragraph, and what is found in them."""
        found: dict[str, list[Span]] = {}
        for role, text in paragraph.pieces:
            found.setdefault(role, []).append(self.put(text))
        self.figures += [self._figure(span) for span in found.get("figure", ())]
        self.dates += [self._date(span) for span in found.get("weekday", ())]
        for span in found.get("place", ()):
            self.mentions.setdefault(Somebody(span.text, "", True), []).append(span)
        if paragraph.speaker is not None:
            self.said.append(self._attribution(paragraph, paragraph.speaker, found))

    def _attribution(self, made: Paragraph, who: Somebody, found: dict[str, list[Span]]) -> Attribution:
        self.mentions.setdefault(who, []).extend(found.get("speaker", ()))
        self.offices.setdefault(who, []).extend(found.get("office", ()))
        entity = f"{self.id}:e{list(self.mentions).index(who) + 1}"
        quoted = found.get("quoted", [])
        spans = sorted([*found.get("content", ()), *quoted], key=lambda span: span.start)
        if made.form == "mixed":
            start, end = spans[0].start, spans[-1].end + (spans[-1] in quoted)
            start -= spans[0] in quoted
            spans = [Span(start, end, self.text[start:end])]
        cue = tuple(found["cue"])
        return Attribution(
            id=f"{self.id}:a{len(self.said) + 1}",
            speakers=(Party(tuple(found.get("speaker", ())), (), entity, who.name, "person", who.named),),
            cue=cue,
            content=tuple(spans),
            form=made.form,
            said_on=self._on(made, found),
            marks=tuple(Mark(s.start, s.end, s.text, "quoted") for s in quoted if made.form == "mixed"),
            confidence=0.9,
            reasons=tuple(Reason("content", "model", "tagger", (self._evidence(s),), 0.9) for s in cue),
        )

    def _on(self, made: Paragraph, found: dict[str, list[Span]]) -> DateReport:
        words = tuple(map(self._evidence, found.get("weekday", ())))
        if not words:
            return DateReport()
        if made.day is None:
            return DateReport(basis="relative", evidence=words)
        return DateReport(made.day.isoformat(), None, "relative", None, words)

    def _evidence(self, span: Span) -> Evidence:
        return Evidence(self.id, "text", span.start, span.end, span.text)

    def _figure(self, span: Span) -> Figure:
        number, _, what = span.text.partition(" ")
        at = Span(span.end - len(what), span.end, what)
        id_, value = f"{self.id}:f{len(self.figures) + 1}", float(number)
        counts = Named(what, (self._evidence(at),))
        return Figure(id_, span, "count", value, value, "exactly", "people", counts, None, DateReport(), None)

    def _date(self, span: Span) -> DateExpression:
        on = DateReport(basis="relative", evidence=(self._evidence(span),))
        return DateExpression(f"{self.id}:d{len(self.dates) + 1}", span, on)

    def record(self, plan: Plan, headline: int) -> Record:
        """All of it."""
        return Record(
            VERSION,
            MadeWith("bench", None, None, None),
            self._article(plan, headline),
            tuple(self.said),
            tuple(self.figures),
            tuple(self.dates),
            tuple(self._entities()),
            (),
        )

    def _entities(self) -> Iterator[Entity]:
        for number, (one, spans) in enumerate(self.mentions.items(), start=1):
            kind: PartyKind | None = "person" if one.office or not one.named else None
            offices = tuple(self.offices.get(one, ()))
            yield Entity(f"{self.id}:e{number}", one.name, kind, one.named, tuple(spans), offices)

    def _article(self, plan: Plan, headline: int) -> Article:
        printed = plan.printed.isoformat() if plan.printed is not None else None
        credits = tuple(self._credits(plan.agency)) if plan.agency is not None else ()
        return Article(
            id=self.id,
            path=f"{plan.number}.txt",
            record=None,
            url=f"https://paper.example/{plan.number}",
            sha256="0" * 64,
            captured_on=None,
            version_of=None,
            outlet=Named(plan.outlet),
            authors=(),
            credits=credits,
            title=plan.title,
            language="en",
            analysed=True,
            published_on=DateReport(printed, None, "metadata" if printed else "none"),
            updated_on=DateReport(),
            text=self.text,
            zones=(Zone(0, headline, "headline"), Zone(headline + 2, len(self.text), "body")),
        )

    def _credits(self, agency: str) -> Iterator[Credit]:
        at = self.text.rfind(agency)
        yield Credit(agency, (self._evidence(Span(at, at + len(agency), agency)),), "agency")
