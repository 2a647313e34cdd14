"""`onrecord stats`: what the store holds and what is missing, counted."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options

if TYPE_CHECKING:
    from onrecord.cli.page import Page
    from onrecord.store.stats import Stats

FORMATS = ("text", "json")
INDENT = 2


def stats(
    store: options.Store = options.STORE,
    case: options.Case = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="text|json", help="To be read, or one JSON object.")
    ] = "text",
    plain: options.Plain = False,
) -> None:
    """Count what the store holds: articles and statements, outlets, months, speakers, and what is unknown."""
    from onrecord.cli.output import quiet_end, write_line
    from onrecord.cli.stored import one_of, opened

    one_of("--format", format_, FORMATS)
    with quiet_end(), opened(store, case=case) as collection:
        counted = collection.stats(case=case)
        if format_ == "json":
            import json
            from dataclasses import asdict

            write_line(json.dumps(asdict(counted), ensure_ascii=False, indent=1))
        else:
            from onrecord.cli.page import Page

            _show(counted, str(store) if case is None else f"{store}, case {case}", Page(plain=plain))


def _show(counted: "Stats", name: str, page: "Page") -> None:
    from onrecord.cli.bars import bars
    from onrecord.cli.terminal import one_line
    from onrecord.cli.words import times

    page.line(one_line(name), style="bold")
    page.line(f"{times(counted.articles, 'article')}, {times(counted.attributions, 'attribution')}")
    sections = (
        ("articles by outlet", counted.outlets, "no outlet known", True),
        ("articles by month", counted.months, "undated", True),
        ("articles by language", counted.languages, "not recognised", len(counted.languages) > 1),
        ("articles by case", counted.cases, "", len(counted.cases) > 1),
        ("statements by form", counted.forms, "", True),
        ("statements by mode", counted.modes, "", True),
        ("statements by speaker", counted.speakers, "nobody named", True),
    )
    for title, counts, unknown, wanted in sections:
        if counts and wanted:
            page.line()
            page.line(title, style="bold")
            for line in bars(counts, unknown=unknown, columns=page.width - INDENT):
                page.line(line, indent=INDENT)
