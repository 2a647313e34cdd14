"""The dates of one article, for a person to read: conflicts first, then its text's and its statements'."""

from collections.abc import Iterator

from rich.text import Text

from onrecord.cli import card
from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line
from onrecord.cli.words import number, when
from onrecord.record import Attribution, DateExpression, DateReport, Flag, Record

CONFLICTS = ("metadata-vs-content", "weekday-vs-date", "date-differs")
HANG = 4


def conflicts_of(record: Record) -> list[Flag]:
    """What does not fit together in the dates of an article."""
    return [flag for flag in record.flags if flag.kind in CONFLICTS]


def show(record: Record, page: Page, *, conflicts: bool) -> None:
    """Print the header, the conflicts, every date expression, and the days of the statements."""
    flags = conflicts_of(record)
    if conflicts and not flags:
        return
    card.header(record.article, page)
    page.line()
    for flag in flags:
        words = ", ".join(f"“{one_line(evidence.text)}”" for evidence in flag.evidence)
        page.line(f"{flag.kind}: {one_line(flag.explanation)} ({words})", style="yellow", hang=HANG)
    if not conflicts:
        _dates(record, page)
        for line in _days(record):
            page.line(line, hang=HANG)
    page.line()


def _dates(record: Record, page: Page) -> None:
    for one in record.dates:
        line = Text(f"“{one_line(one.span.text)}”", style="cyan")
        line.append(f"  {value(one.on)}", style="bold" if one.on.value else "")
        line.append(f"  {_how(one)}", style="dim")
        page.line(line, hang=HANG)
        for other in one.on.others:
            said = one_line(other.value or _range(other.range) or "open")
            page.line(f"or {said} ({other.kind}: {one_line(other.why)})", indent=HANG, style="yellow")
    if not record.dates:
        page.line("no dates in the text", style="dim")


def value(report: DateReport) -> str:
    """A date or, where only its bounds are known, those."""
    return one_line(report.value or _range(report.range) or "open")


def _range(bounds: tuple[str | None, str | None] | None) -> str:
    if bounds is None or bounds == (None, None):
        return ""
    first, last = bounds
    if first and last:
        return f"{first} to {last}"
    return f"from {first} on" if first else f"up to {last}"


def _how(one: DateExpression) -> str:
    anchor = f", counted from {one_line(one.on.anchor)}" if one.on.anchor else ""
    return f"{one.on.basis}{anchor}" if one.on.basis != "none" else "nothing to count from"


def _days(record: Record) -> Iterator[str]:
    """The statements of each day, then those of no known day."""
    days: dict[tuple[bool, str], list[Attribution]] = {}
    for one in record.attributions:
        known = value(one.said_on)
        told = when(one.said_on) or "on a day the article does not tell"
        days.setdefault((known == "open", told if known == "open" else known), []).append(one)
    for (_, day), said in sorted(days.items()):
        yield f"said {day}: " + ", ".join(number(one.id) for one in said)
