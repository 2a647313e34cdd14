"""`onrecord show`: articles with their statements, to be read in a terminal."""

import sys
from typing import Annotated

import typer

from onrecord.cli.inputs import FORMATS, Input, listed
from onrecord.cli.terminal import visible
from onrecord.errors import ReadError, UsageError


def show(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Add the reasons for each statement.")] = False,
    thought: Annotated[
        bool, typer.Option("--thought", help="Add what somebody is said to think, want or plan.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Say what was found in sentences with these words, or why nothing."
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When: 2023-10-17, 2023-10 or 2023.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="No colours, and each field on one line however long it is.")
    ] = False,
) -> None:
    """Print articles with their statements readably: who said what, in which words, through whom.

    With --explain and no PATH the words themselves are looked at.
    """
    inputs = _inputs(paths or [], explain)
    from onrecord import pipeline
    from onrecord.cli import card, explained, work
    from onrecord.cli.known import Known
    from onrecord.cli.page import Page

    page = Page(plain=plain)
    known = Known(outlet=outlet, published=published).common
    refused, hits = 0, 0
    for one in inputs:
        try:
            read = work.read(one, known)
        except ReadError as error:
            refused += 1
            print(visible(str(error)), file=sys.stderr)
            continue
        record = pipeline.record(read)
        if explain is None:
            card.show(record, page, notes=work.notes(read), why=why, thought=thought)
        else:
            hits += explained.show(record, page, words=explain, explain=pipeline.explain)
    if explain is not None and not hits and not refused:
        raise UsageError(f"the words {explain!r} stand nowhere here; give a few words as they are printed")
    raise typer.Exit(1 if refused else 0)


def _inputs(paths: list[str], words: str | None) -> tuple[Input, ...]:
    """The inputs of the command; words to be explained may stand alone."""
    if not paths and words is not None:
        return (Input("--explain", data=words.encode()),)
    if not paths:
        raise UsageError("which article? `onrecord show PATH`, or - to read one from standard input")
    found = listed(paths)
    if not found.inputs:
        raise UsageError(f"no articles in {paths[0]}; looked for {FORMATS}")
    return found.inputs
