"""`onrecord export`: everything in the store, for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options

FORMATS = ("jsonl", "csv")
FORMAT = "An article a line, as `extract` prints it, or a statement a row."


def export(
    store: options.Store = options.STORE,
    format_: Annotated[str, typer.Option("--format", metavar="jsonl|csv", help=FORMAT)] = "jsonl",
    case: options.Case = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write there instead of to standard output.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin the csv with a byte order mark, as Excel wants it.")
    ] = False,
) -> None:
    """Print what the store holds: articles as JSON Lines, or statements as a table."""
    from onrecord.cli.output import lines_to, quiet_end
    from onrecord.cli.stored import one_of, opened
    from onrecord.errors import UsageError
    from onrecord.exports import jsonl

    one_of("--format", format_, FORMATS)
    if output is not None and output.exists() and store.exists() and output.samefile(store):
        raise UsageError(f"--output {output} would write over the store itself; give it a name of its own")
    with quiet_end(), opened(store, case=case) as collection, lines_to(output) as write:
        for record in collection.records(case=case):
            write(jsonl.to_json(record))
