"""`onrecord compare` of a store: the comparison is kept there, and what was found is told in short."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord import settings
from onrecord.cli.compare import as_text, show
from onrecord.cli.output import INTERRUPTED, Writable, quiet_end, writing
from onrecord.cli.progress import Stages
from onrecord.cli.stored import naming, opened
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.cli.page import Page
    from onrecord.collection import Collection
    from onrecord.store.comparison.state import Kept
    from onrecord.store.comparison.utterances import Line

LISTED = 5  # utterances that the summary names
FLAGS = 8  # kinds of flags
STEP = 4


def run(
    store: Path | None,
    case: str | None,
    format_: str | None,
    output: Path | None,
    *,
    given: Sequence[object],
    people: str,
    quiet: bool,
) -> None:
    """Bring what is kept up to date; print a summary, or with a format all of it."""
    import os

    if any(one is not None for one in given):
        raise UsageError("articles in a store are read already; those options go with a PATH, or with `add`")
    path = store or Path(os.environ.get(settings.STORE.variable) or settings.STORE.default)
    if output is not None and output.exists() and path.exists() and output.samefile(path):
        raise UsageError(f"--output {output} would write over the store itself; give it a name of its own")
    with quiet_end(), opened(path, case=case) as collection:
        kept = _compared(collection, path, case, people=people, quiet=quiet)
        with writing(output) as file:
            if format_ is None:
                _summary(kept, collection, path, _page(file, output))
            elif format_ == "text":
                comparison = collection.comparison(case=case)
                show(comparison) if output is None else file.write(as_text(comparison))
            else:
                for piece in collection.written(case=case, lines=format_ == "jsonl"):
                    file.write(piece)


def _compared(collection: "Collection", path: Path, case: str | None, *, people: str, quiet: bool) -> "Kept":
    before, stages = collection.compared(case=case), Stages(quiet=quiet)
    if before is not None and not quiet:
        for line in since(before):
            print(line, file=sys.stderr)
    try:
        return collection.compare(case=case, people=people or None, stage=stages)
    except KeyboardInterrupt:
        stages.end()
        stays = "what was kept before is as it was" if before is not None else "nothing was written"
        print(f"stopped while comparing {path}; {stays}", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    finally:
        stages.end()


def since(kept: "Kept") -> Iterator[str]:
    """What happened since a comparison was made."""
    from onrecord.cli.words import times

    told = (
        (kept.came, f"{times(kept.came, 'article')} came"),
        (kept.gone, f"{times(kept.gone, 'article')} forgotten or read anew"),
        (kept.judged, f"{times(kept.judged, 'judgement')} made"),
        (kept.other_release, "another release of onrecord compares"),
    )
    happened = [words for number, words in told if number]
    if happened:
        yield f"since {kept.made_at[:10]}: {', '.join(happened)}"
    else:
        yield f"nothing new since {kept.made_at[:10]}"


def _page(file: Writable, output: Path | None) -> "Page":
    from typing import IO, cast

    from onrecord.cli.page import Page

    return Page(plain=False, file=cast(IO[str], file) if output is not None else None)


def _summary(kept: "Kept", collection: "Collection", path: Path, page: "Page") -> None:
    from onrecord.cli.terminal import one_line
    from onrecord.cli.words import compared

    name = str(path) if kept.case is None else f"{path}, case {kept.case}"
    page.line(one_line(name), style="bold")
    page.line(compared(kept.articles, kept.utterances, kept.several))
    if kept.flags:
        flags = [f"{kind} {number:,}" for kind, number in list(kept.flags.items())[:FLAGS]]
        page.line(f"to be looked at {kept.flagged:,}: {', '.join(flags)}", hang=STEP)
    if kept.figures or kept.dates:
        page.line(f"groups of figures {kept.figures:,}, dates settled or in doubt {kept.dates:,}")
    several = collection.utterances(case=kept.case, several=True, limit=LISTED).items
    _list("most reported", several, page)
    flagged = collection.utterances(case=kept.case, flagged=True, order="flags", limit=LISTED).items
    _list("most to be looked at", flagged, page)
    if several:
        page.line()
        page.line(f"onrecord show {several[0].id}{naming(path)}", style="dim")


def _list(title: str, found: "Sequence[Line]", page: "Page") -> None:
    from onrecord.cli.terminal import one_line
    from onrecord.cli.words import times

    if not found:
        return
    page.line()
    page.line(title, style="bold")
    for one in found:
        flags = f", {times(one.flags, 'flag')}" if one.flags else ""
        page.line(
            f"{times(one.articles, 'article')}{flags}  {one_line(one.title)}  {one.id}",
            indent=STEP,
            hang=STEP,
        )
