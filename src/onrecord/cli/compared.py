"""A comparison for a person to read: statements with several reports first, then figures and dates."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.across.comparison import Comparison, Derivation, FigureGroup, SettledDate, Utterance
from onrecord.cli.laid import LEGEND, Known, rows
from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line
from onrecord.cli.words import date, joined, people, times, when
from onrecord.exports import readable
from onrecord.record import Article, Attribution, DateReport, Flag, Record

STEP = 4
DAY = 10  # characters of a date without the time
FIGURES = {
    "conflict": 0,
    "undetermined": 1,
    "different-scope": 2,
    "less-precise": 3,
}  # what is told, in order


def show(comparison: Comparison, page: Page) -> None:
    """Print all of it; statements with most reports come first."""
    pile = _Pile(comparison.articles)
    several = [one for one in comparison.utterances if len(one.variants) > 1]
    alone = [one for one in comparison.utterances if len(one.variants) == 1]
    page.line(f"{times(len(comparison.articles), 'article')}, {times(len(several), 'statement')} "
              f"with several reports, {len(alone):,} with one", style="bold")  # fmt: skip
    for line in LEGEND if several else ():
        page.line(line, style="dim")
    for number, one in enumerate(sorted(several, key=pile.weight), start=1):
        page.line()
        _utterance(number, one, pile, page)
    _figures(comparison.figures, page)
    _dates(comparison.dates, pile, page)
    _flags(comparison.flags, page)
    _alone(alone, pile, page)


def show_one(one: Utterance, articles: Sequence[Record], page: Page, *, why: bool = False) -> None:
    """Print one utterance; `articles` are those of its reports."""
    pile = _Pile(articles)
    for line in LEGEND if len(one.variants) > 1 else ():
        page.line(line, style="dim")
    _utterance(None, one, pile, page)
    letters = _letters(one, pile)
    for variant in one.variants if why else ():
        reasons = [
            f"{reason.name} {reason.score:.2f}" for reason in variant.reasons if reason.score is not None
        ]
        if reasons:
            page.line(
                f"{letters[variant.attribution]} belongs here: {', '.join(reasons)}", indent=STEP, hang=STEP
            )


class _Pile:
    """Articles and their attributions by their ids."""

    def __init__(self, articles: Sequence[Record]) -> None:
        self.records = {record.article.id: record for record in articles}
        self.known: Known = {
            one.id: (one, record.article.text) for record in articles for one in record.attributions
        }

    def article(self, attribution: str) -> Article:
        return self.records[attribution.rpartition(":")[0]].article

    def weight(self, one: Utterance) -> tuple[int, int, int, str]:
        """Most articles first, then most flags, then most reports."""
        articles = {self.article(variant.attribution).id for variant in one.variants}
        return -len(articles), -len(one.flags), -len(one.variants), one.id


def outlet(article: Article) -> str:
    """What an article is called, fit for a terminal."""
    return one_line(readable.outlet(article))


def _utterance(number: int | None, one: Utterance, pile: _Pile, page: Page) -> None:
    who = " and ".join(one_line(speaker.name or "somebody") for speaker in one.speakers) or "nobody named"
    head = Text(f"{number}  " if number is not None else "", style="dim") + Text(who, style="bold")
    head.append(f", {_on(one.said_on)}")
    for setting in (one.occasion, one.venue):
        if setting is not None and setting.name:
            head.append(f" · {one_line(setting.name)}")
    page.line(head, hang=STEP)
    for other in one.said_on.others:
        page.line(f"or another day: {one_line(other.why)}", indent=STEP, hang=STEP)
    letters = _letters(one, pile)
    for variant in sorted(one.variants, key=lambda v: list(letters).index(v.attribution)):
        attribution, _ = pile.known[variant.attribution]
        page.line(_report(letters[variant.attribution], attribution, variant.standing, pile),
                  indent=STEP, hang=STEP)  # fmt: skip
    page.line()
    _table(one, letters, pile, page)
    lines = (*_origins(one.derivations, letters), *_first(one, letters))
    if lines or one.flags:
        page.line()
    for flag in one.flags:
        page.line(
            Text(f"! {flag.kind}: ", style="yellow") + one_line(flag.explanation), indent=STEP, hang=STEP
        )
    for line in lines:
        page.line(line, indent=STEP, hang=STEP, style="dim")


def _on(said: DateReport) -> str:
    """The day and how it is known."""
    if said.value is None:
        return when(said) or "on an unknown day"
    known = "known from another article" if said.basis == "other-article" else said.basis
    return f"on {one_line(said.value)} ({known})"


def _letters(one: Utterance, pile: _Pile) -> dict[str, str]:
    """A for the base, the others by the day, the outlet and their place."""

    def place(id_: str) -> tuple[bool, str, str, int, str]:
        attribution, _ = pile.known[id_]
        article = pile.article(id_)
        day = article.published_on.value or "~"
        return id_ != one.base, day, outlet(article), attribution.content[0].start, id_

    ordered = sorted((variant.attribution for variant in one.variants), key=place)
    return {id_: readable.letter(number) for number, id_ in enumerate(ordered)}


def _report(name: str, attribution: Attribution, standing: str, pile: _Pile) -> Text:
    article = pile.article(attribution.id)
    day = one_line((article.published_on.value or "undated")[:DAY])
    line = Text(f"{name}  ", style="bold") + Text(f"{outlet(article)}, {day}")
    cue = f" [{joined(attribution.cue)}]" if attribution.cue else ""
    line.append(f" · {people(attribution.speakers)}{cue} · {attribution.form}")
    if attribution.zone != "body":
        line.append(f", in the {attribution.zone}")
    if standing == "possible":
        line.append(" · perhaps another statement")
    line.append(f" · {attribution.id}", style="dim")
    return line


def _table(one: Utterance, letters: dict[str, str], pile: _Pile, page: Page) -> None:
    for lines in rows(one.readings, letters, pile.known):
        for whose, mark, words in lines:
            start = f"{whose} {mark} "
            style = "" if mark == "=" else "bold"
            page.line(Text(start + words, style=style), indent=STEP, hang=len(start))


def _origins(derivations: Sequence[Derivation], letters: dict[str, str]) -> Iterator[str]:
    for one in derivations:
        if one.kind != "undetermined":
            first, second = letters[one.from_], letters[one.to]
            said = f"{second} is made from {first}" if one.directed else f"{first} and {second}"
            reasons = ", ".join(dict.fromkeys(one_line(reason.name) for reason in one.reasons))
            yield f"{said}: {one.kind} ({reasons})"


def _first(one: Utterance, letters: dict[str, str]) -> Iterator[str]:
    first, candidates, why = one.first_report.attribution, one.first_report.candidates, one.first_report.why
    if first is not None or len(candidates) > 1:
        yield f"first report: {letters[first] if first else 'not known'}. {one_line(why)}"


def _figures(groups: Sequence[FigureGroup], page: Page) -> None:
    told = sorted(
        (one for one in groups if one.relation in FIGURES), key=lambda g: (FIGURES[g.relation], g.id)
    )
    if not told:
        return
    page.line()
    page.line("Figures that are not the same everywhere", style="bold")
    for one in told:
        page.line(
            Text(f"{one.relation}: ", style="yellow") + one_line(one.explanation), indent=STEP, hang=STEP
        )


def _flags(flags: Sequence[Flag], page: Page) -> None:
    if flags:
        page.line()
        page.line("Articles beside each other", style="bold")
    for flag in flags:
        page.line(f"! {flag.kind}: {one_line(flag.explanation)}", indent=STEP, hang=STEP)


def _dates(dates: Sequence[SettledDate], pile: _Pile, page: Page) -> None:
    if not dates:
        return
    page.line()
    page.line("Dates that other articles settle, and articles with several dates", style="bold")
    for one in dates:
        record = pile.records[one.article]
        words = next((d.span.text for d in record.dates if d.id == one.date), None)
        what = f"“{one_line(words)}”" if words else "its own date"
        page.line(
            f"{outlet(record.article)}, {what}: {_day(one.on, pile, one.article)}", indent=STEP, hang=STEP
        )
        for other in one.on.others:
            page.line(f"{other.kind}: {one_line(other.value or '')} {one_line(other.why)}", indent=2 * STEP)


def _day(on: DateReport, pile: _Pile, article: str) -> str:
    """The day, and the words of other articles that settle it."""
    told = date(on) if on.value and on.basis != "other-article" else one_line(on.value or when(on) or "open")
    others = {
        e.article: e for e in reversed(on.evidence) if e.article in pile.records and e.article != article
    }
    known = [f"{outlet(pile.records[id_].article)} “{one_line(e.text)}”" for id_, e in sorted(others.items())]
    return f"{told}, by {', '.join(known)}" if known else told


def _alone(utterances: Sequence[Utterance], pile: _Pile, page: Page) -> None:
    if not utterances:
        return
    page.line()
    page.line("Reported once", style="bold")
    for one in utterances:
        attribution, _ = pile.known[one.base]
        said = joined(attribution.content)
        line = Text(f"{outlet(pile.article(one.base))}: {people(attribution.speakers)}: {said}")
        line.truncate(max(page.width - STEP, 2 * STEP), overflow="ellipsis")
        page.line(line, indent=STEP)
