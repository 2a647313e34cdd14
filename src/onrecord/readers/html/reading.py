"""Saved web pages: the report's text in zones, and what the page says about itself."""

from collections.abc import Sequence
from datetime import date

from onrecord import settings
from onrecord.errors import NoTextError
from onrecord.readers.credits import credits
from onrecord.readers.html.blocks import Block, blocks
from onrecord.readers.html.decode import decode
from onrecord.readers.html.kinds import kinds
from onrecord.readers.html.main import READER, kept
from onrecord.readers.html.text import assemble
from onrecord.readers.html.tree import parse
from onrecord.readers.html.weight import weight
from onrecord.readers.lines import check_lines, lines
from onrecord.readers.metadata import Metadata, metadata
from onrecord.readers.page import Page
from onrecord.readers.size import check_size
from onrecord.record import Credit, Zone, ZoneKind

NOT_OF_THE_TEXT = ("caption", "credit", "furniture")  # who made a picture did not write the report


def read(
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    today: date | None = None,
    largest: int = settings.LARGEST.default,
) -> Page:
    """Read one page. `charset` is what its server declared; `today` bounds dates that are guesses."""
    page, undecodable = decode(data, charset=charset)
    check_size(weight(page), largest)
    tree = parse(page)
    about = metadata(tree, url=url, today=today or date.today())
    found = blocks(tree)
    check_lines(sum(lines(block.text) for block in found), largest)
    places, missing = kept(tree, found, url=about.url)
    text, zones = assemble(
        _parts(found, kinds(found, places, titles=about.titles, summaries=about.summaries), missing)
    )
    if not any(zone.kind in ("body", "headline") for zone in zones):
        raise NoTextError(_why_empty(found))
    return Page(
        text=text,
        zones=zones,
        title=_title(text, zones, about),
        language=about.language,
        url=about.url,
        outlet=about.outlet,
        authors=about.authors,
        credits=_credits(text, zones, about),
        published=about.published,
        updated=about.updated,
        reader=READER,
        undecodable=undecodable,
    )


def _parts(
    found: Sequence[Block], kind_of: Sequence[ZoneKind | None], missing: Sequence[str]
) -> list[tuple[str, ZoneKind]]:
    parts = [(block.text, kind) for block, kind in zip(found, kind_of, strict=True) if kind]
    in_page = sum(len(text) for text, kind in parts if kind == "body")
    if sum(map(len, missing)) > in_page:  # the text is not among the elements, only in the page's data
        parts = [part for part in parts if part[1] != "body"] + [(line, "body") for line in missing]
    return parts


def _title(text: str, zones: Sequence[Zone], about: Metadata) -> str | None:
    shown = next((text[zone.start : zone.end] for zone in zones if zone.kind == "headline"), None)
    return " ".join(shown.split("\n")) if shown else next(iter(about.titles), None)


def _credits(text: str, zones: Sequence[Zone], about: Metadata) -> tuple[Credit, ...]:
    lines = [(zone.start, zone.end) for zone in zones if zone.kind not in NOT_OF_THE_TEXT]
    printed = credits(text, within=lines)
    known = {(credit.name, credit.kind) for credit in printed}
    return printed + tuple(credit for credit in about.credits if (credit.name, credit.kind) not in known)


def _why_empty(found: Sequence[Block]) -> str:
    if not found:
        return "the page shows no text without its scripts; save it from a browser once it has loaded"
    return "no text of a report found in the page; save the article's own page, or its text as .txt"
