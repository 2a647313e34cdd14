"""Standard output and files: whole lines in UTF-8, and a quiet end when nobody reads any more."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from onrecord.errors import OnRecordError

BROKEN_PIPE = 141  # what shells report for a program whose reader went away, as `| head` does
INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C

Write = Callable[[str], None]


def write_line(line: str) -> None:
    """Write one line at once, so that a reader sees it as soon as it exists."""
    try:
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise OnRecordError(
            f"standard output cannot be written ({error.strerror}); its last line may be cut short; "
            "make room, or write to another place, and run the command again"
        ) from error


def silence() -> None:
    """Nothing goes to standard output any more; without this Python complains about it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def quiet_end() -> Iterator[None]:
    """Around all that a command prints: a reader that goes away and Ctrl-C end it without a word."""
    if hasattr(sys.stdout, "reconfigure"):  # a terminal that lacks a letter shows its number, and goes on
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        silence()
        raise typer.Exit(BROKEN_PIPE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        silence()
        raise OnRecordError(f"standard output cannot be written ({error.strerror}); make room") from error


@contextmanager
def lines_to(output: Path | None) -> Iterator[Write]:
    """Where lines go: to standard output, or to a file that is there only once it is whole."""
    if output is None:
        yield write_line
        return
    direct = output.exists() and not output.is_file()  # a device or a pipe cannot be replaced
    part = output if direct else output.with_name(output.name + ".part")
    try:
        with part.open("wb") as file:
            yield lambda line: _write(file.write, line)
        if not direct:
            part.replace(output)
    except OSError as error:
        raise OnRecordError(
            f"{output} cannot be written ({error.strerror}); make room, or name another file"
        ) from error
    finally:
        if not direct:
            part.unlink(missing_ok=True)


def _write(write: Callable[[bytes], int], line: str) -> None:
    write(line.encode() + b"\n")
