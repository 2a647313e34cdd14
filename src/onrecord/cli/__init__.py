"""The command line: one module per command, and nothing heavy imported before a command needs it."""

import sys
from typing import Annotated

import typer

import onrecord
from onrecord.cli.add import add
from onrecord.cli.backup import backup
from onrecord.cli.compare import compare
from onrecord.cli.dates import dates
from onrecord.cli.export import export
from onrecord.cli.extract import extract
from onrecord.cli.forget import forget
from onrecord.cli.judge import judge
from onrecord.cli.people import people
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.stats import stats
from onrecord.cli.terminal import visible
from onrecord.errors import OnRecordError, UsageError

# Rich help would be prettier and three times slower to start.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)
app.command(short_help="Print articles with their statements, to be read.")(show)
app.command(short_help="Print each article with its statements as a line of JSON.")(extract)
app.command(short_help="Lay the reports of each statement side by side, and flag what differs.")(compare)
app.command(short_help="List who is named in articles, and who is left unsettled.")(people)
app.command(short_help="List the dates of articles, and what conflicts.")(dates)
app.command(short_help="Put articles with their statements into the store.")(add)
app.command(short_help="Print the statements in the store that fit.")(search)
app.command(short_help="Open the reading room: pages to search and read the store.")(serve)
app.add_typer(judge, name="judge", short_help="Decide what the machine cannot, and list what was decided.")
app.command(short_help="Count what the store holds.")(stats)
app.command(short_help="Print what the store holds, as JSON Lines or CSV.")(export)
app.command(short_help="Take articles out of the store.")(forget)
app.command(short_help="Copy the store into a new file.")(backup)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"onrecord {onrecord.__version__}")
        raise typer.Exit


@app.callback()
def _onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the release and end.")
    ] = False,
) -> None:
    """Who said what, according to whom: attributed statements out of saved news articles.

    Start with: onrecord show article.html
    """


def main() -> None:
    """The command `onrecord`; an error becomes one line and an exit code, never a traceback."""
    try:
        app(prog_name="onrecord")  # also when started as `python -m onrecord`
    except OnRecordError as error:
        print(visible(f"onrecord: {error}"), file=sys.stderr)
        sys.exit(2 if isinstance(error, UsageError) else 1)
