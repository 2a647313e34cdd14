"""Python's search for circles of things that hold each other, paused: a quarter of the time of comparing.

Comparing makes millions of small things that stay, none of them in a circle; looking through all of them
again and again finds nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """As long as it lasts; whoever had switched it off finds it so afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
