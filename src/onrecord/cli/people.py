"""`onrecord people`: who is named in each article, under which words, and who is left unsettled."""

from typing import Annotated

import typer

from onrecord import settings
from onrecord.cli import options

WHAT = "Files, folders, - for standard input; or ids of articles in the store."


def people(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|ID", help=WHAT)],
    outlet: options.Outlet = None,
    published: options.Published = None,
    columns: options.Columns = None,
    largest: options.Largest = settings.LARGEST.default,
    tagger: options.Tagger = settings.TAGGER.default,
    people: options.People = settings.PEOPLE.default,
    store: options.Store = options.STORE,
    plain: options.Plain = False,
) -> None:
    """List the people, organisations and groups of each article: their names, what else they are called and
    how they are described, how many statements are theirs; and the speakers nobody could be found for.
    """
    from onrecord.cli import cast, each

    given = each.known(outlet, published)
    code = each.article(
        paths,
        cast.show,
        given,
        columns=columns,
        largest=largest,
        tagger=tagger,
        people=people,
        store=store,
        plain=plain,
    )
    raise typer.Exit(code)
