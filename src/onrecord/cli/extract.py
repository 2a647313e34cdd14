"""`onrecord extract`: one JSON object per article on standard output."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli.output import write_line
from onrecord.readers.folder import listed

if TYPE_CHECKING:
    from onrecord.cli.work import Printed
    from onrecord.pipeline import Outcome


def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")
    ],
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published these articles.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When: 2023-10-17, 2023-10 or 2023.")
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A CSV table of what you know: path,outlet,url,date,title."),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(metavar="OURS=THEIRS,…", help="Columns of tables, as in text=body,date=day."),
    ] = None,
    largest: Annotated[
        int, typer.Option(min=1, metavar="N", envvar=settings.LARGEST.variable, help=settings.LARGEST.help)
    ] = settings.LARGEST.default,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the counts and every problem there, as JSON.")
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", envvar=settings.WORKERS.variable, help=settings.WORKERS.help)
    ] = settings.WORKERS.default,
    quiet: Annotated[
        bool, typer.Option("--quiet", envvar=settings.QUIET.variable, help=settings.QUIET.help)
    ] = settings.QUIET.default,
) -> None:
    """Print every article with the statements found in it, one JSON object a line.

    Messages and the final count go to standard error. Ends with 0 when nothing was refused, 1 when an
    input was, 2 when the command itself was wrong.
    """
    inputs = listed(paths, but=[manifest, report])
    from onrecord.batch import pool
    from onrecord.cli import work
    from onrecord.cli.run import Run
    from onrecord.readers.known import Known
    from onrecord.readers.opening import Reading, all_items
    from onrecord.readers.table_columns import mapping

    known = Known(outlet=outlet, published=published, manifest=manifest)
    reading = Reading(largest=largest, columns=mapping(columns))
    run = Run(inputs, quiet=quiet, report=report, unused=known.unused(inputs.inputs))
    results = pool.ordered(
        partial(work.done, largest=largest),
        all_items(inputs.inputs, known.of, reading),
        workers=workers,
        died=work.died,
    )
    raise typer.Exit(run.through(iter(results), _print))


def _print(printed: "Printed") -> "Outcome":
    if printed.line is not None:
        write_line(printed.line)
    return printed.outcome
