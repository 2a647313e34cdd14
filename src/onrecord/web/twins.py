"""One view, two answers: a page from its template, and the same structure as JSON beside it."""

from collections.abc import Callable, Iterator
from functools import wraps
from inspect import Parameter, signature
from typing import Any, Protocol, TypeVar

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from onrecord.exports.jsonl import as_line
from onrecord.web import downloads
from onrecord.web.asked import AT_MOST
from onrecord.web.templates import rendered


class Context(Protocol):
    """What a view gives: a dataclass whose fields are the keys of the JSON."""

    @property
    def title(self) -> str:
        """What the page is called in the browser's tab."""


View = TypeVar("View", bound=Callable[..., Context])


def page(
    router: APIRouter, path: str, template: str, *, twin: str | None = None, table: bool = False
) -> Callable[[View], View]:
    """Serve a view at `path` as a page, and at `path.json` for programs; a list at `path.csv` too."""
    json = twin or f"{path}.json"

    def registered(view: View) -> View:
        # first the twin: the page's own path would take `x.json` for an id
        router.get(json, response_class=Response, summary=(view.__doc__ or "").strip())(_as_json(view))
        if table:
            own = f"All of it as CSV. {(view.__doc__ or '').strip()}"
            router.get(f"{path}.csv", response_class=Response, summary=own)(_as_table(view, path.strip("/")))
        router.get(path, include_in_schema=False)(_as_page(view, template, json))
        return view

    return registered


def json_of(context: object) -> Response:
    """A dataclass as a JSON answer; `told` is what it says to programs, where that is not all of it."""
    line = as_line(getattr(context, "told", context))
    body = '{"ok":true}' if line == "{}" else '{"ok":true,' + line[1:]
    return Response(body.encode(), media_type="application/json")


def _as_page(view: Callable[..., Context], template: str, json: str) -> Callable[..., Response]:
    asks = signature(view)
    own = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in asks.parameters.values()]
    takes = any(one.annotation is Request for one in own)  # as `request`, like everywhere
    request = [] if takes else [Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request)]

    @wraps(view)
    def shown(*, request: Request, **given: object) -> Response:
        context = view(**given, **({"request": request} if takes else {}))
        asked = f"?{request.url.query}" if request.url.query else ""
        twin = json.format(**request.path_params) + asked
        here = request.url.path + asked
        return HTMLResponse(rendered(template, context, title=context.title, here=here, twin=twin))

    shown.__signature__ = asks.replace(  # type: ignore[attr-defined]
        parameters=[*request, *own], return_annotation=Response
    )
    return shown


def _as_json(view: Callable[..., Context]) -> Callable[..., Response]:
    @wraps(view)
    def told(**given: object) -> Response:
        return json_of(view(**given))

    told.__signature__ = signature(view).replace(return_annotation=Response)  # type: ignore[attr-defined]
    return told


def _as_table(view: Callable[..., Any], name: str) -> Callable[..., Response]:
    @wraps(view)
    def told(**given: object) -> Response:
        return downloads.table(_every(view, given), name)

    told.__signature__ = signature(view).replace(return_annotation=Response)  # type: ignore[attr-defined]
    return told


def _every(view: Callable[..., Any], given: dict[str, object]) -> Iterator[object]:
    """The items of all pages, one page after the other."""
    after: object = None
    while True:
        context = view(**{**given, "limit": AT_MOST, **({"after": after} if after is not None else {})})
        yield from getattr(context, "rows", context.items)
        after = context.next
        if after is None:
            return
