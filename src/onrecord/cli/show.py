"""`onrecord show`: articles with their statements, to be read in a terminal."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.terminal import visible
from onrecord.errors import UsageError
from onrecord.readers.folder import FORMATS, listed

if TYPE_CHECKING:
    from onrecord.readers.given import Given
    from onrecord.readers.item import Item, Passed


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
    from onrecord import pipeline
    from onrecord.cli import card, explained
    from onrecord.cli.page import Page
    from onrecord.readers.known import Known

    if not paths and explain is None:
        raise UsageError("which article? `onrecord show PATH`, or - to read one from standard input")
    given = Known(outlet=outlet, published=published).common
    page = Page(plain=plain)
    refused, hits = False, 0
    for outcome in map(pipeline.attempt, _items(paths or [], explain, given)):
        refused |= outcome.fate == "refused"
        if outcome.message is not None:
            print(visible(outcome.message), file=sys.stderr)
        if outcome.found is None:
            continue
        if explain is None:
            card.show(outcome.found, page, notes=outcome.notes, why=why, thought=thought)
        else:
            hits += explained.show(outcome.found, page, words=explain, explain=pipeline.explain)
    if explain is not None and not hits and not refused:
        raise UsageError(f"the words {explain!r} stand nowhere here; give a few words as they are printed")
    raise typer.Exit(1 if refused else 0)


def _items(paths: list[str], words: str | None, given: "Given") -> Iterator["Item | Passed"]:
    """What the paths hold; words to be explained may stand alone."""
    from onrecord.readers.item import Item
    from onrecord.readers.opening import Reading, all_items

    if not paths and words is not None:
        yield Item("--explain", None, words.encode())
        return
    found = listed(paths)
    if not found.inputs:
        raise UsageError(f"no articles in {paths[0]}; looked for {FORMATS}")
    yield from all_items(found.inputs, lambda _: given, Reading())
