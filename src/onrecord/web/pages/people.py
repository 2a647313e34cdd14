"""Everybody who is quoted, and one of them: what they said over time, by occasion, who reports them."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.across.comparison import Somebody
from onrecord.store import people as stored
from onrecord.store.comparison.utterances import Line
from onrecord.store.query import Query as Wanted
from onrecord.store.search import Found, Hit
from onrecord.web import urls
from onrecord.web.asked import PAGE, After, Size, Words
from onrecord.web.bars import Bars, drawn, months
from onrecord.web.faults import missing
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
LISTED = 50
REPORTED = 10

Name = Annotated[Words, Query(description="The name, as lists give it.")]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Names with how often they are quoted."""

    items: tuple[stored.Quoted, ...]
    next: int | None
    words: str

    title = "People"


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One name, with the newest statements."""

    person: stored.Person
    across: tuple[Somebody, ...]  # who is meant, as the comparison tells; namesakes are several
    months: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, int], ...]
    reported: tuple[Line, ...]
    items: tuple[Hit, ...]
    next: int | None
    total: int

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return self.person.name

    @property
    def timeline(self) -> Bars:
        """Statements by month, or by day where all are of one month."""

        def when(day: str) -> str:
            return urls.search(person=self.person.name, date=day)

        return months(self.months, when) if len(self.months) > 1 else drawn(self.days, when)


@page(router, "/people", "people.html", table=True)
def people(store: Store, q: Words = "", limit: Size = LISTED, after: After = 0) -> PeoplePage:
    """Everybody who is quoted, the most quoted first."""
    found = store.people(words=q.strip(), limit=limit + 1, after=after)
    return PeoplePage(found[:limit], after + limit if len(found) > limit else None, q.strip())


@page(router, "/person", "person.html")
def person(store: Store, name: Name, limit: Size = PAGE, after: After = 0) -> PersonPage:
    """What somebody said: over time, by occasion, to whom, who reports it."""
    reported = store.utterances(speaker=name, several=True, limit=REPORTED).items
    across = store.somebody(name)
    found = store.person(name)
    if found is None and not (reported or across):
        raise missing(f"nobody of the name {name} is quoted")
    found = found or stored.Person(name, 0, *[()] * 6)  # called so in no single article, but across them
    wanted = Wanted(person=name, limit=limit, after=after)
    hits: Found = store.hits(wanted)
    end = after + len(hits.hits)
    counted = store.facets(wanted)
    return PersonPage(
        found,
        across,
        counted.months,
        counted.days,
        reported,
        hits.hits,
        end if hits.hits and end < hits.total else None,
        hits.total,
    )
