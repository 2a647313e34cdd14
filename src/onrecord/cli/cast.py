"""The people of one article for a person to read: each with names, descriptions and statements."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.cli import card
from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line
from onrecord.cli.words import joined, number, times
from onrecord.record import Entity, Party, Record, Span

HANG = 4


def show(record: Record, page: Page) -> None:
    """Print the article's header, its people, those with statements first, and who is not settled."""
    card.header(record.article, page)
    said = Counter(party.entity for one in record.attributions for party in one.speakers)
    told = Counter(party.entity for one in record.attributions for party in one.addressees)
    page.line()
    for entity in sorted(record.entities, key=lambda one: (-said[one.id], -len(one.mentions))):
        _entity(entity, page, said=said[entity.id], told=told[entity.id])
    for line in (*_near(record.entities), *_unsettled(record)):
        page.line(line, style="yellow", hang=HANG)
    if not record.entities:
        page.line("nobody is named", style="dim")
    page.line()


def _entity(entity: Entity, page: Page, *, said: int, told: int) -> None:
    line = Text(one_line(entity.name), style="bold" if entity.named else "italic")
    facts = [entity.kind or "", "" if entity.named else "not named"]
    facts += [times(said, "statement")] if said else []
    facts += [f"spoken to {times(told, 'time')}"] if told else []
    line.append("".join(f" · {fact}" for fact in facts if fact), style="dim")
    page.line(line, hang=HANG)
    called = [word for word in _counted(entity.mentions) if word != one_line(entity.name)]
    if called:
        page.line("called " + ", ".join(called), indent=HANG, hang=HANG)
    if entity.descriptions:
        page.line("described as " + ", ".join(_counted(entity.descriptions)), indent=HANG, hang=HANG)


def _counted(spans: Sequence[Span]) -> list[str]:
    """The different wordings in text order, with how often each stands there."""
    counts = Counter(one_line(span.text) for span in spans)
    return [word if count == 1 else f"{word} ({count})" for word, count in counts.items()]


def _near(entities: Sequence[Entity]) -> Iterator[str]:
    """People who share a last name: a bare last name may be either."""
    by_last: dict[str, list[str]] = {}
    for entity in entities:
        if entity.kind == "person" and entity.named:
            by_last.setdefault(entity.name.split()[-1].casefold(), []).append(one_line(entity.name))
    yield from (f"near names: {', '.join(names)}" for names in by_last.values() if len(names) > 1)


def _unsettled(record: Record) -> Iterator[str]:
    """The words that name a speaker nobody could be found for, with the numbers of their statements."""
    places: dict[str, list[str]] = {}
    for one in record.attributions:
        for party in one.speakers:
            if party.mention and _open(party):
                places.setdefault(joined(party.mention), []).append(number(one.id))
    for words, numbers in places.items():
        word = "statement" if len(numbers) == 1 else "statements"
        yield f"not settled: “{words}” in {word} {', '.join(numbers)}"


def _open(party: Party) -> bool:
    return party.entity is None
