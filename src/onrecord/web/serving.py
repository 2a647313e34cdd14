"""What the site is told when it starts: the store, the address, the token, the limits."""

import ipaddress
import secrets
import socket
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord import settings
from onrecord.errors import UsageError

LOCAL = "localhost"
UPLOAD = 64 * 2**20  # bytes of one request: some hundred saved pages, and nothing that fills a disk


@dataclass(frozen=True, slots=True)
class Serving:
    """How one site is served; `token` is None where nobody but this machine can ask."""

    store: Path
    host: str = settings.HOST.default
    port: int = settings.PORT.default
    token: str | None = None
    largest_upload: int = UPLOAD
    tagger: str | None = None
    people: str | None = None
    who: str = "somebody"  # decides, where no name is given

    @property
    def address(self) -> str:
        """What to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        entry = f"/?token={self.token}" if self.token else "/"
        return f"http://{host}:{self.port}{entry}"

    def answers_to(self, host: str) -> bool:
        """Whether a request that names this host is meant for this site.

        A page elsewhere can give its own name the address of this machine (DNS rebinding); the browser then
        still sends that name. So names are refused but our own; beyond this machine addresses are taken too.
        """
        name = host_name(host)
        if name == LOCAL or _is_loopback(name):
            return True
        beyond = not is_local(self.host)
        return beyond and (_is_address(name) or name in (self.host.lower(), socket.gethostname().lower()))


def settled(serving: Serving) -> Serving:
    """The same with a token where others can reach it; a token that can be guessed is refused."""
    if serving.token is not None and len(serving.token) < 16:
        raise UsageError("--token: give 16 characters or more; without the option one is made")
    if is_local(serving.host) or serving.token:
        return serving
    return replace(serving, token=secrets.token_urlsafe(24))


def is_local(host: str) -> bool:
    """Whether only this machine can ask there."""
    return host == LOCAL or _is_loopback(host)


def host_name(host: str) -> str:
    """The name or address in a Host header, without the port: `[::1]:8600` is `::1`."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0].lower() if host.count(":") == 1 else host.lower()


def _is_loopback(name: str) -> bool:
    return _is_address(name) and ipaddress.ip_address(name).is_loopback


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
