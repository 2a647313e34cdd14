"""What a search found, to be read: who with which cue, the words with the hit marked, where they stand."""

import re
from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line, visible
from onrecord.cli.words import sure
from onrecord.store.search import Hit

INDENT = 4


def show(hit: Hit, page: Page, decided: Sequence[str] = ()) -> None:
    """Print one hit in three fields, and what people decided about it."""
    who = Text(one_line(hit.speaker or "nobody named"), style="bold" if hit.speaker else "italic")
    if hit.cue:
        who.append(f"  [{one_line(hit.cue)}]", style="cyan")
    page.line(who, hang=INDENT)
    page.line(_marked(hit), indent=INDENT)
    page.line(" · ".join(_facts(hit)), indent=INDENT, style="dim")
    for line in decided:
        page.line(line, indent=INDENT, hang=INDENT, style="yellow")
    page.line()


def _marked(hit: Hit) -> Text:
    """The words with the hits in bold; cut at the hits first, so that offsets outlive the escaping."""
    words, at = Text(), 0
    for start, end in hit.marks:
        words.append(_readable(hit.snippet[at:start]))
        words.append(_readable(hit.snippet[start:end]), style="bold yellow")
        at = end
    words.append(_readable(hit.snippet[at:]))
    return words


def _readable(text: str) -> str:
    return visible(re.sub(r"\s+", " ", text))


def _facts(hit: Hit) -> Iterator[str]:
    yield one_line(hit.outlet or "outlet unknown")
    yield one_line((hit.published_on or "undated").partition("T")[0])  # the day; `show` has the hour
    yield f"{hit.form} {hit.mode}"
    if hit.polarity == "denied":
        yield "denied"
    if hit.said_on:
        yield f"said on {one_line(hit.said_on)}"
    yield sure(hit.confidence)
    yield hit.id
