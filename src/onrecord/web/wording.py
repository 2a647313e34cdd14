"""How pages put things: days, names, numbers, how sure something is."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.exports.readable import day as day
from onrecord.exports.readable import pieces as pieces
from onrecord.exports.readable import times as times
from onrecord.record import Article, ChainLink, DateReport, Figure, Party, Setting
from onrecord.store.rows import printed
from onrecord.store.search import Hit

LONGEST = 200  # characters of a first line that stands for a title
FIXED = "\u00a0"  # a blank at which no line ends
NOBODY = "nobody named"
KNOWN = {
    "explicit": "stands in the text",
    "relative": "counted from another day",
    "metadata": "from the page's metadata",
    "given": "given by you",
    "inherited": "taken over from around it",
    "bounded": "between two days",
    "repeated": "on several days",
    "other-article": "known from another article",
    "none": "not known",
}


def label(article: Article) -> str:
    """What an article is called: its title, or where there is none its first line."""
    first = article.text.strip().partition("\n")[0].strip()
    return article.title or first[:LONGEST] or "without a title"


def sure(confidence: float) -> str:
    """How probably a statement is right, in whole per cent; never quite sure, and never quite wrong."""
    return f"{min(max(round(100 * confidence), 1), 99)}{FIXED}%{FIXED}sure"


def people(parties: Sequence[Party]) -> str:
    """Who, as printed, with who that is where other words settle it: she (Anneke Roos)."""
    return " and ".join(filter(None, map(printed, parties))) or NOBODY


def when(report: DateReport) -> str:
    """A day as it is known; nothing where nothing is."""
    known = day(report)
    if known:
        return known.partition("T")[0]
    return "".join(f"“{one.text}”, which day is open" for one in report.evidence[:1])


def short_day(written: str | None) -> str:
    """A day out of a list: without the time of day."""
    return (written or "").partition("T")[0] or "undated"


def known(report: DateReport) -> str:
    """How a day is known."""
    how = KNOWN[report.basis]
    return f"{how} ({report.anchor})" if report.anchor else how


def setting(one: Setting) -> str:
    """A channel, occasion or venue in words."""
    return one.name or one.kind or ""


def link(one: ChainLink) -> str:
    """One of those who passed the words on."""
    cue = f" ({pieces(one.cue)})" if one.cue else ""
    on = f", {when(one.on)}" if when(one.on) else ""
    return f"{people([one.party])}{cue}{on}"


def hops(number: int) -> str:
    """Through how many hands something went."""
    return "at first hand" if number == 0 else f"through {times(number, 'hand')}"


def figure(one: Figure) -> str:
    """A quantity as it stands in the text, with what it counts."""
    is_said = one.counts is None or one.counts.name in one.span.text
    counts = f" · {one.counts.name}" if one.counts and not is_said else ""
    return f"{one.span.text}{counts}"


def marked(hit: Hit) -> tuple[tuple[str, bool], ...]:
    """The words of a hit in pieces, those that were looked for marked."""
    edges = sorted({0, len(hit.snippet), *(at for mark in hit.marks for at in mark)})
    inside = [range(*mark) for mark in hit.marks]
    return tuple(
        (hit.snippet[start:end], any(start in one for one in inside)) for start, end in pairwise(edges)
    )
