"""The store as requests use it: a few opened ones, each in the hands of one request at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import BoundedSemaphore
from typing import Annotated, cast

from fastapi import Depends, Request

from onrecord.collection import Collection

AT_ONCE = 3  # on two cores more of them only wait for each other, and each has a cache of 64 MB


class Stores:
    """Lends out the same store; a request waits while all are lent."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._free: LifoQueue[Collection] = LifoQueue()
        self._free.put(Collection(path))  # this one looks whether the file is sound; the others need not
        self._lent = BoundedSemaphore(AT_ONCE)

    @contextmanager
    def one(self) -> Iterator[Collection]:
        """A store for as long as the block lasts."""
        with self._lent:
            collection = self._taken()
            try:
                yield collection
            finally:
                self._free.put(collection)

    def _taken(self) -> Collection:
        try:
            return self._free.get_nowait()
        except Empty:
            return Collection(self.path, trusted=True)

    def close(self) -> None:
        """Close those that are not lent; nothing is asked any more."""
        while not self._free.empty():
            self._free.get_nowait().close()


def lent(request: Request) -> Iterator[Collection]:
    """The store of a request."""
    with cast(Stores, request.app.state.stores).one() as collection:
        yield collection


Store = Annotated[Collection, Depends(lent)]
