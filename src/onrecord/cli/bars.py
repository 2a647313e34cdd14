"""Counts as lines with bars of characters."""

from collections.abc import Iterator, Mapping

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from onrecord.cli.terminal import one_line

MOST = 10  # lines of one sort; the rest is told in one more
NAME = 32  # columns for a name, however long it is
LONGEST = 30  # columns of the longest bar; a narrow terminal has shorter ones
BAR = "█"


def bars(counts: Mapping[str, int], *, unknown: str, columns: int) -> Iterator[Text]:
    """A line for each, in the order they come in; what has no name is called `unknown`."""
    shown = dict(list(counts.items())[:MOST])
    names = {key: one_line(key) or unknown for key in shown}
    width = min(NAME, max(map(cell_len, names.values())))
    figures = max(len(f"{number:,}") for number in shown.values())
    longest = max(min(LONGEST, columns - width - figures - 4), 1)
    highest = max(*shown.values(), 1)
    for key, number in shown.items():
        line = Text(_fitted(names[key], width), style="" if key else "italic")
        line.append(f"  {number:>{figures},}  ", style="bold")
        line.append(BAR * max(round(longest * number / highest), int(number > 0)), style="cyan")
        yield line
    if len(counts) > MOST:
        rest = list(counts.values())[MOST:]
        yield Text(f"and {len(rest):,} more, {sum(rest):,} together", style="dim")


def _fitted(name: str, width: int) -> str:
    return set_cell_size(name, width) if cell_len(name) <= width else set_cell_size(name, width - 1) + "…"
