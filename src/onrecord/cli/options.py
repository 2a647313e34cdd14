"""The options that several commands have, so that each means the same everywhere and is explained once."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord import settings

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published these articles.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="When: 2023-10-17, 2023-10 or 2023.")]
Manifest = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A CSV table of what you know: path,outlet,url,date,title."),
]
Columns = Annotated[
    str | None,
    typer.Option(metavar="OURS=THEIRS,…", help="Columns of tables, as in text=body,date=day."),
]
Largest = Annotated[
    int, typer.Option(min=1, metavar="N", envvar=settings.LARGEST.variable, help=settings.LARGEST.help)
]
ReportFile = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write the counts and every problem there, as JSON."),
]
Workers = Annotated[
    int, typer.Option(min=1, metavar="N", envvar=settings.WORKERS.variable, help=settings.WORKERS.help)
]
Quiet = Annotated[bool, typer.Option("--quiet", envvar=settings.QUIET.variable, help=settings.QUIET.help)]
Tagger = Annotated[
    str, typer.Option(metavar="WHICH", envvar=settings.TAGGER.variable, help=settings.TAGGER.help)
]
People = Annotated[
    str, typer.Option(metavar="FILE", envvar=settings.PEOPLE.variable, help=settings.PEOPLE.help)
]
Store = Annotated[
    Path, typer.Option(metavar="FILE", envvar=settings.STORE.variable, help=settings.STORE.help)
]
Case = Annotated[str | None, typer.Option(metavar="NAME", help="Only what was added to this case.")]
Thought = Annotated[bool, typer.Option("--thought", help="Add what somebody is said to think, want or plan.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        min=0, max=1, metavar="P", help="Leave out statements less likely to be right than P (0 to 1)."
    ),
]
Plain = Annotated[
    bool, typer.Option("--plain", help="No colours, and each field on one line however long it is.")
]

STORE = Path(settings.STORE.default)
