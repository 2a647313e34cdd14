"""No network in tests: a connection to anything but this machine is an error that says so.

`tests/conftest.py` calls `block()` for the tests themselves and puts this folder on PYTHONPATH, so that
every Python program a test starts is blocked as well.
"""

import socket

HERE = ("127.", "::1", "localhost")  # loopback: servers that a test starts itself


class NetworkBlockedError(RuntimeError):
    """Something in a test asked for the network."""


def block() -> None:
    """Let sockets reach nothing but this machine, for the rest of this process."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def checked_connect(self: socket.socket, address: object) -> None:
        _check(self.family, address)
        return connect(self, address)

    def checked_connect_ex(self: socket.socket, address: object) -> int:
        _check(self.family, address)
        return connect_ex(self, address)

    def checked_look_up(host: object, *rest: object, **named: object) -> object:
        _check(socket.AF_INET, (host,))
        return look_up(host, *rest, **named)

    socket.socket.connect = checked_connect
    socket.socket.connect_ex = checked_connect_ex
    socket.getaddrinfo = checked_look_up


def _check(family: int, address: object) -> None:
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, bytes):
        host = host.decode()
    if family == getattr(socket, "AF_UNIX", None) or host is None or str(host).startswith(HERE):
        return
    raise NetworkBlockedError(f"a test asked for the network: {address!r}")


if __name__ == "sitecustomize":
    block()
