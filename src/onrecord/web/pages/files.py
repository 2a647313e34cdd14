"""The same lists as files: CSV and citations of statements, a comparison as one HTML file."""

from collections.abc import Iterator
from typing import Annotated, cast

from fastapi import APIRouter, Path, Request
from starlette.responses import Response, StreamingResponse

from onrecord.collection import Collection
from onrecord.exports.jsonl import as_line
from onrecord.web import downloads, urls
from onrecord.web.asked import Question
from onrecord.web.downloads import Format
from onrecord.web.pages import statement as statements
from onrecord.web.pages.statement import Base, Over
from onrecord.web.seen import seen
from onrecord.web.serving import Serving
from onrecord.web.stores import Store
from onrecord.web.templates import rendered

router = APIRouter()
ALL = 10**7  # hits; more than a store holds

As = Annotated[Format, Path(description="csv, txt (plain citations), bib or csl.json.")]


@router.get("/search.{as_}", response_class=Response)
def search(store: Store, asked: Question, as_: As) -> Response:
    """All hits of a search, also those that the page says it does not rank, as CSV or citations."""
    hits = store.hits(asked.wanted(limit=ALL)).hits
    return downloads.statements(store, (hit.id for hit in hits), as_, "statements")


@router.get("/records.jsonl", response_class=Response)
def records(request: Request, case: str | None = None) -> Response:
    """Every article with all that was found in it, as people decided, one a line."""
    serving = cast(Serving, request.app.state.serving)
    return StreamingResponse(_lines(serving, case), media_type="application/x-ndjson")


def _lines(serving: Serving, case: str | None) -> Iterator[str]:
    """From a store of its own: it may take long, and nobody else has to wait for it."""
    with Collection(serving.store, trusted=True) as store:
        yield from (as_line(record) + "\n" for record in store.records(case=case, judged=True))


@router.get("/articles/{id_}/statements.{as_}", response_class=Response)
def article(store: Store, id_: str, as_: As, of: str | None = None) -> Response:
    """The statements of an article, or one of them (`of=a3`), as CSV or citations."""
    record = seen(store, id_)
    ids = [one.id for one in record.attributions if of is None or one.id.endswith(f":{of}")]
    return downloads.statements(store, ids, as_, f"article-{record.article.id}")


@router.get("/statements/{id_}/reports.{as_}", response_class=Response)
def reports(store: Store, id_: str, as_: As) -> Response:
    """All reports of a statement, as CSV or citations."""
    one = statements.statement(store, id_).one
    return downloads.statements(store, (v.attribution for v in one.variants), as_, "reports")


@router.get("/statements/{id_}/report.html", response_class=Response)
def report(store: Store, id_: str, base: Base = None, over: Over = "spelling") -> Response:
    """A comparison as one HTML file that needs nothing else."""
    page = statements.statement(store, id_, base, over)
    style = (urls.STATIC / "onrecord.css").read_text("utf-8")
    body = rendered("report.html", page, title=page.title, here="", twin=None, style=style)
    return downloads.attached(body, "text/html; charset=utf-8", "comparison.html")
