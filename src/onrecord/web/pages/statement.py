"""A statement: all its reports laid against a base, what differs, who has it from whom, who was first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.across.comparison import FigureGroup, Reading, Utterance
from onrecord.errors import UsageError
from onrecord.web import urls, wording
from onrecord.web.beside import Near, Numbers, like, numbers_of
from onrecord.web.decided import Decision, decisions
from onrecord.web.faults import missing
from onrecord.web.laid import NOISE
from onrecord.web.origins import Drawing, drawn
from onrecord.web.reports import Laid, Shown, laid_out
from onrecord.web.seen import seen
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()


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
    passed = frozenset(over.split(",")) & NOISE.keys()
    laid = laid_out(one, records, base=base, over=passed)
    if not laid.reports:
        raise missing(f"of {id_} no report is left; its articles must be compared again")
    numbers = numbers_of(one, records, store.figures_of(articles))
    return StatementPage(one, laid, numbers, passed, history, like(store, one))
