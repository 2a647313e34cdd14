"""What disagrees: figures of several articles side by side, and statements in conflict."""

from dataclasses import dataclass

from fastapi import APIRouter

from onrecord.across.comparison import FigureGroup, Relation, SettledDate
from onrecord.collection import Collection
from onrecord.exports.readable import outlet
from onrecord.record import Figure
from onrecord.store.comparison.state import Kept
from onrecord.store.comparison.utterances import Line
from onrecord.web import urls, wording
from onrecord.web.asked import After, Size
from onrecord.web.seen import seen
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
LISTED = 10
STATEMENTS = 20
TOLD: tuple[Relation, ...] = ("conflict", "different-scope", "less-precise", "undetermined")


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure: where it stands, and who gives it."""

    figure: Figure
    article: str
    outlet: str
    published_on: str | None
    according_to: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures that count the same thing, side by side."""

    group: FigureGroup
    members: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of one article that others settle, or that does not agree with itself."""

    day: SettledDate
    words: str | None  # of the text; None: the article's own date
    outlet: str
    label: str
    place: str
    told: tuple[tuple[str, str, str], ...]  # outlet, words and place of what settles it


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a group, as a row of a table."""

    group: str
    relation: str
    counts: str | None
    explanation: str
    figure: str
    words: str
    low: float | None
    high: float | None
    unit: str | None
    outlet: str
    published_on: str | None
    according_to: str | None
    article: str


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """Figures that disagree, in pages, and the statements whose reports contradict each other most."""

    items: tuple[Numbers, ...]
    next: int | None
    statements: tuple[Line, ...]
    days: tuple[Dated, ...]
    kept: Kept | None

    title = "Conflicts"

    @property
    def rows(self) -> tuple[Row, ...]:
        """A row for each figure."""
        return tuple(_row(numbers.group, one) for numbers in self.items for one in numbers.members)


@page(router, "/conflicts", "conflicts.html", table=True)
def conflicts(store: Store, limit: Size = LISTED, after: After = 0) -> ConflictsPage:
    """Figures that are not the same everywhere, those in conflict first; statements in conflict."""
    found = store.figures(relations=TOLD, limit=limit, after=after)
    items = tuple(Numbers(group, _members(store, group)) for group in found.items)
    statements = store.utterances(conflicts=True, order="conflicts", limit=STATEMENTS).items
    days = tuple(_dated(store, one) for one in store.days(limit=STATEMENTS).items)
    return ConflictsPage(items, found.next, statements, days, store.compared())


def _row(group: FigureGroup, one: Stated) -> Row:
    return Row(
        group=group.id,
        relation=group.relation,
        counts=group.counts,
        explanation=group.explanation,
        figure=one.figure.id,
        words=one.figure.span.text,
        low=one.figure.low,
        high=one.figure.high,
        unit=one.figure.unit,
        outlet=one.outlet,
        published_on=one.published_on,
        according_to=one.according_to,
        article=one.article,
    )


def _members(store: Collection, group: FigureGroup) -> tuple[Stated, ...]:
    """The figures with where they stand, by day and outlet."""
    members = []
    for id_ in group.members:
        record = seen(store, id_.rpartition(":")[0])
        figure = next((figure for figure in record.figures if figure.id == id_), None)
        if figure is not None:
            article = record.article
            giver = next((a for a in record.attributions if a.id == figure.according_to), None)
            place = urls.passage(article.id, figure.span.start, figure.span.end)
            who = wording.people(giver.speakers) if giver else None
            day = article.published_on.value
            members.append(Stated(figure, article.id, outlet(article), day, who, place))
    return tuple(sorted(members, key=lambda one: (one.published_on or "~", one.outlet, one.figure.id)))


def _dated(store: Collection, one: SettledDate) -> Dated:
    record = seen(store, one.article)
    span = next((date.span for date in record.dates if date.id == one.date), None)
    place = urls.passage(one.article, span.start, span.end) if span else urls.article(one.article)
    words = span.text if span else None
    return Dated(one, words, outlet(record.article), wording.label(record.article), place, _told(store, one))


def _told(store: Collection, one: SettledDate) -> tuple[tuple[str, str, str], ...]:
    """The words of other articles, each once."""
    found: dict[str, tuple[str, str, str]] = {}
    for each in one.on.evidence:
        if each.article not in (None, one.article) and each.start is not None and each.end is not None:
            name = outlet(seen(store, str(each.article)).article)
            place = urls.passage(str(each.article), each.start, each.end)
            found.setdefault(str(each.article), (name, each.text, place))
    return tuple(found.values())
