"""What stands beside the reports of a statement: figures that disagree, and statements that may report it."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.across.comparison import FigureGroup, Utterance
from onrecord.collection import Collection
from onrecord.exports.readable import outlet
from onrecord.record import Attribution, Figure, Record
from onrecord.web import urls
from onrecord.web.seen import seen

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


def like(store: Collection, one: Utterance) -> tuple[Near, ...]:
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


def numbers_of(
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
