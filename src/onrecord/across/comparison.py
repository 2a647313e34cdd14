"""What `onrecord compare` gives, as frozen dataclasses (version 1): utterances, reports, conflicts.

Field names and their order are the published format; `docs/glossary.md` explains every one. Ids of
attributions, entities and figures are those of the articles' own records.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.record import (
    DateReport,
    Flag,
    MadeWith,
    PartyKind,
    Reason,
    Record,
    Setting,
    Span,
)

Standing = Literal["firm", "possible"]
ReadingKind = Literal["base", "same", "reworded", "added", "dropped", "moved"]
Quoted = Literal["all", "part", "none"]
Typography = Literal["bracket", "ellipsis", "sic"]
DerivationKind = Literal["verbatim", "rewritten", "other-translation", "independent", "undetermined"]
Relation = Literal["agree", "conflict", "different-scope", "less-precise", "undetermined"]
JudgementKind = Literal["join", "split", "fix", "reject", "undo"]
FixedField = Literal[
    "speakers",
    "addressees",
    "content",
    "form",
    "mode",
    "polarity",
    "said_on",
    "outlet",
    "published_on",
]


@dataclass(frozen=True, slots=True)
class Role:
    """An office somebody holds or held; None where a bound is not known."""

    role: str
    from_: str | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, organisation or group across articles: entities of single articles that are the same."""

    id: str
    name: str
    kind: PartyKind | None
    named: bool
    same_as: tuple[tuple[str, str], ...]  # registry -> id, as in ("wikidata", "Q42")
    roles: tuple[Role, ...]
    members: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said an utterance: somebody of the list of entities, where one is known."""

    entity: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """An attribution, or the part of one, seen as a report of an utterance."""

    attribution: str
    part: tuple[Span, ...] | None  # None: the whole content
    standing: Standing
    similarity: float  # to the base, 0-1
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FirstReport:
    """Which report came first, where the dates allow to say so; else which may have, and why."""

    attribution: str | None
    candidates: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """Whether one report was made from another; undirected where nobody can tell which came first."""

    from_: str
    to: str
    directed: bool
    kind: DerivationKind
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """What one report has where the base has certain words; no spans where it has nothing."""

    attribution: str
    spans: tuple[Span, ...]
    kind: ReadingKind
    quoted: Quoted | None
    marks: tuple[Typography, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch where the reports agree or differ."""

    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said once, on one occasion, with all its reports."""

    id: str
    speakers: tuple[Speaker, ...]
    occasion: Setting | None
    venue: Setting | None
    said_on: DateReport
    variants: tuple[Variant, ...]
    base: str
    fullest: tuple[str, ...]
    first_report: FirstReport
    derivations: tuple[Derivation, ...]
    readings: tuple[Reading, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of several articles that count the same thing, and how they stand to each other."""

    id: str
    counts: str | None
    members: tuple[str, ...]
    relation: Relation
    explanation: str


@dataclass(frozen=True, slots=True)
class SettledDate:
    """A date of one article that another one settles; `date` None: the article's own."""

    article: str
    date: str | None
    on: DateReport


@dataclass(frozen=True, slots=True)
class Target:
    """A passage a judgement is about, with the words around it, so that it can be found again."""

    article: str
    place: str
    start: int | None
    end: int | None
    text: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What a field is to say: names, words, a date; nothing where it is to stay open."""

    field: FixedField
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision; it is never changed, only undone by another one."""

    id: str
    kind: JudgementKind
    targets: tuple[Target, ...]
    value: Fix | None
    who: str
    at: str
    note: str | None
    undoes: str | None


@dataclass(frozen=True, slots=True)
class Orphan:
    """A passage of a judgement that cannot be found again without doubt, and why."""

    judgement: str
    target: int  # which of its targets, from 0
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Articles laid side by side: the object `onrecord compare` writes."""

    version: int
    made_with: MadeWith
    articles: tuple[Record, ...]
    entities: tuple[Somebody, ...]
    utterances: tuple[Utterance, ...]
    figures: tuple[FigureGroup, ...]
    dates: tuple[SettledDate, ...]
    flags: tuple[Flag, ...]
    judgements: tuple[Judgement, ...]
    orphaned: tuple[Orphan, ...] = ()
