"""The outlet that a host belongs to, from `outlets.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from onrecord.record import Evidence, Named


def outlet_of(url: str | None) -> Named | None:
    """The outlet of a URL's host: its name where the list has it, else the bare host."""
    host = host_of(url)
    if host is None:
        return None
    labels = host.split(".")
    domains = (".".join(labels[at:]) for at in range(len(labels) - 1))
    name = next((_outlets()[domain] for domain in domains if domain in _outlets()), host)
    return Named(name, (Evidence(None, "url host", None, None, host),))


def host_of(url: str | None) -> str | None:
    """The host of a web address without `www.`, None where there is none."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    return host if parts.scheme in ("http", "https") and "." in host else None


@cache
def _outlets() -> dict[str, str]:
    table = files("onrecord.readers").joinpath("outlets.toml").read_text(encoding="utf-8")
    return {host: str(name) for host, name in tomllib.loads(table).items()}
