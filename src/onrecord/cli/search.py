"""`onrecord search`: statements in the store, by words and by what is known of them."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.store.search import Found

FORMATS = ("text", "jsonl")
LIMIT = 20  # hits: about what a person reads before asking more exactly
MORE = 5  # times as many are proposed as were shown
WORDS = "All must stand in it; also 'this OR that', 'begin*', 'this -without', '\"a phrase\"'."
DATES = "When: 2023, 2023-10, 2023-10-17, or from/to, as in 2023-10/2024."


def search(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help=WORDS)] = None,
    store: options.Store = options.STORE,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Words of who said it.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Part of who published it.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help=DATES)] = None,
    form: Annotated[str | None, typer.Option(metavar="FORM", help="direct, indirect or mixed.")] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="speech, writing or thought.")] = None,
    thought: options.Thought = False,
    case: options.Case = None,
    min_confidence: options.MinConfidence = 0.0,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Most hits printed.")] = LIMIT,
    format_: Annotated[
        str, typer.Option("--format", metavar="text|jsonl", help="To be read, or a JSON object per hit.")
    ] = "text",
    plain: options.Plain = False,
) -> None:
    """Print the statements that fit, the best first; without WORDS the newest first.

    Each comes with its id: `onrecord show ID` shows it in its article.
    """
    import json
    from dataclasses import asdict
    from typing import get_args

    from onrecord import record
    from onrecord.cli import hits
    from onrecord.cli.decisions import about
    from onrecord.cli.output import quiet_end, write_line
    from onrecord.cli.page import Page
    from onrecord.cli.stored import one_of, opened

    one_of("--format", format_, FORMATS)
    asked = " ".join(words or ())
    one_form: record.Form | None = one_of("--form", form, get_args(record.Form))
    one_mode: record.Mode | None = one_of("--mode", mode, get_args(record.Mode))
    with quiet_end(), opened(store, case=case) as collection:
        found = collection.search(
            asked,
            speaker=speaker,
            outlet=outlet,
            date=date,
            form=one_form,
            mode=one_mode,
            thought=thought,
            case=case,
            min_confidence=min_confidence,
            limit=limit,
        )
        if format_ == "jsonl":
            for hit in found.hits:
                write_line(json.dumps(asdict(hit), ensure_ascii=False, separators=(",", ":")))
        else:
            page, decided = Page(plain=plain), about(collection, [hit.id for hit in found.hits])
            for hit in found.hits:
                hits.show(hit, page, decided.get(hit.id, ()))
    filters: dict[str, object] = {
        "speaker": speaker,
        "outlet": outlet,
        "date": date,
        "form": form,
        "mode": mode,
        "case": case,
    }
    filters["min-confidence"] = min_confidence or None
    narrowed = [f"--{name}" for name, value in filters.items() if value is not None]
    if found.left_out:
        print(f"{found.left_out:,} less sure than {min_confidence:g} left out", file=sys.stderr)
    for line in _closing(found, words=asked, narrowed=narrowed, thought=thought):
        print(line, file=sys.stderr)


def _closing(found: "Found", *, words: str, narrowed: "Sequence[str]", thought: bool) -> "Iterator[str]":
    """How many there are, and how to see the others; when there is none, what to try."""
    shown = len(found)
    if shown:
        more = f"; more with --limit {min(found.total, shown * MORE)}" if shown < found.total else ""
        yield f"{shown:,} of {'more than ' if found.more else ''}{found.total:,}{more}"
        return
    if not words and not narrowed:
        yield "there are no statements in this store; fill it with: onrecord add PATH…"
        return
    yield "nothing found"
    if len(words.split()) > 1:
        yield "try fewer words, or any of them: 'this OR that'"
    elif words:
        yield "try the beginning of the word with a star: 'begin*'"
    if narrowed:
        yield f"try without {' or '.join(narrowed)}"
    if not thought:
        yield "what somebody is said to think, want or plan is searched with --thought"
