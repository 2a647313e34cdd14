"""Standard output: whole lines in UTF-8, and a quiet end when nobody reads any more."""

import os
import sys

from onrecord.errors import OnRecordError

BROKEN_PIPE = 141  # what shells report for a program whose reader went away, as `| head` does


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
