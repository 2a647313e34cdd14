"""A page: what one reader found in one input, before what the user knows is laid over it."""

from dataclasses import dataclass

from onrecord.record import Credit, DateReport, Named, Zone


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one input with its zones, and what the input says about itself.

    HTML readers give a zone for every block; the plain reader only those it had to understand itself
    (a metadata line, a credit line). Evidence has `article=None` here: the article has no id yet.
    """

    text: str
    zones: tuple[Zone, ...]
    title: str | None
    language: str | None
    url: str | None
    outlet: Named | None
    authors: tuple[Named, ...]
    credits: tuple[Credit, ...]
    published: DateReport
    updated: DateReport
    reader: str  # "plain", "html (trafilatura 2.3.1)": the record's made_with.reader
    undecodable: int  # bytes and lone surrogates that became U+FFFD
