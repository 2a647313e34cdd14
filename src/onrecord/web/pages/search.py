"""Search: statements by words and facets, in pages."""

from dataclasses import dataclass

from fastapi import APIRouter

from onrecord.store.facets import Facets
from onrecord.store.search import Hit
from onrecord.web import urls
from onrecord.web.asked import PAGE, After, Asked, Question, Size
from onrecord.web.bars import Bars, drawn, months
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hits of a search with what they have in common."""

    asked: Asked
    items: tuple[Hit, ...]
    next: int | None
    total: int
    more: bool  # there are more than `total`
    facets: Facets
    after: int
    cases: tuple[str, ...]

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return f"{self.asked.q or 'Statements'} · search"

    @property
    def narrowed(self) -> tuple[tuple[str, str, str], ...]:
        """Each facet that is set, and the address without it."""
        given = self.asked.given
        return tuple(
            (key, str(value), urls.search({**given, key: None})) for key, value in given.items() if key != "q"
        )

    @property
    def timeline(self) -> Bars:
        """The hits by month, or by day where they are of one month."""

        def when(day: str) -> str:
            return urls.search(self.asked.given, date=day)

        counted = self.facets
        return months(counted.months, when) if len(counted.months) > 1 else drawn(counted.days, when)


@page(router, "/search", "search.html")
def search(store: Store, asked: Question, limit: Size = PAGE, after: After = 0) -> SearchPage:
    """Statements that fit, the best first; without words the newest first."""
    found = store.hits(asked.wanted(limit=limit, after=after))
    end = after + len(found.hits)
    following = end if end < found.total and found.hits else None
    facets = store.facets(asked.wanted(limit=limit))
    return SearchPage(asked, found.hits, following, found.total, found.more, facets, after, store.cases())
