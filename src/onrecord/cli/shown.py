"""What `onrecord show` is to show: articles read now, and articles and statements of the store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.chosen import chosen
from onrecord.cli.decisions import Lines, by_statement, rejected
from onrecord.cli.stored import ID, naming, opened
from onrecord.cli.words import number
from onrecord.errors import UsageError
from onrecord.people import settled_list
from onrecord.pipeline import Outcome, attempt
from onrecord.readers.folder import FORMATS, listed
from onrecord.readers.given import Given
from onrecord.readers.item import Item
from onrecord.readers.opening import Reading, all_items
from onrecord.record import Attribution, Record

if TYPE_CHECKING:
    from onrecord.collection import Collection


@dataclass(frozen=True, slots=True)
class Shown:
    """An article, or what became of it; and the one statement that was asked for, where one was."""

    outcome: Outcome
    statement: Attribution | None = None
    decided: Lines = field(default_factory=dict)  # what people decided


def words(text: str, *, tagger: str, people: str = "") -> Iterator[Shown]:
    """Words that are to be explained by themselves."""
    item = Item("--explain", None, text.encode(errors="surrogateescape"))
    yield Shown(attempt(item, tagger=chosen(tagger), people=settled_list(people)))


def articles(
    paths: Sequence[str], given: Given, reading: Reading, store: Path, *, tagger: str, people: str = ""
) -> Iterator[Shown]:
    """The articles of all files, then those that are named by their ids."""
    ids = [path for path in paths if ID.fullmatch(path) and not Path(path).exists()]
    found = listed([path for path in paths if path not in ids])
    if not found.inputs and not ids:
        raise UsageError(f"no articles in {paths[0]}; looked for {FORMATS}")
    if found.inputs:
        known = settled_list(people)
        work = partial(attempt, largest=reading.largest, tagger=chosen(tagger), people=known)
        yield from map(Shown, map(work, all_items(found.inputs, lambda _: given, reading)))
    if ids:
        yield from _stored(ids, store)


def _stored(ids: Sequence[str], store: Path) -> Iterator[Shown]:
    if not store.exists():
        raise UsageError(f"there is no file or folder {ids[0]}, and no store {store} to look for that id in")
    with opened(store) as collection:
        for id_ in ids:
            article, _, statement = id_.partition(":")
            yield _seen(collection, collection.article(article), statement, store)


def _seen(collection: "Collection", article: str, statement: str, store: Path) -> Shown:
    """An article as people decided; a statement that is none is shown as it was found to who asks for it."""
    seen, found = collection.seen(article), collection.record(article)
    decided, gone = by_statement(seen), rejected(seen, found)
    asked = _statement(found, statement, store) if statement else None
    record = found
    if asked is None or asked.id not in gone:
        record = next(one for one in seen.records if one.article.id == article)
        asked = _statement(record, statement, store) if statement else None
    notes = (*decided.get(article, ()), *(f"{number(id_)} {line}" for id_ in gone for line in decided[id_]))
    outcome = Outcome(record.article.path, record.article.record, "read", found=record, notes=notes)
    return Shown(outcome, asked, decided)


def _statement(record: Record, name: str, store: Path) -> Attribution:
    for attribution in record.attributions:
        if attribution.id.endswith(f":{name}"):
            return attribution
    article = record.article.id
    raise UsageError(
        f"the article {article} has {len(record.attributions)} statements and no {name}; "
        f"`onrecord show {article}{naming(store)}` shows them"
    )
