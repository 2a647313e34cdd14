"""`onrecord extract`: one JSON object per article on standard output."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli.inputs import FORMATS, Inputs, listed
from onrecord.cli.output import BROKEN_PIPE, silence, write_line
from onrecord.cli.progress import Watch
from onrecord.cli.tally import Tally

if TYPE_CHECKING:
    from onrecord.cli.work import Outcome

INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C


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
    from onrecord.batch import pool
    from onrecord.cli import work
    from onrecord.cli.known import Known

    known = Known(outlet=outlet, published=published, manifest=manifest)
    inputs = listed(paths, but=manifest)
    jobs = [work.Job(one, known.of(one)) for one in inputs.inputs]
    outcomes = pool.ordered(work.done, jobs, workers=min(workers, max(len(jobs), 1)), died=work.killed)
    raise typer.Exit(run(inputs, outcomes, quiet=quiet, unused=known.unused(inputs.inputs)))


def run(inputs: Inputs, outcomes: Iterator["Outcome"], *, quiet: bool, unused: tuple[str, ...] = ()) -> int:
    """Print the records as they come, tell what must be told, count; gives the exit code."""
    tally = Tally()
    with Watch(len(inputs.inputs), quiet=quiet) as watch:
        try:
            _print_all(outcomes, watch, tally)
        except KeyboardInterrupt:
            watch.error(f"stopped: {tally.line()}; every line printed is complete, run it again for the rest")
            return INTERRUPTED
        except BrokenPipeError:
            silence()
            return BROKEN_PIPE
    _tell_of_folders(inputs, watch, tally)
    if unused:
        watch.note(f"manifest: rows that fit no input: {len(unused)}, {unused[0]} for one; check their paths")
    watch.note(tally.line())
    return 1 if tally.of("refused") else 0


def _print_all(outcomes: Iterator["Outcome"], watch: Watch, tally: Tally) -> None:
    """Errors are told at once; notes at the end, those that many inputs share in one line."""
    noted: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.line is not None:
            write_line(outcome.line)
        if outcome.error is not None:
            (watch.error if outcome.fate == "refused" else watch.note)(outcome.error)
        for note in outcome.notes:
            noted.setdefault(note, []).append(outcome.name)
        tally.add(outcome.fate, outcome.cause)
        watch.step()
    for note, names in noted.items():
        others = f" and {len(names) - 1} more" if len(names) > 1 else ""
        watch.note(f"{names[0]}{others}: {note}")


def _tell_of_folders(inputs: Inputs, watch: Watch, tally: Tally) -> None:
    """Files passed over count too, and a folder that held nothing says what was looked for."""
    tally.add("set aside", "no page", times=len(inputs.no_pages))
    if inputs.no_pages:
        number = len(inputs.no_pages)
        files = "1 file" if number == 1 else f"{number} files"
        watch.note(
            f"set aside {files} that by name hold no article, {inputs.no_pages[0]} for one; "
            "name a file itself to have it read"
        )
    for folder in inputs.empty:
        watch.error(f"{folder}: no articles in this folder; looked for {FORMATS}; hidden files are not read")
