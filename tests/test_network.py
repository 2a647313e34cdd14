"""Nothing here reaches the network, and nothing the tests start does."""

import socket
import subprocess
import sys

import pytest

from tests.nonet.sitecustomize import NetworkBlockedError


def test_a_connection_to_elsewhere_is_an_error() -> None:
    """A connection to another machine fails before a packet is sent."""
    with socket.socket() as outward, pytest.raises(NetworkBlockedError):
        outward.connect(("192.0.2.1", 80))


def test_a_name_is_not_looked_up() -> None:
    """Asking for the address of a name counts as using the network."""
    with pytest.raises(NetworkBlockedError):
        socket.getaddrinfo("example.org", 443)


def test_a_program_started_by_a_test_is_blocked_too() -> None:
    """A Python program that a test starts has no network either."""
    script = "import socket; socket.create_connection(('192.0.2.1', 80))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert "NetworkBlockedError" in done.stderr
