"""The first page: what is in the store, and the box to search it with."""

from dataclasses import dataclass

from fastapi import APIRouter

from onrecord.store.comparison.state import Kept
from onrecord.store.comparison.utterances import Line
from onrecord.store.overview import Listed, Overview
from onrecord.web import urls
from onrecord.web.bars import Bars, months
from onrecord.web.stores import Store
from onrecord.web.twins import page

NEWEST = 12  # articles on the first page
REPORTED = 8  # statements

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Home:
    """The counts of the store and the newest articles."""

    store: str
    counts: Overview
    items: tuple[Listed, ...]
    next: str | None
    kept: Kept | None
    reported: tuple[Line, ...]  # statements that most articles report
    cases: tuple[str, ...]

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return self.store

    @property
    def timeline(self) -> Bars:
        """Articles by month; each bar leads to what was said then."""
        return months(self.counts.months, lambda month: urls.search(date=month))


@page(router, "/", "home.html", twin="/home.json")
def home(store: Store, after: str | None = None) -> Home:
    """What is in the store, and its newest articles; `after` is the last one of the page before."""
    found = store.newest(limit=NEWEST + 1, before=after)
    last = found[NEWEST - 1].id if len(found) > NEWEST else None
    reported = store.utterances(several=True, limit=REPORTED).items
    return Home(
        store.path.name,
        store.overview(),
        found[:NEWEST],
        last,
        store.compared(),
        reported,
        store.cases(),
    )
