"""The reading room in a test: the site on a small store, asked without a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.app import site
from onrecord.web.serving import Serving
from tests.stored import store

HERE = "http://127.0.0.1:8600"


@contextmanager
def room(path: Path, *records: Record, base: str = HERE, **serving: object) -> Iterator[TestClient]:
    """A client of the site on a store with these records."""
    store(path, *records).close()
    with asked(Serving(path, **serving), base=base) as client:  # type: ignore[arg-type]
        yield client


@contextmanager
def asked(serving: Serving, *, base: str = HERE) -> Iterator[TestClient]:
    """A client of a site; redirects are seen, not followed."""
    with TestClient(site(serving), base_url=base, follow_redirects=False) as client:
        yield client
