"""A statement: all its reports laid against a base, what differs, who has it from whom, who was first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.across.comparison import FigureGroup, Reading, Utterance
from onrecord.collection import Collection
from onrecord.errors import UsageError
from onrecord.record import Attribution, Figure, Record
from onrecord.web import urls, wording
from onrecord.web.decided import Decision, decisions
from onrecord.web.faults import missing
from onrecord.web.laid import NOISE
from onrecord.web.origins import Drawing, drawn
from onrecord.web.reports import Laid, Shown, laid_out, outlet
from onrecord.web.seen import seen
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
LOOKED_AT = 12  # reports whose neighbours are looked for
LIKE = 5  # other statements that may report the same
TOLD = ("conflict", "undetermined", "different-scope", "less-precise")  # relations that are worth a look


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures of several articles that count the same thing, each with the outlet and the link to it."""

    group: FigureGroup
    members: tuple[tuple[Figure, str, str], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A statement that may report the same, and how like it is."""

    said: Attribution
    outlet: str
    score: float


@dataclass(frozen=True, slots=True)
class Told:
    """For programs: the utterance as `onrecord compare` gives it; its readings against the base chosen."""

    utterance: Utterance
    base: str
    readings: tuple[Reading, ...]
    figures: tuple[FigureGroup, ...]
    links: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement with all its reports."""

    one: Utterance
    laid: Laid
    figures: tuple[Numbers, ...]
    over: frozenset[str]
    history: tuple[Decision, ...]
    near: tuple[Near, ...]  # other statements that may report the same

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return self.who

    @property
    def who(self) -> str:
        """Who said it."""
        return " and ".join(s.name or "somebody" for s in self.one.speakers) or wording.NOBODY

    @property
    def base(self) -> str:
        """The report that the others are laid against."""
        return self.laid.reports[0].said.id

    @property
    def outlets(self) -> int:
        """How many outlets report it."""
        return len({report.outlet for report in self.laid.reports})

    @property
    def first(self) -> Shown | None:
        """The first report, where it is known."""
        return next((report for report in self.laid.reports if report.first), None)

    def others(self, id_: str) -> tuple[str, ...]:
        """The reports but one."""
        return tuple(report.said.id for report in self.laid.reports if report.said.id != id_)

    @property
    def drawing(self) -> Drawing:
        """Who has it from whom."""
        return drawn(self.who, [report.reported for report in self.laid.reports], self.one.derivations)

    @property
    def origins(self) -> tuple[tuple[str, str], ...]:
        """The same in words, with the reasons; what is undetermined is left out."""
        letters = {report.said.id: report.letter for report in self.laid.reports}
        return tuple(
            (
                f"{letters[one.to]} is made from {letters[one.from_]}: {one.kind}"
                if one.directed
                else f"{letters[one.from_]} and {letters[one.to]}: {one.kind}",
                ", ".join(dict.fromkeys(reason.name for reason in one.reasons)),
            )
            for one in self.one.derivations
            if one.kind != "undetermined" and one.from_ in letters and one.to in letters
        )

    @property
    def noise(self) -> tuple[tuple[str, str, bool, str], ...]:
        """What can be passed over: its key, its name, whether it is, and the address that changes that."""
        return tuple(
            (key, words, key in self.over, self.address(over=self.over ^ {key}))
            for key, words in NOISE.items()
        )

    def address(self, *, base: str | None = None, over: frozenset[str] | None = None) -> str:
        """This page with another base, or with other noise."""
        shown = self.over if over is None else over
        chosen = base or self.base
        return urls.statement(
            self.one.id,
            base=chosen if chosen != self.one.base else None,
            over=None if shown == DEFAULT else ",".join(sorted(shown)) or "none",
        )

    @property
    def told(self) -> Told:
        """For programs."""
        links = {report.said.id: report.link for report in self.laid.reports}
        groups = tuple(one.group for one in self.figures)
        return Told(self.one, self.base, self.laid.readings, groups, links)


DEFAULT = frozenset({"spelling"})

Base = Annotated[str | None, Query(max_length=60, description="The report that others are laid against.")]
Over = Annotated[
    str, Query(max_length=60, description=f"Differences passed over: {', '.join(NOISE)}, or none.")
]


@page(router, "/statements/{id_}", "statement.html")
def statement(store: Store, id_: str, base: Base = None, over: Over = "spelling") -> StatementPage:
    """One statement with all its reports, laid against a base."""
    try:
        one = store.utterance(id_)
    except UsageError as error:
        raise missing(f"there is no statement {id_}; perhaps its articles must be compared again") from error
    articles = {variant.attribution.rpartition(":")[0] for variant in one.variants}
    records = {article: seen(store, article) for article in sorted(articles)}
    history = decisions(store.judgements(), (), of=articles)
    return shown(
        one,
        records,
        store.figures_of(articles),
        base=base,
        over=over,
        history=history,
        near=_near(store, one),
    )


def shown(
    one: Utterance,
    records: Mapping[str, Record],
    groups: tuple[FigureGroup, ...],
    *,
    base: str | None = None,
    over: str = "spelling",
    history: tuple[Decision, ...] = (),
    near: tuple[Near, ...] = (),
) -> StatementPage:
    """The page, from what is known."""
    passed = frozenset(over.split(",")) & NOISE.keys()
    return StatementPage(
        one,
        laid_out(one, records, base=base, over=passed),
        _numbers(one, records, groups),
        passed,
        history,
        near,
    )


def _near(store: Collection, one: Utterance) -> tuple[Near, ...]:
    """Statements like its reports that are no reports of it so far, the most like first."""
    inside = {variant.attribution for variant in one.variants}
    best: dict[str, float] = {}
    for variant in one.variants[:LOOKED_AT]:
        for other in store.near(variant.attribution):
            if other.attribution not in inside:
                best[other.attribution] = max(other.score, best.get(other.attribution, 0.0))
    found = []
    for id_ in sorted(best, key=lambda id_: (-best[id_], id_))[:LIKE]:
        record = seen(store, id_.rpartition(":")[0])
        said = next((said for said in record.attributions if said.id == id_), None)
        if said is not None:
            found.append(Near(said, outlet(record.article), best[id_]))
    return tuple(found)


def _numbers(
    one: Utterance, records: Mapping[str, Record], groups: tuple[FigureGroup, ...]
) -> tuple[Numbers, ...]:
    """The groups of figures that stand in the reports, those in conflict first."""
    reports = {variant.attribution for variant in one.variants}
    known = {figure.id: (figure, record.article) for record in records.values() for figure in record.figures}
    found = []
    for group in groups:
        inside = [known[id_] for id_ in group.members if id_ in known]
        if group.relation in TOLD and any(figure.according_to in reports for figure, _ in inside):
            members = tuple(
                (figure, outlet(article), urls.passage(article.id, figure.span.start, figure.span.end))
                for figure, article in inside
            )
            found.append(Numbers(group, members))
    return tuple(sorted(found, key=lambda numbers: TOLD.index(numbers.group.relation)))
