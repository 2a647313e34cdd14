"""`onrecord add`: articles and their statements into the store."""

import sys
from functools import partial
from typing import Annotated

import typer

from onrecord import settings
from onrecord.cli import options
from onrecord.cli.ahead import load_for


def add(
    paths: options.Paths,
    store: options.Store = options.STORE,
    case: Annotated[
        str | None, typer.Option(metavar="NAME", help="The case they belong to; a store keeps several.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read again what is stored already, as with a new release.")
    ] = False,
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
    """Put articles with their statements into the store, which is made when it is missing.

    What is stored already is skipped and counted as unchanged, so a run that was stopped is simply
    started again. Ends with 0 when nothing was refused, 1 when an input was, 2 when the command itself
    was wrong.
    """
    load_for(workers)

    import onrecord
    from onrecord.cli.job import Job
    from onrecord.cli.stored import naming
    from onrecord.cli.terminal import visible
    from onrecord.collection import CASE
    from onrecord.pipeline import attempt, killed

    job = Job(
        paths, outlet, published, manifest, columns, largest, report, workers, quiet, tagger, people, store
    )
    items, run, into = job.items(), job.run(prints=False), case or CASE
    with onrecord.open(store) as collection:
        fresh = collection.fresh(items, case=into, again=again)
        results = job.results(attempt, fresh, died=killed)
        code = run.through(results, partial(collection.take, case=into, again=again))
    if code in (0, 1) and run.report.any_kept and not quiet:
        print(visible(f"kept in {store}; search it: onrecord search WORDS{naming(store)}"), file=sys.stderr)
    raise typer.Exit(code)
