"""What an analyst should look at next: statements with open flags, and those that are least sure."""

from dataclasses import dataclass

from fastapi import APIRouter

from onrecord.store.comparison.state import Kept
from onrecord.store.comparison.utterances import Line
from onrecord.store.review import Unsure
from onrecord.web.asked import After, Size
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
LISTED = 15
FLAGGED = 10


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The least sure statements, and those with most flags."""

    items: tuple[Unsure, ...]
    next: int | None
    flagged: tuple[Line, ...]
    kept: Kept | None
    after: int

    title = "Review"


@page(router, "/review", "review.html")
def review(store: Store, limit: Size = LISTED, after: After = 0) -> ReviewPage:
    """The least sure statements first, without those that were decided about; and those with most flags."""
    found = store.least_sure(limit=limit + 1, after=after)
    flagged = store.utterances(flagged=True, order="flags", limit=FLAGGED).items
    following = after + limit if len(found) > limit else None
    return ReviewPage(found[:limit], following, flagged, store.compared(), after)
