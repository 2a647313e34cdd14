"""`onrecord compare`: the statements of many articles, each with all its reports."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli import options
from onrecord.cli.ahead import load_for

if TYPE_CHECKING:
    from io import StringIO

    from onrecord.across.comparison import Comparison
    from onrecord.cli.job import Job
    from onrecord.cli.output import Writable
    from onrecord.pipeline import Outcome
    from onrecord.record import Record

FORMATS = ("json", "jsonl", "text")
FORMAT = "One JSON object; an utterance a line, without the articles; or to be read."
PATHS = "Files, folders, or - for standard input; without any, what is in the store."
STOPPED = "nothing was written"


def compare(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help=PATHS)] = None,
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Compare what is in this store, and keep the result.")
    ] = None,
    case: options.Case = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="json|jsonl|text", help=FORMAT)] = None,
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

    Of files: the comparison is printed. Of a store: it is kept there, and a summary is printed unless
    --format asks for all of it; what was compared before is not compared again. Messages and the final
    count go to standard error. Ends with 0 when nothing was refused, 1 when an input was, 2 when the
    command itself was wrong.
    """
    from onrecord.cli.stored import one_of

    one_of("--format", format_, FORMATS)
    if not paths:
        from onrecord.cli import compare_store

        given = (outlet, published, manifest, columns, report)
        compare_store.run(store, case, format_, output, given=given, people=people, quiet=quiet)
        return
    _only_paths(store, case)
    load_for(workers)
    from onrecord.cli.job import Job

    job = Job(paths, outlet, published, manifest, columns, largest, report, workers, quiet, tagger, people)
    raise typer.Exit(_files(job, format_ or "json", output))


def _only_paths(store: Path | None, case: str | None) -> None:
    from onrecord.errors import UsageError

    if store is not None or case is not None:
        raise UsageError(
            "articles of a store are compared without a PATH; `onrecord add PATH…` puts these into it"
        )


def _files(job: "Job", format_: str, output: Path | None) -> int:
    """Read them, compare them, write the comparison; gives the exit code."""
    from functools import partial

    from onrecord import pipeline
    from onrecord.cli.output import INTERRUPTED, quiet_end, writing
    from onrecord.cli.progress import Stages
    from onrecord.cli.terminal import visible
    from onrecord.people import settled_list

    run, records = job.run(prints=False, stopped=STOPPED), list["Record"]()
    results = job.results(pipeline.attempt, job.items(), died=pipeline.killed)
    code = run.through(results, partial(_keep, records))
    if code not in (0, 1):
        return code
    stages = Stages(quiet=job.quiet)
    try:
        comparison = pipeline.compare(records, people=settled_list(job.people), stage=stages)
    except KeyboardInterrupt:
        print(f"stopped while comparing; {STOPPED}", file=sys.stderr)
        return INTERRUPTED
    finally:
        stages.end()
    with quiet_end(), writing(output) as file:
        if format_ == "text" and output is None:
            show(comparison)
        else:
            _write(comparison, format_, file)
    if not job.quiet:
        print(visible(_told(comparison)), file=sys.stderr)
    return code


def _keep(records: list["Record"], outcome: "Outcome") -> "Outcome":
    if outcome.found is not None:
        records.append(outcome.found)
    return outcome


def _write(comparison: "Comparison", format_: str, file: "Writable") -> None:
    from onrecord.exports import comparison as exported

    if format_ == "json":
        for piece in exported.in_pieces(comparison):
            file.write(piece)
        file.write("\n")
    elif format_ == "jsonl":
        for line in exported.to_jsonl(comparison):
            file.write(line + "\n")
    else:
        file.write(as_text(comparison))


def as_text(comparison: "Comparison") -> str:
    """What a terminal would show, for a file."""
    from io import StringIO

    page = StringIO()
    show(comparison, page)
    return page.getvalue()


def show(comparison: "Comparison", file: "StringIO | None" = None) -> None:
    """A comparison to be read."""
    from onrecord.cli import compared
    from onrecord.cli.page import Page

    compared.show(comparison, Page(plain=False, file=file))


def _told(comparison: "Comparison") -> str:
    from onrecord.cli.words import compared

    several = sum(len(one.variants) > 1 for one in comparison.utterances)
    return compared(len(comparison.articles), len(comparison.utterances), several)
