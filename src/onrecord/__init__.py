"""Who said what, according to whom, out of news articles; every field tied to characters of the text.

    import onrecord

    for record in onrecord.extract(["article.html"]):
        for attribution in record.attributions:
            print(attribution.speakers, attribution.content)

What `__all__` names is the whole public interface. Its classes are fetched when first used, so that importing
the package costs nothing.
"""

import warnings
from collections.abc import Iterable, Iterator
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from onrecord.across.comparison import Comparison
    from onrecord.collection import Collection
    from onrecord.errors import (
        ModelError,
        NoTextError,
        OnRecordError,
        ReadError,
        ReadWarning,
        StoreError,
        TaggerWarning,
        UsageError,
    )
    from onrecord.exports.comparison import from_json as comparison_from_json
    from onrecord.exports.comparison import to_json as comparison_to_json
    from onrecord.exports.jsonl import from_json, to_json
    from onrecord.readers import Read
    from onrecord.readers.counts import Report
    from onrecord.record import Article, Attribution, Party, Record, Span

_HOMES = {
    "Article": "record",
    "Attribution": "record",
    "Collection": "collection",
    "Comparison": "across.comparison",
    "ModelError": "errors",
    "NoTextError": "errors",
    "OnRecordError": "errors",
    "Party": "record",
    "Read": "readers",
    "ReadError": "errors",
    "ReadWarning": "errors",
    "Record": "record",
    "Report": "readers.counts",
    "Span": "record",
    "StoreError": "errors",
    "TaggerWarning": "errors",
    "UsageError": "errors",
    "comparison_from_json": "exports.comparison:from_json",
    "comparison_to_json": "exports.comparison:to_json",
    "from_json": "exports.jsonl",
    "to_json": "exports.jsonl",
}

__all__ = [
    "Article",
    "Attribution",
    "Collection",
    "Comparison",
    "ModelError",
    "NoTextError",
    "OnRecordError",
    "Party",
    "Read",
    "ReadError",
    "ReadWarning",
    "Record",
    "Report",
    "Span",
    "StoreError",
    "TaggerWarning",
    "UsageError",
    "__version__",
    "compare",
    "comparison_from_json",
    "comparison_to_json",
    "extract",
    "from_json",
    "open",
    "read",
    "to_json",
]


def extract(
    articles: "str | PathLike[str] | Read | Iterable[str | PathLike[str] | Read]",
    *,
    min_confidence: float = 0.0,
    report: "Report | None" = None,
    tagger: str | None = None,
    people: str | PathLike[str] | None = None,
) -> "Iterator[Record]":
    """The record of each article: of files, folders, feeds, archives and tables by their paths, or of what
    `read` gave; of one or of many.

    A bad one never stops the others: `report` (an `onrecord.Report`) takes what became of each; without it a
    `ReadWarning` tells of every one that was refused. Attributions less sure than `min_confidence` are left
    out, and counted in `report.left_out`. `tagger` is "trained", "rules" or "best", else what ONRECORD_TAGGER
    says; where the network cannot run, "best" is rules alone, and a `TaggerWarning` says so.
    `people` is a file with your list of people, else the one ONRECORD_PEOPLE names (docs/people.md).
    """
    from functools import partial

    from onrecord.errors import ReadWarning
    from onrecord.exports.confident import checked, confident
    from onrecord.people import settled_list
    from onrecord.pipeline import attempt, record
    from onrecord.readers import Read
    from onrecord.readers.folder import listed
    from onrecord.readers.given import Given
    from onrecord.readers.opening import Reading, all_items
    from onrecord.tagger import settled

    reads = settled(tagger)
    listed_people = settled_list(people)
    work = partial(attempt, tagger=reads, people=listed_people)

    least = checked(min_confidence)

    def sure(found: "Record") -> "Record":
        kept = confident(found, least)
        if report is not None:
            report.leave_out(kept.left_out)
        return kept.record

    for article in [articles] if isinstance(articles, (str, PathLike, Read)) else articles:
        if isinstance(article, Read):
            yield sure(record(article, tagger=reads, people=listed_people))
            continue
        found = listed([str(article)])
        for outcome in map(work, all_items(found.inputs, lambda _: Given(), Reading())):
            if report is not None:
                report.take(outcome.path, outcome.record, outcome.fate, outcome.cause, outcome.message)
            elif outcome.fate == "refused":
                warnings.warn(str(outcome.message), ReadWarning, stacklevel=2)
            if outcome.found is not None:
                yield sure(outcome.found)
        if report is not None:
            for name in found.no_pages:
                report.take(name, None, "set aside", "no page")


def compare(
    articles: "str | PathLike[str] | Read | Record | Iterable[str | PathLike[str] | Read | Record]",
    *,
    people: str | PathLike[str] | None = None,
    report: "Report | None" = None,
    tagger: str | None = None,
) -> "Comparison":
    """The statements of many articles, each with all its reports, laid side by side word by word.

    Articles are given as to `extract`, or as the records that it made; one given twice counts once, and
    their order does not matter. `people`, `report` and `tagger` are as there. `compare` of what `open` gives
    keeps the result in a store, where adding a few articles does not mean comparing everything anew.
    """
    from onrecord import pipeline
    from onrecord.people import settled_list
    from onrecord.readers import Read
    from onrecord.record import Record

    def records() -> "Iterator[Record]":
        for one in [articles] if isinstance(articles, (str, PathLike, Read, Record)) else articles:
            if isinstance(one, Record):
                yield one
            else:
                yield from extract(one, report=report, tagger=tagger, people=people)

    return pipeline.compare(records(), people=settled_list(people))


def open(path: str | PathLike[str] = "onrecord.db", *, create: bool = True) -> "Collection":
    """The articles and statements kept in a file; it is made where it is missing."""
    from onrecord.collection import Collection

    return Collection(path, create=create)


def read(path: str | PathLike[str], *, outlet: str | None = None, published: str | None = None) -> "Read":
    """The article in a file, told page or plain text by what is in it; what you know of it goes first."""
    from pathlib import Path

    from onrecord.readers import Given, given_date, read_path

    day = None if published is None else given_date(published, where="published")
    return read_path(Path(path), name=str(path), given=Given(outlet=outlet, published=day))


def __getattr__(name: str) -> object:
    """Fetch a public name from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    home, _, called = _HOMES[name].partition(":")
    value: object = getattr(import_module(f"onrecord.{home}"), called or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, fetched or not."""
    return sorted(__all__)
