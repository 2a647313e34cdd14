"""Commands that read articles and print something of each: `onrecord people`, `onrecord dates`."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.cli import shown
from onrecord.cli.output import quiet_end
from onrecord.cli.page import Page
from onrecord.cli.terminal import visible
from onrecord.pipeline import Outcome
from onrecord.readers.given import Given
from onrecord.readers.known import Known
from onrecord.readers.opening import Reading
from onrecord.readers.table.columns import mapping
from onrecord.record import Record


def known(outlet: str | None, published: str | None) -> Given:
    """What the user knows of all the articles."""
    return Known(outlet=outlet, published=published).common


def article(
    paths: Sequence[str],
    show: Callable[[Record, Page], None],
    given: Given,
    *,
    columns: str | None,
    largest: int,
    tagger: str,
    people: str,
    store: Path,
    plain: bool,
) -> int:
    """Print each article by `show`; what could not be read is said, and makes the exit code 1."""
    reading = Reading(largest=largest, columns=mapping(columns))
    page, failed = Page(plain=plain), False
    with quiet_end():
        for one in shown.articles(paths, given, reading, store, tagger=tagger, people=people):
            failed |= refused(one.outcome)
            if one.outcome.found is not None:
                show(one.outcome.found, page)
    return int(failed)


def refused(outcome: Outcome) -> bool:
    """Whether there is nothing to show; what there is to say is said."""
    if outcome.message is not None:
        print(visible(outcome.message), file=sys.stderr)
    return outcome.fate == "refused"
