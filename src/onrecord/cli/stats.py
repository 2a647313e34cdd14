"""`onrecord stats`: what the store holds and what is missing, counted."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    from onrecord.cli.bars import MOST, bars
    from onrecord.cli.terminal import one_line

    page.line(one_line(name), style="bold")
    for line in _summary(counted):
        page.line(line)
    quoted = dict(list(counted.speakers.items())[:MOST])
    sections = (
        ("articles by outlet", counted.outlets, "no outlet known", bool(counted.articles)),
        ("articles by month", counted.months, "undated", bool(counted.articles)),
        ("articles by language", counted.languages, "not recognised", len(counted.languages) > 1),
        ("articles by case", counted.cases, "", len(counted.cases) > 1),
        ("statements by form", counted.forms, "", bool(counted.attributions)),
        ("statements by mode", counted.modes, "", bool(counted.attributions)),
        ("most quoted", quoted, "nobody named", bool(quoted)),
    )
    for title, counts, unknown, wanted in sections:
        if wanted:
            page.line()
            page.line(title, style="bold")
            for bar in bars(counts, unknown=unknown, columns=page.width - INDENT):
                page.line(bar, indent=INDENT)


def _summary(counted: "Stats") -> "Iterator[str]":
    from onrecord.cli.words import times

    thoughts = counted.modes.get("thought", 0)
    others = counted.articles - counted.analysed
    missing = (
        (counted.outlets.get("", 0), "without an outlet"),
        (counted.months.get("", 0), "undated"),
        (others, "in other languages, not searched for statements"),
        (counted.versions, "a later version of another one" if counted.versions == 1 else "later versions"),
    )
    yield f"{times(counted.articles, 'article')}, {times(counted.attributions, 'statement')}" + (
        f", {times(thoughts, 'thought')} among them" if thoughts else ""
    )
    told = [f"{number:,} {what}" for number, what in missing if number]
    if told:
        yield "of the articles " + ", ".join(told)
    if not counted.articles:
        yield "nothing yet; fill it with: onrecord add PATH…"
