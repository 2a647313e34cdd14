"""`onrecord serve`: an address that answers as soon as it is printed; what is in the way is told in words."""

import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

ONRECORD = str(Path(sys.executable).with_name("onrecord"))


def test_the_address_that_is_printed_answers(tmp_path: Path) -> None:
    """At once, on a store that was not there before; Ctrl-C ends it without a traceback."""
    command = [ONRECORD, "serve", "--store", str(tmp_path / "new.db"), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", server.stderr.readline())
            assert found
            connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=60)
            connection.request("GET", "/home.json")
            assert b'"ok":true' in connection.getresponse().read()
            connection.close()
        finally:
            server.send_signal(signal.SIGINT)
        rest = server.stderr.read()
    assert "Traceback" not in rest
    assert "Ctrl-C" in rest


def test_what_is_in_the_way_is_told(tmp_path: Path) -> None:
    """A port that is taken, a token that can be guessed, a store that cannot be."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "give another with --port" in refused(tmp_path / "a.db", "--port", port)
    assert "16 characters" in refused(tmp_path / "a.db", "--host", "0.0.0.0", "--token", "short")
    assert "there is no folder" in refused(tmp_path / "none" / "a.db")


def refused(store: Path, *options: str) -> str:
    """The one line a command ends with."""
    command = [ONRECORD, "serve", "--store", str(store), "--no-browser", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode in (1, 2)
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("name", ["html/base.html", "static/onrecord.css", "static/keys.js"])
def test_templates_and_styles_are_part_of_the_package(name: str) -> None:
    """They lie beside the modules, from where they are served."""
    from importlib.resources import files

    assert (files("onrecord.web") / name).is_file()
