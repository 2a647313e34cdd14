"""`onrecord export`: everything in the store, for other programs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.cli.output import Writable
    from onrecord.record import Record

FORMATS = ("jsonl", "csv")
FORMAT = "An article a line, as `extract` prints it, or a statement a row."


def export(
    store: options.Store = options.STORE,
    format_: Annotated[str, typer.Option("--format", metavar="jsonl|csv", help=FORMAT)] = "jsonl",
    case: options.Case = None,
    min_confidence: options.MinConfidence = 0.0,
    judged: Annotated[
        bool, typer.Option("--judged", help="As people decided, not as the machine found it.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write there instead of to standard output.")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin the csv with a byte order mark, as Excel wants it.")
    ] = False,
) -> None:
    """Print what the store holds: articles as JSON Lines, or statements as a table."""
    from onrecord.cli.output import quiet_end, writing
    from onrecord.cli.stored import one_of, opened
    from onrecord.cli.words import times
    from onrecord.errors import UsageError
    from onrecord.readers.counts import Report

    one_of("--format", format_, FORMATS)
    if bom and format_ != "csv":
        raise UsageError("--bom is for --format csv; JSON Lines begin without a byte order mark")
    if output is not None and output.exists() and store.exists() and output.samefile(store):
        raise UsageError(f"--output {output} would write over the store itself; give it a name of its own")
    with quiet_end(), opened(store, case=case) as collection, writing(output) as file:
        report = Report()
        records = collection.records(case=case, min_confidence=min_confidence, report=report, judged=judged)
        told = _csv(records, file, bom=bom) if format_ == "csv" else _jsonl(records, file)
    print(told, file=sys.stderr)
    if report.left_out:
        print(
            f"{times(report.left_out, 'statement')} less sure than {min_confidence:g} left out",
            file=sys.stderr,
        )


def _jsonl(records: "Iterator[Record]", file: "Writable") -> str:
    from onrecord.cli.words import times
    from onrecord.exports import jsonl

    number = 0
    for record in records:
        file.write(jsonl.to_json(record) + "\n")
        number += 1
    return times(number, "article")


def _csv(records: "Iterator[Record]", file: "Writable", *, bom: bool) -> str:
    from onrecord.cli.words import times
    from onrecord.exports import statements_csv

    done = statements_csv.write(records, file, bom=bom)
    without = f"; {done.without:,} of them without any, and so without a row" if done.without else ""
    return f"{times(done.rows, 'statement')} of {times(done.articles, 'article')}{without}"
