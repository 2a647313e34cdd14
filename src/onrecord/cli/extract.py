"""`onrecord extract`: one JSON object per article on standard output."""

from typing import TYPE_CHECKING

import typer

from onrecord import settings
from onrecord.cli import options

if TYPE_CHECKING:
    from onrecord.cli.work import Printed
    from onrecord.pipeline import Outcome


def extract(
    paths: options.Paths,
    outlet: options.Outlet = None,
    published: options.Published = None,
    manifest: options.Manifest = None,
    columns: options.Columns = None,
    largest: options.Largest = settings.LARGEST.default,
    report: options.ReportFile = None,
    workers: options.Workers = settings.WORKERS.default,
    quiet: options.Quiet = settings.QUIET.default,
) -> None:
    """Print every article with the statements found in it, one JSON object a line.

    Messages and the final count go to standard error. Ends with 0 when nothing was refused, 1 when an
    input was, 2 when the command itself was wrong.
    """
    from onrecord.cli import work
    from onrecord.cli.job import Job

    job = Job(paths, outlet, published, manifest, columns, largest, report, workers, quiet)
    run = job.run(prints=True)
    results = job.results(work.done, job.items(), died=work.died)
    raise typer.Exit(run.through(results, _print))


def _print(printed: "Printed") -> "Outcome":
    from onrecord.cli.output import write_line

    if printed.line is not None:
        write_line(printed.line)
    return printed.outcome
