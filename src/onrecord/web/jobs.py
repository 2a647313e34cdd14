"""What takes a while: reading what was dropped in, and comparing. One after the other, beside the pages."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic, sleep

from onrecord.collection import Collection
from onrecord.errors import OnRecordError
from onrecord.web.serving import Serving

STEP = 0.02  # seconds between two looks at a job
KEPT = 50  # jobs whose outcome can still be looked at


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one item."""

    name: str
    fate: str  # read, unchanged, set aside, refused
    article: str | None
    message: str | None


@dataclass(frozen=True, slots=True)
class State:
    """How far a job is."""

    id: str
    stage: str  # waiting, reading, comparing …
    items: tuple[Read, ...] = ()
    given: int = 0  # files
    done: bool = False
    error: str | None = None


Work = Callable[[Collection, "Progress"], None]


class Progress:
    """Where a job tells how far it is."""

    def __init__(self, state: State) -> None:
        self.state = state

    def at(self, stage: str) -> None:
        """It does this now."""
        self.state = replace(self.state, stage=stage)

    def took(self, item: Read) -> None:
        """One item more is through."""
        self.state = replace(self.state, items=(*self.state.items, item))


class Jobs:
    """All jobs of a site; they wait for each other, for each needs the store's one writer."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="onrecord-job")
        self._known: OrderedDict[str, Progress] = OrderedDict()
        self._lock = Lock()

    def start(self, work: Work, *, given: int = 0) -> str:
        """Do it as soon as those before are done; the id to ask after it with."""
        progress = Progress(State(secrets.token_hex(8), "waiting", given=given))
        with self._lock:
            self._known[progress.state.id] = progress
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._threads.submit(self._do, work, progress)
        return progress.state.id

    def state(self, id_: str) -> State | None:
        """How far that one is; None where there is none of this id, or it is long done."""
        found = self._known.get(id_)
        return found.state if found else None

    def wait(self, id_: str, seconds: float) -> None:
        """Wait until that one is done, though not for ever."""
        until = monotonic() + seconds
        while (state := self.state(id_)) is not None and not state.done and monotonic() < until:
            sleep(STEP)

    def close(self) -> None:
        """Let the one under way end, and begin no other."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _do(self, work: Work, progress: Progress) -> None:
        error = "stopped by a fault of onrecord itself; what was read before is kept"
        try:
            with Collection(self._serving.store, trusted=True) as collection:
                work(collection, progress)
            error = ""
        except OnRecordError as told:
            error = str(told)
        finally:
            progress.state = replace(progress.state, done=True, error=error or None)
