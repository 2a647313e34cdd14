"""Files dropped in and text pasted: read beside the pages, each item told; hostile ones do no harm."""

import gzip
import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import onrecord
from onrecord.web.serving import Serving
from onrecord.web.uploads import safe
from tests.reading_room import HERE, asked
from tests.stored import all_are_closed  # noqa: F401

SAID = (
    "Mayor opens the bridge\n\n"
    "Ana Ruiz, the mayor of Velden, said on Monday: “We will build the bridge.” Nobody answered her.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that is not there yet."""
    return tmp_path / "onrecord.db"


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """The site on that store, reading by rules."""
    with asked(Serving(path, tagger="rules")) as client:
        yield client


def add(client: TestClient, *files: tuple[str, bytes], **fields: str) -> dict[str, Any]:
    """Send files as the form does, and wait until they are read."""
    parts = [("files", (name, content, "application/octet-stream")) for name, content in files]
    answer = client.post("/add", files=parts or None, data=fields, headers={"origin": HERE})
    assert answer.status_code == 303, answer.text
    for _ in range(600):
        told: dict[str, Any] = client.get(f"{answer.headers['location']}.json").json()["state"]
        if told["done"]:
            assert client.get(answer.headers["location"]).status_code == 200
            return told
        time.sleep(0.05)
    raise AssertionError("it never ends")


def test_a_dropped_page_is_read_and_compared(client: TestClient, path: Path) -> None:
    """With what is said of it; it is in the store then, and reachable from the page that tells so."""
    told = add(client, ("bridge.txt", SAID.encode()), outlet="Velden Post", published="2031-05-09")
    (item,) = told["items"]
    assert (item["name"], item["fate"], told["stage"], told["error"]) == (
        "bridge.txt",
        "read",
        "compared",
        None,
    )
    with onrecord.open(path) as collection:
        found = collection.record(item["article"]).article
    assert found.outlet is not None
    assert (found.text, found.outlet.name, found.published_on.value) == (SAID, "Velden Post", "2031-05-09")
    assert "Ana Ruiz" in client.get("/people").text


def test_a_pasted_text_is_an_article(client: TestClient) -> None:
    """Without a file."""
    told = add(client, text=SAID.replace("\n", "\r\n"))
    assert [one["fate"] for one in told["items"]] == ["read"]
    assert "Mayor opens the bridge" in client.get("/").text


def test_what_cannot_be_read_is_told(client: TestClient) -> None:
    """Each with its reason, and the others are read all the same."""
    told = add(client, ("a.txt", SAID.encode()), ("b.txt", b"\x00\x01\x02" * 500), ("a.txt", SAID.encode()))
    assert [one["fate"] for one in told["items"]] == ["read", "refused", "unchanged"]
    assert told["items"][1]["message"]


def test_nothing_given_is_told(client: TestClient) -> None:
    """And so is a date that nobody can read."""
    for fields in ({"text": " "}, {"text": SAID, "published": "yesterday"}):
        assert client.post("/add", data=fields, headers={"origin": HERE}).status_code == 400


NAMES = [
    ("../../etc/passwd", "passwd"),
    ("..\\..\\windows\\win.ini", "win.ini"),
    ("/etc/shadow", "shadow"),
    ("C:\\x.txt", "x.txt"),
    ("..", "unnamed"),
    (".htaccess", "htaccess"),
    ("a\x00b.txt", "ab.txt"),
    ("a\nb\x1b[31m.txt", "ab[31m.txt"),
    ("\u202etxt.exe", "txt.exe"),
    ("x" * 500 + ".html", "x" * 115 + ".html"),
    ("<img src=x>.html", "img src=x.html"),
    ("", "unnamed"),
]


@pytest.mark.parametrize("name, kept", NAMES)
def test_a_name_leads_nowhere(name: str, kept: str) -> None:
    """Of a name only the last part is kept, without what acts anywhere."""
    assert safe(name) == kept


def test_a_hostile_name_is_written_nowhere_else(client: TestClient, path: Path) -> None:
    """The store's folder holds the store and nothing more."""
    told = add(client, ("../../../../../../tmp/evil.txt", SAID.encode()))
    assert [one["name"] for one in told["items"]] == ["evil.txt"]
    assert {one.name.removeprefix("onrecord.db") for one in path.parent.iterdir()} <= {"", "-wal", "-shm"}
    assert not Path("/tmp/evil.txt").exists()


def bomb() -> bytes:
    """A few bytes that unpack to a hundred million."""
    return gzip.compress(bytes(100_000_000), 9)


def zip_bomb() -> bytes:
    """The same as an archive of pages."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.warc", bytes(300_000_000))
        archive.writestr("datapackage.json", "{}")
    return made.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("made", [bomb, zip_bomb])
def test_a_bomb_is_refused(client: TestClient, made: Any) -> None:
    """What unpacks to a thousand times its size is told, and the site goes on."""
    told = add(client, ("page.html.gz", made()), ("a.txt", SAID.encode()))
    assert [one["fate"] for one in told["items"]].count("read") == 1
    assert told["items"][0]["fate"] in ("refused", "set aside")
    assert client.get("/").status_code == 200


def test_a_link_in_an_archive_opens_nothing(client: TestClient, tmp_path: Path) -> None:
    """A table whose text is the path of a file of this machine stays that text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Ana Ruiz said: “The password is hunter2.”")
    table = f'{{"text": "{secret}", "path": "{secret}", "url": "file://{secret}"}}\n' * 2
    add(client, ("table.jsonl", table.encode()))
    pages = [client.get(where).text for where in ("/", "/search", "/people")]
    assert not any("hunter2" in page for page in pages)


def test_too_much_at_once_is_refused(path: Path) -> None:
    """By what is announced, and by what comes where nothing was."""
    with asked(Serving(path, largest_upload=20_000)) as client:
        files = [("files", ("a.txt", SAID.encode() * 1000, "text/plain"))]
        assert client.post("/add", files=files, headers={"origin": HERE}).status_code == 413
        body = b"--x\r\nContent-Disposition: form-data; name=text\r\n\r\n" + b"a" * 50_000 + b"\r\n--x--\r\n"
        headers = {"origin": HERE, "content-type": "multipart/form-data; boundary=x"}
        answer = client.post("/add", content=iter([body]), headers=headers)
        assert answer.status_code in (400, 413)


def test_comparing_can_be_asked_for(client: TestClient) -> None:
    """And the page says how far it is."""
    answer = client.post("/compare", headers={"origin": HERE})
    assert answer.status_code == 303
    assert client.get(answer.headers["location"]).status_code == 200
    assert client.get("/reading/nothing.json").status_code == 404
