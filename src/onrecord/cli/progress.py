"""Standard error during a long command: messages, and a bar where somebody watches."""

import sys
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.cli.terminal import visible

CLEAR = "\x1b[2K"  # the whole line of a terminal
LONG = 10.0  # seconds from which on it is told what is being done, where nobody watches

if TYPE_CHECKING:
    from rich.progress import Progress


class Watch:
    """Tells how far a command is: by a bar on a terminal, unless the output (`prints`) goes there too."""

    def __init__(self, total: int, *, quiet: bool, prints: bool = True) -> None:
        watched = sys.stderr.isatty() and not (prints and sys.stdout.isatty())
        self._quiet = quiet
        self._items = 0
        self._bar = _bar(total) if watched and not quiet else None

    def __enter__(self) -> "Watch":
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, *, whole: bool) -> None:
        """One item more is done, or one whole input."""
        self._items += 1
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], advance=int(whole), description=f"{self._items} items")

    def note(self, text: str) -> None:
        """Something worth knowing, unless the user asked for quiet."""
        if not self._quiet:
            self.error(text)

    def error(self, text: str) -> None:
        """Something the user must know."""
        if self._bar is None:
            print(visible(text), file=sys.stderr, flush=True)
        else:
            self._bar.console.print(visible(text), markup=False, highlight=False, soft_wrap=True)


class Stages:
    """Tells what a long command is doing, and for how long: on a terminal in one line, else once for each."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet, self._terminal = quiet, sys.stderr.isatty()
        self._began, self._stage = monotonic(), ""
        self._over = Event()
        self._clock = Thread(target=self._ticking, daemon=True)

    def __call__(self, stage: str) -> None:
        """Begin a stage; where nobody watches, only what takes long is told."""
        if self._quiet:
            return
        self._stage = stage
        if self._terminal:
            self._show()
            if not self._clock.is_alive() and not self._over.is_set():
                self._clock.start()
        elif monotonic() - self._began > LONG:
            print(f"{stage} …", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave an empty line to what comes next."""
        self._over.set()
        if self._clock.is_alive():
            self._clock.join()
            print(f"\r{CLEAR}", end="", file=sys.stderr, flush=True)

    def _ticking(self) -> None:
        while not self._over.wait(1):
            self._show()

    def _show(self) -> None:
        seconds = int(monotonic() - self._began)
        told = f"{self._stage}, {seconds} s" if seconds else self._stage
        print(f"\r{CLEAR}{told} …", end="", file=sys.stderr, flush=True)


def _bar(total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("reading", total=total)
    return bar
