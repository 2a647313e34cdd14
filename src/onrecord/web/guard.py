"""The door: who may ask, from where, how much; and what a browser may do with the answer.

A local site is asked by every page that the browser has open. So a request must name this site (Host), what
changes something must come from its own pages (Origin), and beyond this machine everybody shows the token.
"""

import secrets
from collections.abc import Iterator, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.faults import RefusedError, answered
from onrecord.web.serving import Serving

COOKIE = "onrecord_token"
SAFE = ("GET", "HEAD")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Stands before the site; what it lets through gets the headers that keep its pages to themselves."""

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self._app = app
        self._serving = serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        headers = Headers(scope=scope)
        refused = next(self._refusals(scope, headers), None)
        if refused is not None:
            await answered(refused, scope["path"], headers.get("accept", ""))(scope, receive, send)
        elif self._serving.token and (shown := _shown(scope)) is not None:
            await _entered(scope, shown)(scope, receive, send)
        else:
            await self._app(scope, _limited(receive, self._serving.largest_upload), send)

    def _refusals(self, scope: Scope, headers: Headers) -> Iterator[RefusedError]:
        host = headers.get("host", "")
        if not self._serving.answers_to(host):
            yield RefusedError(
                421, f"this is not {host or 'a site without a name'}; open {self._serving.host}"
            )
        if scope["method"] not in SAFE and not _from_here(headers, host):
            yield RefusedError(403, "this came from another site; change things on the pages of this one")
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            yield RefusedError(403, "other sites may link to these pages, and not use what is on them")
        if not self._may_enter(scope, headers):
            yield RefusedError(401, "open the address that `onrecord serve` printed: it ends with a token")
        if _announced(headers) > self._serving.largest_upload:
            yield RefusedError(413, _too_large(self._serving.largest_upload))

    def _may_enter(self, scope: Scope, headers: Headers) -> bool:
        token = self._serving.token
        if token is None:
            return True
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        shown = (_shown(scope) or "", bearer, cookie)
        return any(secrets.compare_digest(one.encode(), token.encode()) for one in shown)


def _from_here(headers: Headers, host: str) -> bool:
    """Browsers name the origin of whatever changes something; programs that are no browser name none."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    return bool(host) and origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")


def _shown(scope: Scope) -> str | None:
    """The token in the address."""
    found = parse_qs(scope["query_string"].decode("latin-1")).get("token")
    return found[0] if found else None


def _entered(scope: Scope, token: str) -> ASGIApp:
    """The same page without the token in its address, which would stay in histories; it is a cookie now."""
    from starlette.responses import RedirectResponse

    rest = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    rest.pop("token")
    path = "/" + scope["path"].lstrip("/")  # never another site's address
    response = RedirectResponse(f"{path}?{urlencode(rest, doseq=True)}" if rest else path, 303)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict")
    return response


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0


def _too_large(most: int) -> str:
    return f"more than {most // 2**20} MB at once; give fewer files, or use `onrecord add`"


def _limited(receive: Receive, most: int) -> Receive:
    """The body up to so many bytes, whatever was announced."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise RefusedError(413, _too_large(most))
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
