"""What went wrong, told in one shape: a page for people, `{"ok": false, …}` for programs."""

import json
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from onrecord.errors import OnRecordError, StoreError, UsageError
from onrecord.web.templates import rendered


class RefusedError(OnRecordError):
    """A request that is not answered; `status` is the HTTP one, `errors` what is wrong piece by piece."""

    def __init__(self, status: int, error: str, errors: tuple[str, ...] = ()) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.errors = errors or (error,)


def missing(what: str) -> RefusedError:
    """There is no such thing here."""
    return RefusedError(404, what)


def answered(fault: RefusedError, path: str, accept: str) -> Response:
    """The answer: JSON where JSON was asked for."""
    if path.endswith(".json") or ("json" in accept and "html" not in accept):
        told = {"ok": False, "error": fault.error, "errors": fault.errors, "status": fault.status}
        return Response(json.dumps(told), fault.status, media_type="application/json")
    title = HTTPStatus(fault.status).phrase if fault.status in set(HTTPStatus) else "Error"
    page = rendered("fault.html", fault, title=title, here="", twin=None)
    return HTMLResponse(page, fault.status)


def install(app: FastAPI) -> None:
    """Every error becomes an answer of this shape."""

    def told(request: Request, fault: RefusedError) -> Response:
        return answered(fault, request.url.path, request.headers.get("accept", ""))

    @app.exception_handler(RefusedError)
    async def _refused(request: Request, error: RefusedError) -> Response:
        return told(request, error)

    @app.exception_handler(OnRecordError)
    async def _ours(request: Request, error: OnRecordError) -> Response:
        status = 400 if isinstance(error, UsageError) else 503 if isinstance(error, StoreError) else 500
        return told(request, RefusedError(status, str(error)))

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        errors = tuple(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
        return told(request, RefusedError(400, "; ".join(errors), errors))

    @app.exception_handler(Exception)
    async def _fault(request: Request, error: Exception) -> Response:
        return told(request, RefusedError(500, f"a fault of onrecord itself: {type(error).__name__}"))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        words = {404: f"there is no page {request.url.path}"}.get(error.status_code, str(error.detail))
        return told(request, RefusedError(error.status_code, words))
