"""A figure in words: as printed, what it comes to, and what it counts."""

from onrecord.cli.terminal import one_line
from onrecord.cli.words import when
from onrecord.record import Figure


def amount(figure: Figure) -> str:
    """`“well over 500 civilians”: more than 500 people, civilians killed`."""
    parts = [_size(figure)]
    parts += [one_line(figure.counts.name)] if figure.counts else []
    parts += [one_line(figure.event.name)] if figure.event else []
    parts += [f"as of {when(figure.as_of).removeprefix('on ')}"] if when(figure.as_of) else []
    return f"“{one_line(figure.span.text)}”: {', '.join(filter(None, parts))}"


def _size(figure: Figure) -> str:
    """How many or how much, in its unit."""
    compared = "" if figure.comparator in (None, "exactly", "between") else figure.comparator + " "
    unit = f" {one_line(figure.unit)}" if figure.unit else ""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return f"{compared.replace('-', ' ')}an unknown number of{unit or ' them'}"
    if low == high or low is None or high is None:
        return f"{compared.replace('-', ' ')}{_number(low if low is not None else high)}{unit}"
    return f"{compared.replace('-', ' ')}{_number(low)} to {_number(high)}{unit}"


def _number(value: float | None) -> str:
    assert value is not None
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
