"""Who said what, according to whom, out of news articles; every field tied to characters of the text.

    import onrecord

    for record in onrecord.extract(["article.html"]):
        for attribution in record.attributions:
            print(attribution.speakers, attribution.content)

What `__all__` names is the whole public interface. Its classes are fetched when first used, so that importing
the package costs nothing.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from onrecord.errors import ModelError, NoTextError, OnRecordError, ReadError, UsageError
    from onrecord.exports.jsonl import from_json, to_json
    from onrecord.readers import Read
    from onrecord.record import Article, Attribution, Party, Record, Span

_HOMES = {
    "Article": "record",
    "Attribution": "record",
    "ModelError": "errors",
    "NoTextError": "errors",
    "OnRecordError": "errors",
    "Party": "record",
    "Read": "readers",
    "ReadError": "errors",
    "Record": "record",
    "Span": "record",
    "UsageError": "errors",
    "from_json": "exports.jsonl",
    "to_json": "exports.jsonl",
}

__all__ = [
    "Article",
    "Attribution",
    "ModelError",
    "NoTextError",
    "OnRecordError",
    "Party",
    "Read",
    "ReadError",
    "Record",
    "Span",
    "UsageError",
    "__version__",
    "extract",
    "from_json",
    "read",
    "to_json",
]


def extract(articles: "Iterable[str | PathLike[str] | Read]") -> "Iterator[Record]":
    """The record of each article: of files by their paths, or of what `read` gave."""
    from onrecord.pipeline import record
    from onrecord.readers import Read

    for article in articles:
        yield record(article if isinstance(article, Read) else read(article))


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
    value: object = getattr(import_module(f"onrecord.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, fetched or not."""
    return sorted(__all__)
