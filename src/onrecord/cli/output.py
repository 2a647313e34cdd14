"""Standard output and files: UTF-8 as it is, and a quiet end when nobody reads any more."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import typer

from onrecord.errors import OnRecordError

BROKEN_PIPE = 141  # what shells report for a program whose reader went away, as `| head` does
INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C


class Writable(Protocol):
    """Something text can be written to."""

    def write(self, text: str, /) -> object: ...


class StandardOutput:
    """Text goes out at once, so that a reader sees a line as soon as it exists, and without any change."""

    def write(self, text: str, /) -> None:
        """Write some text."""
        try:
            sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            silence()
            raise OnRecordError(
                f"standard output cannot be written ({error.strerror}); its last line may be cut short; "
                "make room, or write to another place, and run the command again"
            ) from error


def write_line(line: str) -> None:
    """Write one line to standard output."""
    StandardOutput().write(line + "\n")


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
def writing(output: Path | None) -> Iterator[Writable]:
    """Where text goes: to standard output, or to a file that is there only once it is whole."""
    if output is None:
        yield StandardOutput()
        return
    direct = output.exists() and not output.is_file()  # a device or a pipe cannot be replaced
    part = output if direct else output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        if not direct:
            part.replace(output)
    except OSError as error:
        raise OnRecordError(
            f"{output} cannot be written ({error.strerror}); make room, or name another file"
        ) from error
    finally:
        if not direct:
            part.unlink(missing_ok=True)
