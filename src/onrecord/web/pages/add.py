"""Adding: files dropped in, text pasted, and how far the reading of them is; and comparing again."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, cast

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse

from onrecord.web import uploads, urls
from onrecord.web.asked import Words
from onrecord.web.faults import RefusedError, missing
from onrecord.web.jobs import Jobs, State
from onrecord.web.serving import Serving
from onrecord.web.twins import page

router = APIRouter()
FILES = 2_000  # of one request


@dataclass(frozen=True, slots=True)
class AddPage:
    """Where files and text go in."""

    largest: int  # bytes

    title = "Add articles"


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """How far a job is."""

    state: State

    @property
    def title(self) -> str:
        """In the browser's tab."""
        return "Done" if self.state.done else self.state.stage.capitalize()


@page(router, "/add", "add.html")
def add(request: Request) -> AddPage:
    """How much one request may hold."""
    return AddPage(cast(Serving, request.app.state.serving).largest_upload)


@router.post("/add", status_code=303, response_class=RedirectResponse)
def take(
    request: Request,
    files: Annotated[
        list[UploadFile] | None, File(description="Pages, texts, feeds, archives, tables.")
    ] = None,
    text: Annotated[str, Form(description="The text of one article.")] = "",
    outlet: Annotated[Words, Form(description="Who published all of these.")] = "",
    published: Annotated[Words, Form(description="When: 2031-05-09, 2031-05 or 2031.")] = "",
) -> RedirectResponse:
    """Take files or a text, and lead to the page that tells how far their reading is."""
    given = [file for file in files or () if file.filename]
    if not given and not text.strip():
        raise RefusedError(400, "nothing was given: choose files, or paste the text of an article")
    if len(given) > FILES:
        raise RefusedError(413, f"more than {FILES:,} files at once; use `onrecord add` for a large folder")
    if published.strip():
        uploads.checked_date(published.strip())
    folder = TemporaryDirectory(prefix="onrecord-")
    try:
        for number, file in enumerate(given, start=1):
            uploads.put(Path(folder.name), file.filename or "", number, file.file)
        if text.strip():
            own = text.replace("\r\n", "\n").encode("utf-8", "replace")  # a form ends every line so
            uploads.put(Path(folder.name), "pasted.txt", len(given) + 1, BytesIO(own))
    except BaseException:
        folder.cleanup()
        raise
    serving = cast(Serving, request.app.state.serving)
    work = uploads.reading(
        folder, serving, outlet=outlet.strip() or None, published=published.strip() or None
    )
    return _started(request, work, len(given) + bool(text.strip()))


@router.post("/compare", status_code=303, response_class=RedirectResponse)
def compare(request: Request) -> RedirectResponse:
    """Compare what is in the store anew, and lead to the page that tells how far that is."""
    return _started(request, uploads.comparing(cast(Serving, request.app.state.serving)), 0)


@page(router, "/reading/{id_}", "reading.html")
def reading(request: Request, id_: str) -> ReadingPage:
    """How far the reading of something dropped in is, and what became of each item."""
    state = cast(Jobs, request.app.state.jobs).state(id_)
    if state is None:
        raise missing("of this reading nothing is known any more; what it read is in the store")
    return ReadingPage(state)


def _started(request: Request, work: uploads.Work, given: int) -> RedirectResponse:
    id_ = cast(Jobs, request.app.state.jobs).start(work, given=given)
    return RedirectResponse(urls.reading(id_), 303)
