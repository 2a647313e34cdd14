"""The tagger a command reads with; that it is rules alone is told once, even to who asked for quiet."""

import sys
from functools import cache

from onrecord.cli.terminal import visible
from onrecord.tagger import choose


@cache
def chosen(wanted: str) -> str:
    """The name of the tagger for all of a run, worker processes included."""
    choice = choose(wanted)
    if choice.notice is not None:
        print(visible(f"onrecord: {choice.notice}"), file=sys.stderr, flush=True)
    return choice.name
