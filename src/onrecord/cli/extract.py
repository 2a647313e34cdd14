"""`onrecord extract`: one JSON object per article on standard output."""

from typing import TYPE_CHECKING

import typer

from onrecord import settings
from onrecord.cli import options
from onrecord.cli.ahead import load_for

if TYPE_CHECKING:
    from onrecord.cli.work import Printed
    from onrecord.pipeline import Outcome
    from onrecord.readers.counts import Report


def extract(
    paths: options.Paths,
    outlet: options.Outlet = None,
    published: options.Published = None,
    manifest: options.Manifest = None,
    columns: options.Columns = None,
    largest: options.Largest = settings.LARGEST.default,
    min_confidence: options.MinConfidence = 0.0,
    report: options.ReportFile = None,
    workers: options.Workers = settings.WORKERS.default,
    tagger: options.Tagger = settings.TAGGER.default,
    people: options.People = settings.PEOPLE.default,
    quiet: options.Quiet = settings.QUIET.default,
) -> None:
    """Print every article with the statements found in it, one JSON object a line.

    Messages and the final count go to standard error. Ends with 0 when nothing was refused, 1 when an
    input was, 2 when the command itself was wrong.
    """
    load_for(workers)  # before this process loads the same

    from functools import partial

    from onrecord.cli import work
    from onrecord.cli.job import Job

    job = Job(paths, outlet, published, manifest, columns, largest, report, workers, quiet, tagger, people)
    run = job.run(prints=True)
    done = partial(work.done, min_confidence=min_confidence)
    results = job.results(done, job.items(), died=work.died)
    raise typer.Exit(run.through(results, partial(_print, run.report)))


def _print(report: "Report", printed: "Printed") -> "Outcome":
    from onrecord.cli.output import write_line

    if printed.line is not None:
        write_line(printed.line)
    report.leave_out(printed.left_out)
    return printed.outcome
