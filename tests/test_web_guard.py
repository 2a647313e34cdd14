"""The door of the reading room: other sites, other names, other machines and too much stay outside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.errors import UsageError
from onrecord.web.serving import Serving, settled
from tests.reading_room import HERE, room
from tests.stored import all_are_closed, record  # noqa: F401

TOKEN = "a-long-enough-token-of-ours"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A site for this machine."""
    with room(tmp_path / "onrecord.db", record()) as client:
        yield client


@pytest.fixture
def beyond(tmp_path: Path) -> Iterator[TestClient]:
    """A site for the network, with a token."""
    with room(tmp_path / "onrecord.db", record(), host="0.0.0.0", token=TOKEN) as client:
        yield client


OURS = ["127.0.0.1:8600", "localhost:8600", "localhost", "[::1]:8600", "127.0.0.1:9999"]
OTHERS = [
    "evil.example",
    "127.0.0.1.evil.example:8600",
    "localhost.evil.example",
    "10.0.0.5:8600",
    "",
    "[",
    "a:b:c",
]


@pytest.mark.parametrize("host", OURS)
def test_our_names_are_answered(client: TestClient, host: str) -> None:
    """This machine under any of its names, and behind a tunnel's port."""
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", OTHERS)
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    """A site that gave its own name this machine's address learns nothing."""
    answer = client.get("/home.json", headers={"host": host})
    assert answer.status_code == 421
    assert "items" not in answer.json()


CROSS = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:8601"},
    {"origin": "http://127.0.0.1:8600.evil.example"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none-of-these"},
]


@pytest.mark.parametrize("headers", CROSS)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_another_site_changes_nothing(client: TestClient, method: str, headers: dict[str, str]) -> None:
    """A form on another site, on another port, or in a frame without an origin."""
    answer = client.request(method, "/search.json", headers=headers)
    assert answer.status_code == 403
    assert answer.json()["ok"] is False


def test_our_own_pages_get_through_the_door(client: TestClient) -> None:
    """Then it is the page that says what it does not take."""
    assert client.post("/search.json", headers={"origin": HERE}).status_code == 405
    assert client.post("/search.json").status_code == 405  # a program that is no browser


def test_another_site_may_link_and_not_use(client: TestClient) -> None:
    """A link from elsewhere opens; a script or picture from elsewhere gets nothing."""
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    use = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get("/", headers=link).status_code == 200
    assert client.get("/home.json", headers=use).status_code == 403


@pytest.mark.parametrize("path", ["/", "/home.json", "/nothing", "/static/onrecord.css", "/search?form=x"])
def test_every_answer_binds_the_browser(client: TestClient, path: str) -> None:
    """No script but our files, no frame around us, nothing sent elsewhere; of errors too."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in policy


def test_beyond_this_machine_a_token_is_asked_for(beyond: TestClient) -> None:
    """Without it, with a wrong one, and with a part of it nothing is told, not even what is there."""
    for path in ("/", "/home.json", "/static/onrecord.css", "/nothing"):
        assert beyond.get(path).status_code == 401
        assert beyond.get(path, headers={"authorization": f"Bearer {TOKEN[:-1]}"}).status_code == 401
        assert beyond.get(path, params={"token": "wrong"}).status_code == 401


def test_the_token_opens_and_leaves_the_address(beyond: TestClient) -> None:
    """It becomes a cookie that no script sees and no other site sends; programs show it in a header."""
    answer = beyond.get("/search", params={"q": "floor", "token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=floor")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert beyond.get("/search").status_code == 200  # the client has the cookie now
    beyond.cookies.clear()
    assert beyond.get("/home.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_token_leads_to_no_other_site(beyond: TestClient) -> None:
    """A path that begins like another site's address stays a path."""
    answer = beyond.get(f"{HERE}//evil.example/x", params={"token": TOKEN})
    assert not answer.headers["location"].startswith("//")


def test_a_site_beyond_this_machine_gets_a_token() -> None:
    """Where none is given one is made; one that can be guessed is refused."""
    made = settled(Serving(Path("x.db"), host="0.0.0.0"))
    assert made.token
    assert len(made.token) > 20
    assert settled(Serving(Path("x.db"))).token is None
    with pytest.raises(UsageError, match="16 characters"):
        settled(Serving(Path("x.db"), host="0.0.0.0", token="secret"))


def test_too_much_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """What says that it is too large is not even received."""
    with room(tmp_path / "onrecord.db", largest_upload=1000) as client:
        answer = client.post("/search.json", content=b"x" * 1001)
    assert answer.status_code == 413


TRIES = [
    "/static/../app.py",
    "/static/..%2fapp.py",
    "/static/%2e%2e/%2e%2e/collection.py",
    "/static//etc/passwd",
    "/static/..\\app.py",
    "/static/%00",
    "/articles/../../etc/passwd",
    "/articles/..%2f..%2fetc%2fpasswd",
    "/articles/%2e%2e",
    "/articles/%00",
]


@pytest.mark.parametrize("path", TRIES)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    """Nothing of this machine is opened by asking for it."""
    answer = client.get(path)
    assert answer.status_code in (404, 400, 421)
    assert "import" not in answer.text
    assert "root:" not in answer.text
