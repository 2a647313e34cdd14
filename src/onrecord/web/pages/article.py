"""An article: its text on the left, its statements as cards on the right, every field tied to characters."""

from dataclasses import dataclass

from fastapi import APIRouter

from onrecord.exports.deep_link import DeepLinks
from onrecord.record import Attribution, Figure, Reason, Record
from onrecord.web import urls, wording
from onrecord.web.fields import Field, fields_of, own, stretches
from onrecord.web.lit import Block, Stretch, blocks
from onrecord.web.seen import seen
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Card:
    """A statement beside the text."""

    own: str  # a3
    number: str
    depth: int  # how many statements stand around it
    said: Attribution
    fields: tuple[Field, ...]
    link: str | None  # to the very words at the publisher's
    flags: tuple[str, ...]
    lit: bool
    utterances: tuple[str, ...]  # what it reports, where other articles report it too

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why its fields say what they say."""
        return self.said.reasons


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article with everything found in it."""

    record: Record
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]
    thought: int  # statements of belief or intention left out

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return self.label

    @property
    def label(self) -> str:
        """What the article is called."""
        return wording.label(self.record.article)

    @property
    def told(self) -> "Told":
        """For programs: the record itself, and the links to the words."""
        return Told(self.record, {card.said.id: card.link for card in self.cards})


@dataclass(frozen=True, slots=True)
class Told:
    """The record as `onrecord extract` gives it; links by attribution."""

    record: Record
    links: dict[str, str | None]


@page(router, "/articles/{id_}", "article.html")
def article(store: Store, id_: str, lit: str | None = None, thought: bool = False) -> ArticlePage:
    """One article with its statements; `lit` names what is lit in it (a3, a3.speaker)."""
    record = seen(store, id_)
    shown = [one for one in record.attributions if thought or one.mode != "thought"]
    links, flags = DeepLinks(record.article), _flags(record)
    figures = _figures(record)
    around = {one.id: one.nested_in for one in record.attributions}
    several = store.compared() is not None
    cards = tuple(
        Card(
            own(one.id),
            own(one.id).lstrip("a"),
            _depth(one.id, around),
            one,
            fields_of(one, figures.get(one.id, ())),
            links.to(one.content),
            flags.get(one.id, ()),
            lit is not None and lit.partition(".")[0] == own(one.id),
            store.reported_by(one.id) if several else (),
        )
        for one in shown
    )
    marks = [mark for card in cards for mark in stretches(card.said, card.fields)]
    place = urls.PLACE.fullmatch(lit or "")
    if place:
        marks.append(Stretch(int(place[1]), int(place[2]), "at", "at"))
        lit = "at"
    left_out = len(record.attributions) - len(shown)
    return ArticlePage(record, cards, blocks(record.article, marks, lit), left_out)


def _figures(record: Record) -> dict[str | None, list[Figure]]:
    """The figures that each statement gives."""
    given: dict[str | None, list[Figure]] = {}
    for figure in record.figures:
        given.setdefault(figure.according_to, []).append(figure)
    return given


def _flags(record: Record) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for flag in record.flags:
        for id_ in flag.attributions:
            told[id_] = (*told.get(id_, ()), f"{flag.kind}: {flag.explanation}")
    return told


def _depth(id_: str, around: dict[str, str | None]) -> int:
    """How many statements stand around this one."""
    depth, outer = 0, around.get(id_)
    while outer is not None and depth < len(around):
        depth, outer = depth + 1, around.get(outer)
    return depth
