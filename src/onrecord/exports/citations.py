"""Citing a statement where it stands: a plain line, BibTeX, CSL-JSON (which Zotero and pandoc read)."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.exports.deep_link import WEB, DeepLinks
from onrecord.exports.readable import called, day, pieces
from onrecord.record import Article, Attribution

LONGEST = 1000  # characters of the words that are cited
SIGNS = "&%$#_{}"  # of BibTeX
SPELT = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement with the article it stands in."""

    article: Article
    said: Attribution

    @property
    def id(self) -> str:
        """A key that any bibliography takes."""
        return f"onrecord-{self.said.id.replace(':', '-')}"

    @property
    def title(self) -> str:
        """The article's title, or its first line."""
        return _plain(self.article.title or self.article.text.strip().partition("\n")[0])

    @property
    def outlet(self) -> str:
        """Who published it."""
        return _plain(self.article.outlet.name) if self.article.outlet else ""

    @property
    def words(self) -> str:
        """Who said what, as printed."""
        who = " and ".join(filter(None, (called(one) for one in self.said.speakers))) or "nobody named"
        said = pieces(self.said.content)
        words = f"“{said}”" if self.said.form == "direct" else said
        return _plain(f"{who}: {words}")[:LONGEST]

    @property
    def published(self) -> str:
        """The day, as well as it is known."""
        return day(self.article.published_on).partition("T")[0]

    @property
    def link(self) -> str:
        """To the very words, where the article is on the web."""
        return DeepLinks(self.article).to(self.said.content) or ""


def plain(cited: Iterable[Cited]) -> Iterator[str]:
    """A line for each."""
    for one in cited:
        where = ", ".join(filter(None, (f"“{one.title}”", one.outlet, one.published or "undated")))
        yield f"{one.words} In: {where}. {one.link + ' ' if one.link else ''}[{one.said.id}]\n"


def bibtex(cited: Iterable[Cited]) -> Iterator[str]:
    """An entry for each."""
    for one in cited:
        fields = {
            "author": " and ".join(f"{{{_tex(_plain(author.name))}}}" for author in one.article.authors),
            "title": f"{{{_tex(one.title)}}}",
            "journal": _tex(one.outlet),
            "year": one.published[:4],
            "date": one.published,
            "url": _tex(one.link),
            "note": _tex(f"{one.words} [{one.said.id}]"),
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        yield f"@article{{{one.id},\n{lines}}}\n\n"


def csl(cited: Iterable[Cited]) -> Iterator[str]:
    """A list of objects."""
    every = [_csl(one) for one in cited]
    yield json.dumps(every, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def _csl(one: Cited) -> dict[str, object]:
    found = DATE.match(one.published)
    fields: dict[str, object] = {
        "id": one.id,
        "type": "article-newspaper",
        "title": one.title,
        "container-title": one.outlet,
        "author": [{"literal": _plain(author.name)} for author in one.article.authors],
        "issued": {"date-parts": [[int(part) for part in found.groups() if part]]} if found else None,
        "URL": one.link if WEB.match(one.link) else None,
        "note": f"{one.words} [{one.said.id}]",
    }
    return {name: value for name, value in fields.items() if value}


def _plain(text: str) -> str:
    """On one line, without what moves a cursor."""
    return BLANKS.sub(" ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()


def _tex(text: str) -> str:
    """With BibTeX's own signs as letters."""
    return "".join(SPELT.get(c, f"\\{c}" if c in SIGNS else c) for c in text)
