"""The same work on many inputs, in this process or in several; results in the order of the inputs."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4  # inputs handed out per process: none is idle behind a long article, and few results wait in memory
MOST = 61  # Windows cannot wait for more processes than that
# A forked network would share its locks: processes begin with nothing of this one, on Linux with the modules
# of a third one that only loads them. Elsewhere the libraries of the system do not bear a fork at all.
_METHOD = "forkserver" if sys.platform == "linux" else "spawn"


def prepare(*modules: str) -> None:
    """Have modules loaded for all later pools by a process that does nothing else, while this one goes on.

    Its children begin with them. What starts threads, as the network does, does not belong among them.
    """
    if _METHOD == "forkserver":
        forkserver.set_forkserver_preload(list(modules))
        with _interrupts_held():
            forkserver.ensure_running()


def ordered(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    died: Callable[[Item], Result],
) -> Iterator[Result]:
    """`work` on every item: in this process when there is one worker, else in `workers` new ones.

    `died` gives the result of an item whose process was killed while at work on it; the others are not
    touched by that. What `work` loads once, it loads once in each process.
    """
    if workers == 1:
        return map(work, items)
    workers = min(workers, MOST)
    return _in_pools(work, iter(items), workers=workers, most_under_way=workers * AHEAD, died=died)


def _in_pools(
    work: Callable[[Item], Result],
    items: Iterator[Item],
    *,
    workers: int,
    most_under_way: int,
    died: Callable[[Item], Result],
) -> Iterator[Result]:
    """A pool until all is done; when it breaks, what was under way is done one by one, then a new pool."""
    under_way: deque[Item] = deque()
    while True:
        with _pool(workers) as pool:
            try:
                yield from _through(pool, work, items, under_way, most_under_way)
                return
            except BrokenExecutor:
                pass
        if most_under_way == 1:
            yield died(under_way.popleft())
        else:
            again = iter(tuple(under_way))
            under_way.clear()
            yield from _in_pools(work, again, workers=1, most_under_way=1, died=died)


def _through(
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Result],
    items: Iterator[Item],
    under_way: deque[Item],
    most_under_way: int,
) -> Iterator[Result]:
    """Results in order; `under_way` holds the items without a result so far, also when the pool breaks."""
    futures: deque[Future[Result]] = deque()
    for item in items:
        under_way.append(item)
        with _interrupts_held():
            futures.append(pool.submit(work, item))
        if len(under_way) == most_under_way:
            yield _first(futures, under_way)
    while futures:
        yield _first(futures, under_way)


def _first(futures: deque[Future[Result]], under_way: deque[Item]) -> Result:
    result = futures[0].result()
    futures.popleft()
    under_way.popleft()
    return result


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """New processes that begin with nothing of this one."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context(_METHOD), initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started meanwhile never see Ctrl-C: ending is for the one the user talks to."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent cannot end its processes, and they would wait for it for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
