"""`onrecord show`: articles with their statements, to be read in a terminal."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.cli.page import Page
    from onrecord.cli.shown import Shown

WHAT = "Files, folders, - for standard input; or ids of articles, statements, utterances in the store."


def show(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH|ID", help=WHAT)] = None,
    why: Annotated[bool, typer.Option("--why", help="Add the reasons for each statement.")] = False,
    thought: options.Thought = False,
    min_confidence: options.MinConfidence = 0.0,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Say what was found in sentences with these words, or why nothing."
        ),
    ] = None,
    outlet: options.Outlet = None,
    published: options.Published = None,
    columns: options.Columns = None,
    largest: options.Largest = settings.LARGEST.default,
    tagger: options.Tagger = settings.TAGGER.default,
    people: options.People = settings.PEOPLE.default,
    store: options.Store = options.STORE,
    plain: options.Plain = False,
) -> None:
    """Print articles with their statements readably: who said what, in which words, through whom.

    What is no file but looks like an id is looked up in the store; the id of a statement, as `onrecord
    search` gives it, shows that statement in its article, however sure it is; the id of an utterance, as
    `onrecord compare` gives it, shows all its reports side by side. With --explain and no PATH the words
    themselves are looked at.
    """
    from onrecord.cli import shown
    from onrecord.cli.output import quiet_end
    from onrecord.cli.page import Page
    from onrecord.cli.stored import utterances_of
    from onrecord.errors import UsageError
    from onrecord.readers.known import Known
    from onrecord.readers.opening import Reading
    from onrecord.readers.table.columns import mapping

    paths, utterances = utterances_of(paths or ())
    if utterances:
        from onrecord.cli import side_by_side

        side_by_side.show(utterances, store, Page(plain=plain), why=why)
        if not paths:
            return
    if not paths and explain is None:
        raise UsageError("which article? `onrecord show PATH`, or - to read one from standard input")
    if explain is not None and min_confidence:
        raise UsageError("--explain tells of everything it finds, however sure; leave out --min-confidence")
    given = Known(outlet=outlet, published=published).common
    reading = Reading(largest=largest, columns=mapping(columns))
    with quiet_end():
        if paths:
            everything = shown.articles(paths, given, reading, store, tagger=tagger, people=people)
        else:
            everything = shown.words(explain or "", tagger=tagger, people=people)
        if explain is None:
            page = Page(plain=plain)
            code = _show(everything, page, why=why, thought=thought, min_confidence=min_confidence)
        else:
            code = _explain(everything, Page(plain=plain), explain, tagger=tagger)
    raise typer.Exit(code)


def _show(
    everything: "Iterable[Shown]", page: "Page", *, why: bool, thought: bool, min_confidence: float
) -> int:
    from onrecord.cli import card, each, passage

    failed = False
    for one in everything:
        failed |= each.refused(one.outcome)
        record = one.outcome.found
        if record is not None and one.statement is not None:
            passage.show(record, one.statement, page, why=why, decided=one.decided)
        elif record is not None:
            notes = one.outcome.notes
            least = min_confidence
            card.show(
                record, page, notes=notes, why=why, thought=thought, min_confidence=least, decided=one.decided
            )
    return int(failed)


def _explain(everything: "Iterable[Shown]", page: "Page", words: str, *, tagger: str) -> int:
    from functools import partial

    from onrecord import pipeline
    from onrecord.cli import each, explained
    from onrecord.cli.chosen import chosen
    from onrecord.errors import UsageError

    failed, places = False, 0
    for one in everything:
        failed |= each.refused(one.outcome)
        if one.outcome.found is not None:
            why = partial(pipeline.explain, tagger=chosen(tagger))
            places += explained.show(one.outcome.found, page, words=words, explain=why)
    if not places and not failed:
        raise UsageError(f"the words {words!r} stand nowhere here; give a few words as they are printed")
    return int(failed)
