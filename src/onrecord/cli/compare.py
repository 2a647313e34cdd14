"""`onrecord compare`: the statements of many articles, each with all its reports."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli import options

if TYPE_CHECKING:
    from io import StringIO

    from onrecord.across.comparison import Comparison
    from onrecord.cli.output import Writable
    from onrecord.pipeline import Outcome
    from onrecord.record import Record

FORMATS = ("json", "jsonl", "text")
FORMAT = "One JSON object; an utterance a line, without the articles; or to be read."


def compare(
    paths: options.Paths,
    format_: Annotated[str, typer.Option("--format", metavar="json|jsonl|text", help=FORMAT)] = "json",
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write there instead of to standard output.")
    ] = None,
    outlet: options.Outlet = None,
    published: options.Published = None,
    manifest: options.Manifest = None,
    columns: options.Columns = None,
    largest: options.Largest = settings.LARGEST.default,
    report: options.ReportFile = None,
    workers: options.Workers = settings.WORKERS.default,
    tagger: options.Tagger = settings.TAGGER.default,
    people: options.People = settings.PEOPLE.default,
    quiet: options.Quiet = settings.QUIET.default,
) -> None:
    """Lay the reports of one statement side by side, word by word, and say what is to be looked at.

    Messages and the final count go to standard error. Ends with 0 when nothing was refused, 1 when an
    input was, 2 when the command itself was wrong.
    """
    from functools import partial

    from onrecord import pipeline
    from onrecord.cli.job import Job
    from onrecord.cli.output import quiet_end, writing
    from onrecord.cli.stored import one_of
    from onrecord.cli.terminal import visible
    from onrecord.people import settled_list

    one_of("--format", format_, FORMATS)
    job = Job(paths, outlet, published, manifest, columns, largest, report, workers, quiet, tagger, people)
    run, records = job.run(prints=False), list["Record"]()
    results = job.results(pipeline.attempt, job.items(), died=pipeline.killed)
    code = run.through(results, partial(_keep, records))
    if code in (0, 1):
        comparison = pipeline.compare(records, people=settled_list(people))
        with quiet_end(), writing(output) as file:
            if format_ == "text" and output is None:
                _print(comparison)
            else:
                _write(comparison, format_, file)
        if not quiet:
            print(visible(_told(comparison)), file=sys.stderr)
    raise typer.Exit(code)


def _keep(records: list["Record"], outcome: "Outcome") -> "Outcome":
    if outcome.found is not None:
        records.append(outcome.found)
    return outcome


def _write(comparison: "Comparison", format_: str, file: "Writable") -> None:
    from onrecord.exports import comparison as exported

    if format_ == "json":
        file.write(exported.to_json(comparison) + "\n")
    elif format_ == "jsonl":
        for line in exported.to_jsonl(comparison):
            file.write(line + "\n")
    else:
        from io import StringIO

        page = StringIO()
        _print(comparison, page)
        file.write(page.getvalue())


def _print(comparison: "Comparison", file: "StringIO | None" = None) -> None:
    from onrecord.cli import compared
    from onrecord.cli.page import Page

    compared.show(comparison, Page(plain=False, file=file))


def _told(comparison: "Comparison") -> str:
    from onrecord.cli.words import times

    several = sum(len(one.variants) > 1 for one in comparison.utterances)
    return (
        f"{times(len(comparison.articles), 'article')}, {times(len(comparison.utterances), 'utterance')}, "
        f"{several:,} of them with several reports"
    )
