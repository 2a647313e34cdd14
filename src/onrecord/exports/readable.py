"""Parts of a record in words, for a cell, a terminal or a page: names, dates, chains, marks, reasons."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.record import Article, ChainLink, Credit, DateReport, Mark, OtherDate, Party, Reason, Span

PIECES = " … "  # between the pieces of one thing
THINGS = "; "  # between several things
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OPEN = ".."  # an open side of an interval, as EDTF writes it; and "12..40" is no date to a spreadsheet


def pieces(spans: Sequence[Span]) -> str:
    """The words of something that may stand in several pieces."""
    return PIECES.join(span.text for span in spans)


def places(spans: Sequence[Span]) -> str:
    """Where the pieces stand: `12..40; 57..80`."""
    return THINGS.join(f"{span.start}..{span.end}" for span in spans)


def things(texts: Iterable[str]) -> str:
    """Several things, each in its place even where nothing is known of one; nothing when there are none."""
    listed = list(texts)
    return THINGS.join(listed) if any(listed) else ""


def times(count: int, thing: str) -> str:
    """How many of them: 1 statement, 1,204 statements."""
    return f"{count:,} {thing}" + ("" if count == 1 else "s")


def letter(number: int) -> str:
    """What the reports of an utterance are called: A, B, C …; after Z numbers."""
    return LETTERS[number] if number < len(LETTERS) else str(number + 1)


def outlet(article: Article) -> str:
    """What an article is called by: its outlet, else its file."""
    file = " ".join(filter(None, ((article.path or "").rpartition("/")[2], article.record)))
    return article.outlet.name if article.outlet else file or article.id


def called(party: Party) -> str:
    """The name of somebody, else the words that settle who it is, else the words of the statement."""
    return party.name or pieces(party.antecedent) or pieces(party.mention)


def yes(value: bool) -> str:
    """`true` or `false`, as JSON, R and pandas write and read it."""
    return "true" if value else "false"


def day(date: DateReport | OtherDate) -> str:
    """A date, or the interval it lies in, in EDTF: `2023-10`, `2023-10-16/2023-10-19`, `../2023-10-19`."""
    if date.value or date.range is None:
        return date.value or ""
    return "/".join(bound or OPEN for bound in date.range)


def other_days(date: DateReport) -> str:
    """What else the date could be, and why that was not chosen."""
    return THINGS.join(f"{other.kind} {day(other)}: {other.why}" for other in date.others)


def credit(one: Credit) -> str:
    """Whom a credit line names, and as what."""
    return f"{one.name} ({one.kind})"


def chain(links: Iterable[ChainLink]) -> str:
    """Who passed the words on, nearest the speaker first: `agency Tasnim (quoting, 2023-10-17)`."""
    return THINGS.join(map(_link, links))


def _link(link: ChainLink) -> str:
    how = ", ".join(filter(None, (pieces(link.cue), day(link.on))))
    return " ".join(filter(None, (link.role, called(link.party), f"({how})" if how else "")))


def marks(found: Iterable[Mark]) -> str:
    """How many marks of each kind there are: `bracket 2; ellipsis 1`."""
    return THINGS.join(f"{kind} {number}" for kind, number in Counter(one.kind for one in found).items())


def reason(one: Reason) -> str:
    """Why a field says what it says: `speakers: rule nearest-name 0.9`."""
    score = "" if one.score is None else f" {number(one.score)}"
    return f"{one.field}: {one.by} {one.name}{score}"


def number(value: float) -> str:
    """With three decimals at most, as everywhere."""
    return str(round(value, 3))
