"""Running the site: a socket that is ours before anything is promised, then the server on it."""

import socket
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Timer

from onrecord.errors import UsageError
from onrecord.web.serving import Serving

SOON = 0.5  # seconds until the server runs; who asks earlier waits


@dataclass(frozen=True, slots=True)
class Listening:
    """The site with its socket; `serving.port` is the one it got."""

    serving: Serving
    socket: socket.socket

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return self.serving.address


@contextmanager
def bound(serving: Serving) -> Iterator[Listening]:
    """The socket, taken or told in words why not; port 0 takes any that is free."""
    try:
        family, kind, proto, _, where = socket.getaddrinfo(
            serving.host, serving.port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, proto) as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(where)
            taken.listen()  # who asks before the server runs waits for it
            yield Listening(replace(serving, port=taken.getsockname()[1]), taken)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(
            f"cannot listen on {serving.host}, port {serving.port}: {why}; give another with --port N"
        ) from error


def run(listening: Listening, *, browser: bool) -> None:
    """Answer until Ctrl-C."""
    import uvicorn

    from onrecord.web.app import site

    config = uvicorn.Config(
        site(listening.serving), log_level="warning", access_log=False, server_header=False, date_header=False
    )
    if browser:
        Timer(SOON, webbrowser.open, [listening.address]).start()
    uvicorn.Server(config).run(sockets=[listening.socket])
