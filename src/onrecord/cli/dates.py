"""`onrecord dates`: the date of each article, every date in its text, and what conflicts."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli import options
from onrecord.cli.people import WHAT

if TYPE_CHECKING:
    from onrecord.cli.page import Page
    from onrecord.record import Record


def dates(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|ID", help=WHAT)],
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Only articles in which something conflicts, and only that.")
    ] = False,
    outlet: options.Outlet = None,
    published: options.Published = None,
    columns: options.Columns = None,
    largest: options.Largest = settings.LARGEST.default,
    tagger: options.Tagger = settings.TAGGER.default,
    people: options.People = settings.PEOPLE.default,
    store: options.Store = options.STORE,
    plain: options.Plain = False,
) -> None:
    """List the dates of each article: its own, those its text names and what they were counted from, the days
    its statements were made on; and first of all what does not fit together.
    """
    from onrecord.cli import days, each
    from onrecord.cli.words import times

    given = each.known(outlet, published)
    counts = {"articles": 0, "in conflict": 0}

    def show(record: "Record", page: "Page") -> None:
        counts["articles"] += 1
        counts["in conflict"] += bool(days.conflicts_of(record))
        days.show(record, page, conflicts=conflicts)

    code = each.article(
        paths,
        show,
        given,
        columns=columns,
        largest=largest,
        tagger=tagger,
        people=people,
        store=store,
        plain=plain,
    )
    if conflicts:
        print(
            f"{times(counts['in conflict'], 'article')} of {counts['articles']:,} with conflicts",
            file=sys.stderr,
        )
    raise typer.Exit(code)
