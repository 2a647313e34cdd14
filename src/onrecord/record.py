"""The record: what was read and what was found in it, as frozen dataclasses (version 1).

Field names and their order are the published format; `docs/glossary.md` explains every one.
Offsets count Unicode code points of `Article.text`, half-open: `text[span.start:span.end] == span.text`.
Unknown is `None`, none is `()`; scores lie between 0 and 1.
A trailing underscore (`from_`) keeps a field clear of a Python keyword; it is dropped in JSON.
"""

from dataclasses import dataclass
from typing import Literal

VERSION = 1

ZoneKind = Literal[
    "headline",
    "subheading",
    "body",
    "caption",
    "credit",
    "dateline",
    "byline",
    "footnote",
    "metadata",
    "furniture",
]
Form = Literal["direct", "indirect", "mixed"]
Mode = Literal["speech", "writing", "thought"]
Polarity = Literal["asserted", "denied"]
PartyKind = Literal["person", "organisation", "group", "account", "document"]
MarkKind = Literal["quoted", "inner-quoted", "bracket", "gloss", "ellipsis", "sic", "footnote", "unbalanced"]
ChainRole = Literal["speaker", "spokesperson", "agency", "media", "account", "document"]
CreditKind = Literal["agency", "republished-from", "translator"]
SettingKind = Literal[
    "speech",
    "post",
    "interview",
    "statement",
    "press-conference",
    "broadcast",
    "document",
    "letter",
    "call",
    "meeting",
    "state-media",
    "other",
]
SettingBasis = Literal["stated", "inherited", "inferred"]
DateBasis = Literal[
    "explicit",
    "relative",
    "metadata",
    "given",
    "inherited",
    "bounded",
    "repeated",
    "other-article",
    "none",
]
FigureKind = Literal["count", "share", "ratio", "ordinal", "duration", "money", "rate", "measure"]
Comparator = Literal["exactly", "about", "more-than", "at-least", "nearly", "less-than", "at-most", "between"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text, by code points, half-open."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something stands: in the text (with offsets) or in a named other place (without)."""

    article: str | None
    place: str
    start: int | None
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the places it was read from."""

    name: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency, a republished publisher or a translator named in a credit line."""

    name: str
    evidence: tuple[Evidence, ...]
    kind: CreditKind


@dataclass(frozen=True, slots=True)
class Setting:
    """The channel, occasion or venue of an utterance."""

    name: str | None
    kind: SettingKind | None
    basis: SettingBasis
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks, is spoken to or passes words on: the words that name them, and who that is."""

    mention: tuple[Span, ...] = ()
    antecedent: tuple[Span, ...] = ()
    entity: str | None = None
    name: str | None = None
    kind: PartyKind | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A second reading of a date: one that conflicts, or one that is possible too."""

    kind: Literal["conflict", "alternative"]
    value: str | None
    range: tuple[str | None, str | None] | None
    basis: DateBasis
    evidence: tuple[Evidence, ...]
    why: str


@dataclass(frozen=True, slots=True)
class DateReport:
    """A date in EDTF (partial dates stay partial), how it is known, and what speaks against it."""

    value: str | None = None
    range: tuple[str | None, str | None] | None = None
    basis: DateBasis = "none"
    anchor: str | None = None
    evidence: tuple[Evidence, ...] = ()
    others: tuple[OtherDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field says what it says: rule, model or person, the words looked at, the score (person: None)."""

    field: str
    by: Literal["rule", "model", "person"]
    name: str
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something an analyst must look at, with the spans that show it and one plain sentence."""

    kind: str
    attributions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an article that is headline, body, caption, footnote, furniture …"""

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Article:
    """One text as one outlet published it. `text` is fixed at reading, for ever."""

    id: str
    path: str | None
    record: str | None
    url: str | None
    sha256: str
    captured_on: str | None
    version_of: str | None
    outlet: Named | None
    authors: tuple[Named, ...]
    credits: tuple[Credit, ...]
    title: str | None
    language: str | None
    analysed: bool
    published_on: DateReport
    updated_on: DateReport
    text: str
    zones: tuple[Zone, ...]

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets of this article."""
        return Span(start, end, self.text[start:end])

    def evidence(self, start: int, end: int) -> Evidence:
        """The same, as evidence that stands in the text."""
        return Evidence(self.id, "text", start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Mark:
    """Something typographic inside a content: a quoted stretch, a bracket, an ellipsis, a footnote marker."""

    start: int
    end: int
    text: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One of those who passed the words on, between the outlet and the speaker."""

    role: ChainRole
    party: Party
    cue: tuple[Span, ...] = ()
    on: DateReport = DateReport()
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """That the words were translated: from which language, by whom, and the words that say so."""

    from_: str | None
    by: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One occurrence in one article of somebody said to say, write or think something."""

    id: str
    speakers: tuple[Party, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    addressees: tuple[Party, ...] = ()
    form: Form = "indirect"
    mode: Mode = "speech"
    polarity: Polarity = "asserted"
    zone: ZoneKind = "body"
    nested_in: str | None = None
    continues: str | None = None
    chain: tuple[ChainLink, ...] = ()
    channel: Setting | None = None
    occasion: Setting | None = None
    venue: Setting | None = None
    said_on: DateReport = DateReport()
    translated: Translation | None = None
    marks: tuple[Mark, ...] = ()
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with unit, what it counts, and who gave it (`according_to`; None is the article itself)."""

    id: str
    span: Span
    kind: FigureKind
    low: float | None
    high: float | None
    comparator: Comparator | None
    unit: str | None
    counts: Named | None
    event: Named | None
    as_of: DateReport
    according_to: str | None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression of the text, resolved as far as the article allows."""

    id: str
    span: Span
    on: DateReport


@dataclass(frozen=True, slots=True)
class Entity:
    """A resolved person, organisation, group, account or document of one article."""

    id: str
    name: str
    kind: PartyKind | None
    named: bool
    mentions: tuple[Span, ...]
    descriptions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What made a record: release, reader, tagger, list of people; None where one took no part."""

    onrecord: str
    reader: str | None
    tagger: str | None
    registry: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """One article and everything found in it: one line of `onrecord extract`."""

    version: int
    made_with: MadeWith
    article: Article
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateExpression, ...]
    entities: tuple[Entity, ...]
    flags: tuple[Flag, ...]
