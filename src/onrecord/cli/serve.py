"""`onrecord serve`: the reading room, a site on the store for this machine's browser."""

import sys
from typing import Annotated

import typer

from onrecord import settings
from onrecord.cli import options


def serve(
    store: options.Store = options.STORE,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", envvar=settings.HOST.variable, help=settings.HOST.help)
    ] = settings.HOST.default,
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, metavar="N", envvar=settings.PORT.variable, help=settings.PORT.help),
    ] = settings.PORT.default,
    token: Annotated[
        str, typer.Option(metavar="WORDS", envvar=settings.TOKEN.variable, help=settings.TOKEN.help)
    ] = settings.TOKEN.default,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser on it.")] = True,
    who: Annotated[
        str, typer.Option(metavar="NAME", envvar=settings.WHO.variable, help=settings.WHO.help)
    ] = settings.WHO.default,
    tagger: options.Tagger = settings.TAGGER.default,
    people: options.People = settings.PEOPLE.default,
) -> None:
    """Serve the reading room on the store until it is stopped with Ctrl-C.

    It answers to this machine alone. With --host others can ask too, who then need the token at the end of
    the address that is printed.
    """
    import onrecord
    from onrecord.cli.chosen import chosen
    from onrecord.cli.judge import login
    from onrecord.cli.terminal import visible
    from onrecord.web import running
    from onrecord.web.serving import Serving, settled

    with onrecord.open(store):  # made where it is missing; what is wrong with it is told here
        pass
    serving = Serving(
        store,
        host,
        port,
        token or None,
        tagger=chosen(tagger),
        people=people or None,
        who=who or login() or "somebody",
    )
    asked = settled(serving)
    with running.bound(asked) as listening:
        print(visible(f"reading room on {store}: {listening.address}"), file=sys.stderr)
        print("stop it with Ctrl-C", file=sys.stderr)
        running.run(listening, browser=browser and sys.stderr.isatty())
