"""Agencies, republished publishers and translators named in credit lines and datelines."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.record import Credit, CreditKind, Evidence

LONGEST_LINE = 200  # characters; a longer line is a paragraph of the report, whatever it mentions
DATELINE_WITHIN = 120  # characters of a paragraph in which its dateline ends
LEAST_FOLDED = 5  # letters; a shorter form ("AP", "dpa") is matched as it is written only
FRAME = '()[]{}.*_–—-|"“” \t\xa0'  # what may stand around a credit
NAME = r"(?P<name>[^\W\d_][^\n;|()\[\]]{1,80}?)"


@dataclass(frozen=True, slots=True)
class _Wording:
    """One way to word a credit: what it makes of a name that is a news agency's, and of another."""

    pattern: re.Pattern[str]
    agency: CreditKind
    other: CreditKind | None


def _wording(pattern: str, agency: CreditKind, other: CreditKind | None) -> _Wording:
    return _Wording(re.compile(pattern, re.I | re.VERBOSE), agency, other)


WORDINGS = (
    _wording(
        rf"""(?:translat(?:ed|ion)(?:\ (?:from|into)\ (?:the\ )?[^\W\d_]+)?\ by:?|translat(?:ion|ors?):)\s*
        {NAME}""",
        "translator",
        "translator",
    ),
    _wording(
        rf"""(?:this\ \w+\ )?(?:(?:was|is|has\ been|were)\ )?(?:originally\ |first\ )*
        (?:(?:re-?)?published|re-?printed|re-?posted|reproduced|appeared|ran)(?:\ (?:here|originally|first))*
        \ (?:by|in|on|from|at|with\ (?:the\ )?permission\ (?:of|from)|courtesy\ of)
        \ {NAME}(?:\ (?:on|under|and\ is|with)\ .*)?""",
        "republished-from",
        "republished-from",
    ),
    _wording(rf"(?:source|via|agency|from)\s*:\s*(?:©\s*)?{NAME}", "agency", "republished-from"),
    _wording(rf"(?:©|\(c\)|copyright)[\s©]*(?:\d{{4}})?\s*{NAME}(?:\.?\s+all\ rights\ .*)?", "agency", None),
    _wording(
        rf"""(?:(?:with|additional)\ )?(?:inputs?|reporting|files?|material|contributions?)
        \ (?:from|by)\ {NAME}
        (?:\ (?:was|were)\ used\ .*)?""",
        "agency",
        None,
    ),
    _wording(rf"{NAME}\ contributed\ to\ this\ \w+", "agency", None),
)
AND = re.compile(r"\s*(?:,|/|&|;|\band\b)\s*")
DATELINES = (
    re.compile(r"[^\n()]{0,80}?\(([^\n()]{2,60})\)\s*(?:[—–―:]|--?)"),  # "ANVILLE, May 3 (AFP) -"
    re.compile(r"[^\n()—–―]{0,60}?[,/]\s*([^\n,/()—–―]{2,40}?)\s*(?:[—–―]|--?\s)"),  # "ANVILLE, May 3, AFP –"
)
AT_THE_END = re.compile(r"[.!?”\"’]\s*(?:\(([^()\n]{2,40})\)|[—–―]\s*([^\n—–―]{2,40}))\s*$")


def credits(text: str, *, within: Sequence[tuple[int, int]] | None = None) -> tuple[Credit, ...]:
    """Every credit of a text, or of the stretches given, line by line; each name and kind once."""
    found: dict[tuple[str, CreditKind], Credit] = {}
    for start, end in ((0, len(text)),) if within is None else within:
        for line in re.finditer(r"[^\r\n]+", text[start:end]):
            for kind, name, at, to in _of_line(line[0]):
                at, to = start + line.start() + at, start + line.start() + to
                found.setdefault(
                    (name, kind), Credit(name, (Evidence(None, "text", at, to, text[at:to]),), kind)
                )
    return tuple(found.values())


def is_credit_line(line: str) -> bool:
    """Whether a line is nothing but a credit: no dateline, no sentence of the report."""
    return bool(_credits_only(line))


def agency(words: str) -> str | None:
    """The news agency that these words are the name of."""
    bare = words.strip(FRAME + "©")
    known = _agencies()
    return known.get(bare) or (known.get(bare.casefold()) if len(bare) >= LEAST_FOLDED else None)


Found = tuple[CreditKind, str, int, int]  # kind, name, where it stands in the line


def _of_line(line: str) -> Iterator[Found]:
    whole = _credits_only(line)
    yield from whole or (*_dateline(line), *_at_the_end(line))


def _credits_only(line: str) -> tuple[Found, ...]:
    """The credits of a line that holds nothing else."""
    return _short(line) if len(line) <= LONGEST_LINE else ()


@lru_cache(maxsize=4096)  # every line of a text is asked about three times
def _short(line: str) -> tuple[Found, ...]:
    return tuple(_whole(line))


def _whole(line: str) -> Iterator[Found]:
    bare = line.strip(FRAME)
    shift = line.find(bare)
    for wording in WORDINGS:
        found = wording.pattern.fullmatch(bare)
        if found:
            yield from _named(wording, found["name"], shift + found.start("name"))
            return
    parts = tuple(_parts(bare, shift))
    if all(agency(part) for part, _ in parts):
        yield from (("agency", agency(part) or part, at, at + len(part)) for part, at in parts)


def _named(wording: _Wording, names: str, shift: int) -> Iterator[Found]:
    parts = tuple(_parts(names, shift))
    known = tuple((agency(part), part, at) for part, at in parts)
    if not any(name for name, _, _ in known) and wording.other != "translator":
        known = ((None, names, shift),)  # "The Anville and Borough Post" is one publisher
    for name, part, at in known:
        kind = wording.agency if name else wording.other
        if kind and not part[0].islower():
            yield kind, name or part, at, at + len(part)


def _parts(names: str, shift: int) -> Iterator[tuple[str, int]]:
    """The single names of a list, with where each begins."""
    at = 0
    for gap in (*AND.finditer(names), None):
        part = names[at : gap.start() if gap else len(names)]
        if part.strip(FRAME):
            yield part.strip(FRAME), shift + at + part.find(part.strip(FRAME))
        at = gap.end() if gap else at


def _dateline(line: str) -> Iterator[Found]:
    for found in filter(None, (pattern.match(line[:DATELINE_WITHIN]) for pattern in DATELINES)):
        for part, at in _parts(found[1], found.start(1)):
            name = agency(part)
            if name:
                yield "agency", name, at, at + len(part)


def _at_the_end(line: str) -> Iterator[Found]:
    found = AT_THE_END.search(line[-60:])
    if found:
        shift = max(0, len(line) - 60)
        group = 1 if found[1] else 2
        parts = tuple(_parts(found[group], shift + found.start(group)))
        if parts and all(agency(part) for part, _ in parts):
            yield from (("agency", agency(part) or part, at, at + len(part)) for part, at in parts)


@cache
def _agencies() -> dict[str, str]:
    table = tomllib.loads(files("onrecord.readers").joinpath("agencies.toml").read_text(encoding="utf-8"))
    known: dict[str, str] = {}
    for name, forms in table.items():
        for form in forms:
            known[form] = name
            if len(form) >= LEAST_FOLDED and not form.isupper():
                known[form.casefold()] = name
    return known
