"""The days words were passed on: of an enclosing statement, or carried on with the link of a chain."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.dates.reports import inherited
from onrecord.record import Attribution, ChainLink, DateReport, Span


def with_link_days(said: Mapping[str, Attribution]) -> dict[str, Attribution]:
    """The attributions with the days of their chains' links, as far as they are known."""
    days = {
        span: link.on
        for a in said.values()
        for link in a.chain
        for span in link.party.mention
        if link.on != DateReport()
    }
    return {
        number: replace(a, chain=tuple(_dated(link, said, days) for link in a.chain)) if a.chain else a
        for number, a in said.items()
    }


def _dated(link: ChainLink, said: Mapping[str, Attribution], days: Mapping[Span, DateReport]) -> ChainLink:
    """A link with the day of its own statement, or that of the same words passed on before."""
    if link.on != DateReport():
        return link
    outer = said.get(link.attribution or "")
    if outer is not None:
        return replace(link, on=outer.said_on)
    before = next((days[span] for span in link.party.antecedent if span in days), None)
    return link if before is None else replace(link, on=inherited(before))
