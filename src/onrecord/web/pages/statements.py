"""Statements with all their reports: those that most outlets report first, or by flags, conflicts, day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.store.comparison.state import Kept
from onrecord.store.comparison.utterances import Line, Order
from onrecord.web import urls
from onrecord.web.asked import PAGE, After, Size, Words, one_of
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
ORDERS: dict[Order, str] = {
    "reported": "most reported",
    "flags": "most flags",
    "conflicts": "most conflicts",
    "day": "day",
}


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """Statements of the kept comparison; `kept` says what it is of, and what came since."""

    items: tuple[Line, ...]
    next: int | None
    total: int
    after: int
    kept: Kept | None
    asked: Mapping[str, str | bool | None]

    title = "Statements and their reports"

    def address(self, after: int | None = None) -> str:
        """The same list, from another place on."""
        return urls.statements({**self.asked, "after": after})


@page(router, "/statements", "statements.html", table=True)
def statements(
    store: Store,
    speaker: Annotated[Words | None, Query(description="A name, as the list gives it.")] = None,
    date: Annotated[Words | None, Query(description="2031, 2031-05, 2031-05-09, or from/to.")] = None,
    kind: Annotated[Words | None, Query(description="Only with flags of this kind.")] = None,
    flagged: Annotated[bool, Query(description="Only with flags.")] = False,
    conflicts: Annotated[bool, Query(description="Only where reports contradict each other.")] = False,
    alone: Annotated[bool, Query(description="Those with a single report, too.")] = False,
    order: Annotated[Words, Query(description=f"{', '.join(ORDERS)}.")] = "reported",
    limit: Size = PAGE,
    after: After = 0,
) -> StatementsPage:
    """Statements with all their reports, those that most articles report first."""
    found = store.utterances(
        speaker=speaker or None,
        date=date or None,
        kind=kind or None,
        flagged=flagged,
        conflicts=conflicts,
        several=not alone,
        order=one_of(order, Order) or "reported",
        limit=limit,
        after=after,
    )
    asked = {
        "speaker": speaker,
        "date": date,
        "kind": kind,
        "flagged": flagged,
        "conflicts": conflicts,
        "alone": alone,
        "order": None if order == "reported" else order,
    }
    return StatementsPage(found.items, found.next, found.total, after, store.compared(), asked)
