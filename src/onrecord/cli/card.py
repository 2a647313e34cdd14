"""One record for a person to read: a header, then each statement under the one it stands in."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rich.text import Text

from onrecord.cli.amount import amount
from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line
from onrecord.cli.words import content, date, facts, joined, number, people, sure, times
from onrecord.exports.confident import confident
from onrecord.readers.item import called
from onrecord.record import Article, Attribution, DateReport, Reason, Record

STEP = 4  # columns a nested statement stands further in
NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
HANG = 4  # columns its words stand further in than its number


def show(
    record: Record,
    page: Page,
    *,
    notes: Sequence[str],
    why: bool,
    thought: bool,
    min_confidence: float = 0.0,
    decided: Mapping[str, Sequence[str]] = NOTHING,
) -> None:
    """Print the article's header, what there is to know about it, and its statements."""
    kept = confident(record, min_confidence)
    record = kept.record
    shown = tuple(one for one in record.attributions if thought or one.mode != "thought")
    header(record.article, page)
    for note in notes:
        page.line(one_line(note), style="dim")
    given = figures_of(record)
    for attribution, depth in _tree(record.attributions, shown):
        page.line()
        statement(attribution, record.article, page, indent=depth * STEP, why=why)
        for line in decided.get(attribution.id, ()):
            page.line(line, indent=depth * STEP + HANG, hang=HANG, style="yellow")
        for line in given.get(attribution.id, ()):
            page.line(line, indent=depth * STEP + HANG, hang=HANG, style="dim")
    page.line()
    for line in _count(record, shown, unsure=kept.left_out, least=min_confidence):
        page.line(line, style="dim")
    page.line()


def figures_of(record: Record) -> dict[str | None, list[str]]:
    """The figures each statement gives, in words; under None those of the article itself."""
    lines: dict[str | None, list[str]] = {}
    for figure in record.figures:
        lines.setdefault(figure.according_to, []).append(f"figure: {amount(figure)}")
    return lines


def header(article: Article, page: Page) -> None:
    """What the article is; unknown is said."""
    page.line(one_line(f"{called(article.path, article.record)} · {article.id}"), style="dim")
    page.line(one_line(article.title or "no title"), style="bold")
    outlet = one_line(article.outlet.name) if article.outlet else "outlet unknown"
    page.line(" · ".join([outlet, _published(article.published_on), _language(article)]))
    for other in article.published_on.others:
        page.line(f"or {one_line(other.value or 'undated')} ({other.kind}: {one_line(other.why)})")
    if article.authors:
        page.line("by " + ", ".join(one_line(author.name) for author in article.authors))
    for credit in article.credits:
        page.line(f"{credit.kind}: {one_line(credit.name)}")


def _published(report: DateReport) -> str:
    return date(report) if report.value else "undated"


def _language(article: Article) -> str:
    return f"language {one_line(article.language)}" if article.language else "language unknown"


def statement(attribution: Attribution, article: Article, page: Page, *, indent: int, why: bool) -> None:
    """Print one statement: who and cue, the words, how it was said, and the reasons if they are wanted."""
    who = Text(f"{number(attribution.id):>2}  ", style="dim")
    who.append(people(attribution.speakers), style="bold" if attribution.speakers else "italic")
    if attribution.cue:
        who.append(f"  [{joined(attribution.cue)}]", style="cyan")
    page.line(who, indent=indent, hang=HANG)
    page.line(content(attribution, article.text), indent=indent + HANG)
    how = f"{facts(attribution)} · {sure(attribution.confidence)}"
    page.line(how, indent=indent + HANG, style="dim")
    if why:
        page.line(f"confidence {attribution.confidence:.2f}", indent=indent + HANG, style="magenta")
        for reason in attribution.reasons:
            page.line(_reason(reason), indent=indent + HANG, style="magenta")


def _reason(reason: Reason) -> str:
    score = "" if reason.score is None else f" {reason.score:.2f}"
    words = ", ".join(f"“{one_line(evidence.text)}”" for evidence in reason.evidence)
    return f"{reason.field}: {reason.by} {reason.name}{score}" + (f", from {words}" if words else "")


def _tree(
    everything: Sequence[Attribution], shown: Sequence[Attribution]
) -> Iterator[tuple[Attribution, int]]:
    """Each statement after the nearest shown one around it, with its depth."""
    around = {one.id: one.nested_in for one in everything}
    visible = {one.id for one in shown}
    below: dict[str | None, list[Attribution]] = {}
    for one in shown:
        outer = one.nested_in
        while outer is not None and outer not in visible:
            outer = around.get(outer)
        below.setdefault(outer, []).append(one)
    return _walk(below, None, 0)


def _walk(
    below: dict[str | None, list[Attribution]], outer: str | None, depth: int
) -> Iterator[tuple[Attribution, int]]:
    for one in below.get(outer, ()):
        yield one, depth
        yield from _walk(below, one.id, depth + 1)


def _count(record: Record, shown: Sequence[Attribution], *, unsure: int, least: float) -> Iterator[str]:
    left_out = len(record.attributions) - len(shown)
    yield times(len(shown), "statement")
    if left_out:
        yield f"{times(left_out, 'thought')} left out (beliefs, wishes, intentions); see them with --thought"
    if unsure:
        yield f"{times(unsure, 'statement')} less sure than {least:g} left out"
    if not record.attributions and not unsure and record.article.analysed:
        yield "nothing found; --explain TEXT says why a sentence is no statement"
