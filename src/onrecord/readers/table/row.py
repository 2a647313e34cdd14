"""A row of a table as an item: its text unchanged, its other columns as what the user knows of it."""

from collections.abc import Callable, Iterator, Mapping

from onrecord.readers.encoding import REPLACEMENT, SURROGATE
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Told
from onrecord.readers.metadata import LANGUAGE, people
from onrecord.readers.outlets import host_of, outlet_of
from onrecord.readers.table.columns import columns
from onrecord.readers.table.rows import Broken, Row
from onrecord.readers.timestamps import edtf
from onrecord.record import DateReport, Evidence, Named

EITHER = "source"  # trafilatura's name for the address, others' for the outlet


def item(row: Row, path: str | None, *, kind: str, given: Given, mapped: Mapping[str, str]) -> Item | Broken:
    """The item that a row is; options of the command line go before its columns."""
    known = columns(row.values, mapped)
    text = _body(row, known["text"])
    page = None if text else _first(row, known["html"])
    if isinstance(text, Broken):
        return text
    if text is None and page is None:
        return Broken(row.record, "no text", "it has no text; fill its text column, or leave it out")
    if "\x00" in (text or ""):
        return Broken(row.record, "not understood", "its text holds NUL characters; take them out")
    about = _About(row, known, kind)
    of_row = given.of_items().over(about.given())
    if text is not None:
        return Item(path, row.record, text, "text", about.told(), of_row)
    body = (page[1] if page else "").encode(errors="replace")
    return Item(path, row.record, body, "page", about.told(charset="utf-8"), of_row)


def _body(row: Row, names: tuple[str, ...]) -> str | Broken | None:
    """The first text that is not blank, as it is; None where there is none."""
    strange = None
    for name in names:
        value = row.values.get(name)
        if isinstance(value, dict):
            value = "\n\n".join(_paragraphs(value))
        if isinstance(value, str):
            if value.strip():
                return value
        elif value is not None:
            why = f"its {name} is no text but {_kind(value)}; write it as one string"
            strange = strange or Broken(row.record, "not understood", why)
    return strange


def _paragraphs(body: Mapping[str, object]) -> Iterator[str]:
    """The paragraphs of an article as Fundus writes it: a summary, then sections with headlines."""
    yield from _strings(body.get("summary"))
    sections = body.get("sections")
    for section in sections if isinstance(sections, list) else ():
        if isinstance(section, dict):
            yield from _strings(section.get("headline"))
            yield from _strings(section.get("paragraphs"))


def _strings(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str) and one) if isinstance(value, list) else ()


def _kind(value: object) -> str:
    return (
        "a list" if isinstance(value, list) else "a number" if isinstance(value, (int, float)) else "no words"
    )


def _first(
    row: Row, names: tuple[str, ...], fits: Callable[[str], bool] = lambda _: True
) -> tuple[str, str] | None:
    """The first of these columns that says something, and what it says."""
    for name in names:
        words = _words(row.values.get(name))
        if words and (name.casefold() != EITHER or fits(words)):
            return name, words
    return None


def _words(value: object) -> str | None:
    """What a cell says in one string: names of a list, the name of a thing, a number as it is written."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = "; ".join(filter(None, map(_words, value)))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return SURROGATE.sub(REPLACEMENT, str(value)).strip() or None


class _About:
    """What a row says of its text."""

    def __init__(self, row: Row, known: Mapping[str, tuple[str, ...]], kind: str) -> None:
        self._kind = kind
        self.url = _first(row, known["url"], lambda words: host_of(words) is not None)
        self.outlet = _first(row, known["outlet"], lambda words: host_of(words) is None)
        self.title, self.date = _first(row, known["title"]), _first(row, known["date"])
        self.host, self.language = _first(row, known["host"]), _first(row, known["language"])
        self.author = _first(row, known["author"])

    def given(self) -> Given:
        """Address, title, outlet and date, as if the user had given them."""
        dated = self.date if self.date and edtf(self.date[1]) else None
        return Given(
            outlet=self.outlet[1] if self.outlet else None,
            published=dated[1] if dated else None,
            url=self.url[1] if self.url else None,
            title=" ".join(self.title[1].split()) if self.title else None,
            outlet_place=f"column {self.outlet[0]}" if self.outlet else "--outlet",
            published_place=f"column {dated[0]}" if dated else "--published",
        )

    def told(self, *, charset: str | None = None) -> Told:
        """What is not the user's word: the outlet of the address, authors, language, a date that is none."""
        outlet = outlet_of(self.url[1]) if self.url else None
        if outlet is None and self.host:
            outlet = outlet_of(self.host[1] if "//" in self.host[1] else f"https://{self.host[1]}")
        return Told(
            outlet=outlet,
            authors=self._authors(outlet),
            published=self._undated(),
            language=self._language(),
            charset=charset,
            reader=f"table ({self._kind})",
        )

    def _authors(self, outlet: Named | None) -> tuple[Named, ...]:
        if self.author is None:
            return ()
        return tuple(people([(f"column {self.author[0]}", self.author[1])], leave_out=outlet))

    def _undated(self) -> DateReport:
        """The words of a date that is no date, as evidence of that."""
        if self.date is None or edtf(self.date[1]):
            return DateReport()
        name, words = self.date
        return DateReport(basis="metadata", evidence=(Evidence(None, f"column {name}", None, None, words),))

    def _language(self) -> str | None:
        written = self.language[1].replace("_", "-") if self.language else ""
        return written if LANGUAGE.fullmatch(written) else None
