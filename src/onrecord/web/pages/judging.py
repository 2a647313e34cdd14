"""Deciding: join, split, fix, not a statement, undo; and the history of what was decided."""

from dataclasses import dataclass
from typing import Annotated, cast
from urllib.parse import unquote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse

from onrecord.across.comparison import Fix, FixedField, Judgement, JudgementKind, Orphan
from onrecord.web import uploads, urls
from onrecord.web.asked import LONGEST, PAGE, After, Size, Words, one_of
from onrecord.web.decided import Decision, decisions
from onrecord.web.faults import RefusedError
from onrecord.web.jobs import Jobs
from onrecord.web.serving import Serving
from onrecord.web.stores import Store
from onrecord.web.twins import page

router = APIRouter()
WHO = "onrecord_who"  # the cookie with the name of who decides
SOON = 10.0  # seconds that an answer waits for the comparison that a decision changes


@dataclass(frozen=True, slots=True)
class Told:
    """For programs: judgements as `onrecord judge export` writes them, with what became of them."""

    items: tuple[Judgement, ...]
    orphaned: tuple[Orphan, ...]
    undone: tuple[str, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class JudgementsPage:
    """What people decided, the latest first."""

    items: tuple[Decision, ...]
    orphaned: tuple[Orphan, ...]
    next: int | None

    title = "Decisions"

    @property
    def told(self) -> Told:
        """For programs."""
        undone = tuple(one.judgement.id for one in self.items if not one.holds)
        return Told(tuple(one.judgement for one in self.items), self.orphaned, undone, self.next)


@page(router, "/judgements", "judgements.html")
def judgements(store: Store, limit: Size = PAGE, after: After = 0) -> JudgementsPage:
    """What people decided, the latest first; what was taken back and what is orphaned says so."""
    lost = store.orphaned()
    every = decisions(store.judgements(), lost)
    end = after + limit
    return JudgementsPage(every[after:end], lost, end if end < len(every) else None)


@router.post("/judgements", status_code=303, response_class=RedirectResponse)
def judge(
    request: Request,
    store: Store,
    kind: Annotated[Words, Form(description="join, split, fix or reject.")],
    who: Annotated[Words, Form(description="Who decides.")] = "",
    statement: Annotated[
        list[Words] | None, Form(description="Ids of statements; =WORDS for words of one.")
    ] = None,
    field: Annotated[Words, Form(description="What is fixed.")] = "",
    value: Annotated[Words, Form(description="What it says: names parted by ;")] = "",
    note: Annotated[Words, Form(description="Why.")] = "",
    back: Annotated[Words, Form(description="The page to go back to.")] = "/judgements",
) -> RedirectResponse:
    """Take a decision, and go back to the page it was taken on."""
    wanted = cast(JudgementKind, one_of(kind, JudgementKind))
    fix = _fix(field, value) if wanted == "fix" else None
    name = _name(request, who)
    about = [one.strip() for one in statement or () if one.strip()]
    store.judge(wanted, about, fix, who=name, note=note.strip() or None)
    return _decided(request, store, back, name)


@router.post("/judgements/{id_}/undo", status_code=303, response_class=RedirectResponse)
def undo(
    request: Request,
    store: Store,
    id_: str,
    who: Annotated[Words, Form(description="Who takes it back.")] = "",
    back: Annotated[Words, Form(description="The page to go back to.")] = "/judgements",
) -> RedirectResponse:
    """Take a decision back; an undo can be taken back too."""
    name = _name(request, who)
    store.undo(id_, who=name)
    return _decided(request, store, back, name)


def _fix(field: str, value: str) -> Fix:
    if not field:
        raise RefusedError(400, "which field is fixed? Choose one")
    parted = value.split(";") if field in ("speakers", "addressees") else value.split("\n")
    return Fix(one_of(field, FixedField), tuple(one.strip() for one in parted if one.strip()))


def _decided(request: Request, store: Store, back: str, who: str) -> RedirectResponse:
    """Back to the page, which is of the new comparison already where that is quick."""
    if store.compared() is not None and store.overview().articles <= uploads.AUTO:
        jobs = cast(Jobs, request.app.state.jobs)
        jobs.wait(jobs.start(uploads.comparing(_serving(request))), SOON)
    response = RedirectResponse(urls.here(back), 303)
    response.set_cookie(WHO, urls.encoded(who), max_age=31_536_000, httponly=True, samesite="strict")
    return response


def _name(request: Request, who: str) -> str:
    """The name that is given, else the one given before on this machine's browser, else the site's."""
    return who.strip() or unquote(request.cookies.get(WHO, ""))[:LONGEST] or _serving(request).who


def _serving(request: Request) -> Serving:
    return cast(Serving, request.app.state.serving)
