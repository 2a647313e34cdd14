"""Who said what, according to whom, out of news articles; every field tied to characters of the text.

    from onrecord import extract

    for record in extract(["article.html"]):
        for attribution in record.attributions:
            print(attribution.speakers, attribution.content)

The names below are the whole public interface. They are fetched when first used, so that importing the
package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from onrecord.errors import ModelError, NoTextError, OnRecordError, ReadError, UsageError
    from onrecord.record import Article, Attribution, Entity, Evidence, Party, Record, Span

_HOMES = {
    "Article": "record",
    "Attribution": "record",
    "Entity": "record",
    "Evidence": "record",
    "Party": "record",
    "Record": "record",
    "Span": "record",
    "ModelError": "errors",
    "NoTextError": "errors",
    "OnRecordError": "errors",
    "ReadError": "errors",
    "UsageError": "errors",
}

__all__ = [
    "Article",
    "Attribution",
    "Entity",
    "Evidence",
    "ModelError",
    "NoTextError",
    "OnRecordError",
    "Party",
    "ReadError",
    "Record",
    "Span",
    "UsageError",
    "__version__",
]


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
