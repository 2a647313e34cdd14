"""All outlets, and one of them: whom it quotes, how directly, through how many hands."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.store import outlets as stored
from onrecord.store.overview import Listed
from onrecord.web import urls
from onrecord.web.asked import PAGE, After, Size, Words
from onrecord.web.bars import Bars, months
from onrecord.web.faults import missing
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
LISTED = 50


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """Outlets with how much of each there is."""

    items: tuple[stored.Publisher, ...]
    next: int | None

    title = "Outlets"


@dataclass(frozen=True, slots=True)
class OutletPage:
    """One outlet, with its newest articles."""

    outlet: stored.Outlet
    items: tuple[Listed, ...]
    next: str | None

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return self.outlet.name

    @property
    def timeline(self) -> Bars:
        """Articles by month."""
        name = self.outlet.name
        return months(self.outlet.months, lambda month: urls.search(outlet=name, date=month))


@page(router, "/outlets", "outlets.html", table=True)
def outlets(store: Store, limit: Size = LISTED, after: After = 0) -> OutletsPage:
    """All outlets, those with most articles first."""
    found = store.outlets(limit=limit + 1, after=after)
    return OutletsPage(found[:limit], after + limit if len(found) > limit else None)


@page(router, "/outlet", "outlet.html", table=True)
def outlet(
    store: Store,
    name: Annotated[Words, Query(description="Its whole name.")],
    limit: Size = PAGE,
    after: Annotated[str | None, Query(description="The last article of the page before.")] = None,
) -> OutletPage:
    """Whom an outlet quotes, how directly, through how many hands; its newest articles."""
    found = store.outlet(name)
    if found is None:
        raise missing(f"there is no outlet {name}")
    articles = store.newest(limit=limit + 1, before=after, outlet=name)
    return OutletPage(found, articles[:limit], articles[limit - 1].id if len(articles) > limit else None)
