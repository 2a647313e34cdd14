"""Agencies, republished publishers and translators named in credit lines and datelines."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from onrecord.record import Credit, CreditKind, Evidence

LONGEST_LINE = 200  # a longer line is a sentence of the report, whatever it mentions
DATELINE_WITHIN = 120  # characters of a paragraph in which its dateline ends
DASH = "[—–―]|--?"
NAME = r"[^\W\d_][^\n.;|()\[\]]{1,80}?"
REPUBLISHED = re.compile(
    rf"""(?:this\ (?:article|story|report|piece|column|interview)\ )?
    (?:(?:was|is|has\ been)\ )?(?:(?:re-?)?published|appeared|ran|re-?printed|reproduced|re-?posted)
    (?:\ (?:here|originally|first|previously|courtesy))*\ (?:by|in|on|from|at|with\ (?:the\ )?permission\ (?:of|from)|of)
    \ (?P<name>{NAME})(?:\ (?:on|under|and|in|with)\ .*)?|
    (?:originally|first)\ (?:published|appeared)\ (?:by|in|on|at)\ (?P<other>{NAME})(?:\ (?:on|under)\ .*)?""",
    re.VERBOSE | re.I,
)
TRANSLATED = re.compile(
    rf"""(?:translated(?:\ (?:from|into)\ (?:the\ )?[^\W\d_]+)?(?:\ (?:for|from)\ [^,.;]+?)?\ by\b[:\ ]*
    |(?:english\ )?translat(?:ion|or)s?\ ?(?:by\b|:)\ *)(?P<name>{NAME})""",
    re.VERBOSE | re.I,
)
LABELLED = re.compile(rf"(?:source|credit|agency|via|from|©|\(c\)|copyright)\s*:?\s*(?:©\s*|\d{{4}}\s*)*(?P<name>{NAME})", re.I)
WITH_INPUT = re.compile(r"(?:with|additional)\s+(?:inputs?|reporting|files?|material|agenc(?:y|ies))\b.{0,20}?(?:from|by|:)", re.I)
DATELINE = re.compile(
    rf"""[^\W\d_][^\n()]{{0,79}}?\((?P<name>[^\n()]{{2,40}})\)\s*(?:{DASH})
    |[^\W\d_][^\n()]{{0,59}}?[,/]\s*(?P<other>[^\W\d_][\w\ ]{{1,29}}?)\s*(?:{DASH})\s""",
    re.VERBOSE,
)
BRACKETS = "()[]{} \t\r\n.*_–—-|"


def credits(text: str, *, within: Sequence[tuple[int, int]] | None = None) -> tuple[Credit, ...]:
    """Every credit of a text, line by line, or of the stretches given; each name and kind once."""
    stretches = [(0, len(text))] if within is None else within
    found: dict[tuple[str, CreditKind], Credit] = {}
    for start, end in stretches:
        for line in re.finditer(r"[^\r\n]+", text[start:end]):
            for kind, name, at, to in _in_line(line[0]):
                at, to = start + line.start() + at, start + line.start() + to
                evidence = Evidence(None, "text", at, to, text[at:to])
                found.setdefault((name, kind), Credit(name, (evidence,), kind))
    return tuple(found.values())


def is_credit_line(line: str) -> bool:
    """Whether a line is nothing but a credit: no dateline, no sentence of the report."""
    line = line.strip()
    return len(line) <= LONGEST_LINE and any(_of_line(line))


def agency(words: str) -> str | None:
    """The news agency that these words are the name of."""
    words = words.strip(BRACKETS + "©")
    return _agencies().get(words) or _agencies().get(words.casefold()) if len(words) > 4 else _agencies().get(words)


def _in_line(line: str) -> Iterator[tuple[CreditKind, str, int, int]]:
    if len(line) <= LONGEST_LINE:
        yield from _of_line(line)
    dateline = DATELINE.match(line[:DATELINE_WITHIN].lstrip())
    if dateline:
        indent = len(line) - len(line.lstrip())
        group = "name" if dateline["name"] else "other"
        name = agency(dateline[group])
        if name:
            yield "agency", name, indent + dateline.start(group), indent + dateline.end(group)


def _of_line(line: str) -> Iterator[tuple[CreditKind, str, int, int]]:
    """The credits of a line that holds nothing else."""
    bare = line.strip(BRACKETS)
    at = line.find(bare)
    for kind, pattern in (("translator", TRANSLATED), ("republished-from", REPUBLISHED)):
        whole = pattern.fullmatch(bare)
        if whole:
            group = next(group for group, value in whole.groupdict().items() if value)
            yield kind, whole[group].strip(), at + whole.start(group), at + whole.end(group)  # type: ignore[misc]
            return
    labelled = LABELLED.fullmatch(bare)
    listed = WITH_INPUT.match(bare)
    if labelled and not any(map(agency, _listed(labelled["name"]))) and re.match("source|copyright|©", bare, re.I):
        return
    offset = labelled.start("name") if labelled else listed.end() if listed else 0
    names = list(re.finditer(r"[^,/&|;]+", bare[offset:]))
    known = [(agency(part), part) for part in _parts(bare, offset)]
    if names and known and all(name for name, _ in known):
        for name, part in known:
            start = bare.index(part.strip(), offset)
            yield "agency", str(name), at + start, at + start + len(part.strip())


def _parts(line: str, offset: int) -> list[str]:
    return [part for part in re.split(r",|/|&|\||;|\band\b|\bund\b", line[offset:]) if part.strip(BRACKETS)]


def _listed(names: str) -> list[str]:
    return _parts(names, 0)


@cache
def _agencies() -> dict[str, str]:
    table = tomllib.loads(files("onrecord.readers").joinpath("agencies.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for name, forms in table.items():
        for form in forms:
            found[form] = name
            if not form.isupper() and len(form) > 4:
                found[form.casefold()] = name
    return found
