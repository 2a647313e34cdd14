"""`onrecord judge`: what a person decides about statements in the store; kept, and never changed."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import settings
from onrecord.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.across.comparison import Fix, JudgementKind

IDS = "Ids of statements, as in 0f3a5c77:a2; 0f3a5c77:a2=WORDS means these words of one."
Ids = Annotated[list[str], typer.Argument(metavar="ID", help=IDS)]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Why; it is kept with the judgement.")]
Who = Annotated[str, typer.Option(metavar="NAME", envvar=settings.WHO.variable, help=settings.WHO.help)]

judge = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@judge.callback()
def _judge() -> None:
    """Decide what the machine cannot: which reports belong together, what a field says, what is no statement.

    A judgement is never changed, only undone; it outlives reading an article again. docs/judgements.md.
    """


@judge.command(short_help="These statements report one utterance.")
def join(
    ids: Ids, note: Note = None, who: Who = settings.WHO.default, store: options.Store = options.STORE
) -> None:
    """Say that statements, or the words of them that you name, report one utterance."""
    _take("join", ids, None, who=who, note=note, store=store)


@judge.command(short_help="The first statement is not a report of what the others report.")
def split(
    ids: Ids, note: Note = None, who: Who = settings.WHO.default, store: options.Store = options.STORE
) -> None:
    """Say that the first statement is not a report of what the others report."""
    _take("split", ids, None, who=who, note=note, store=store)


@judge.command(short_help="A field of a statement or an article says something else.")
def fix(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A statement's id; an article's for its own.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="speakers, said_on … (docs/judgements.md)")],
    to: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE", help="What it says; none: it is left open.")
    ] = None,
    note: Note = None,
    who: Who = settings.WHO.default,
    store: options.Store = options.STORE,
) -> None:
    """Say what a field of a statement says: its speakers, day, content, form, mode … or one of an article."""
    from onrecord.across.comparison import Fix

    _take("fix", [id_], Fix(field, tuple(to or ())), who=who, note=note, store=store)  # type: ignore[arg-type]


@judge.command(short_help="These are no statements.")
def reject(
    ids: Ids, note: Note = None, who: Who = settings.WHO.default, store: options.Store = options.STORE
) -> None:
    """Say that something found is no statement; it is shown and compared no more."""
    _take("reject", ids, None, who=who, note=note, store=store)


@judge.command(short_help="Take a judgement back.")
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `judge list` gives it.")],
    note: Note = None,
    who: Who = settings.WHO.default,
    store: options.Store = options.STORE,
) -> None:
    """Take back a judgement, yours or another's; an undo can be undone."""
    from onrecord.cli.output import quiet_end
    from onrecord.cli.stored import opened

    with quiet_end(), opened(store) as collection:
        _say(collection.undo(judgement, who=_name(who), note=note).id)


@judge.command("list", short_help="List what people decided.")
def list_(
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Only those with a passage that is not found again.")
    ] = False,
    store: options.Store = options.STORE,
) -> None:
    """List what people decided, the earliest first; what was undone and what is orphaned says so."""
    from onrecord.cli.decisions import listed
    from onrecord.cli.output import quiet_end, write_line
    from onrecord.cli.stored import opened

    with quiet_end(), opened(store) as collection:
        orphans = collection.orphaned()
        lost = {one.judgement for one in orphans}
        for one, lines in listed(collection.judgements(), orphans):
            if not orphaned or one.id in lost:
                write_line("\n    ".join(lines))


@judge.command("export", short_help="Write all judgements, one a line.")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file, or - for standard output.")],
    store: options.Store = options.STORE,
) -> None:
    """Write all judgements into a file, as JSON Lines; `judge import` reads them back, into any store."""
    from onrecord.cli.output import quiet_end, writing
    from onrecord.cli.stored import opened
    from onrecord.cli.words import times
    from onrecord.errors import UsageError
    from onrecord.exports.judgements import to_jsonl

    if str(file) != "-" and file.exists():
        raise UsageError(f"{file} is there already; give the name of a new file")
    with (
        quiet_end(),
        opened(store) as collection,
        writing(None if str(file) == "-" else file) as output,
    ):
        made = collection.judgements()
        for line in to_jsonl(made):
            output.write(line + "\n")
    print(times(len(made), "judgement"), file=sys.stderr)


@judge.command("import", short_help="Take in judgements made elsewhere.")
def import_(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="What `judge export` wrote; - reads it from standard input."),
    ],
    store: options.Store = options.STORE,
) -> None:
    """Take in what `judge export` wrote; what is there already is skipped, what is no judgement refused."""
    from onrecord.cli.stored import opened
    from onrecord.cli.terminal import visible
    from onrecord.exports.judgements import from_jsonl

    with opened(store) as collection:
        read = list(from_jsonl(_lines(file)))
        good = [one.judgement for one in read if one.judgement is not None]
        new = collection.take_judgements(good)
    for one in read:
        if one.judgement is None:
            print(visible(f"{file}, line {one.line}: no judgement: {one.why}"), file=sys.stderr)
    refused = len(read) - len(good)
    told = f"{len(read):,} read: {new:,} new, {len(good) - new:,} there already, {refused:,} refused"
    print(told, file=sys.stderr)
    raise typer.Exit(int(refused > 0))


def _lines(file: Path) -> list[str]:
    from onrecord.errors import UsageError

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}; give what `judge export` wrote"
        ) from error
    return data.decode("utf-8-sig", errors="replace").split("\n")


def _take(
    kind: "JudgementKind",
    ids: "Sequence[str]",
    value: "Fix | None",
    *,
    who: str,
    note: str | None,
    store: Path,
) -> None:
    from onrecord.cli.output import quiet_end
    from onrecord.cli.stored import opened

    with quiet_end(), opened(store) as collection:
        _say(collection.judge(kind, ids, value, who=_name(who), note=note).id)


def _say(id_: str) -> None:
    from onrecord.cli.output import write_line

    write_line(id_)


def _name(who: str) -> str:
    """As given, else as one is logged in."""
    return who or login()


def login() -> str:
    """As one is logged in; a machine may know no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
