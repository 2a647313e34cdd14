"""The phrases that tell a zone, read once from `lang/zones.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """Patterns for lines that are not the report, and the lists the rules look words up in."""

    furniture: re.Pattern[str]
    editors_note: re.Pattern[str]
    furniture_anywhere: re.Pattern[str]
    furniture_whole: frozenset[str]
    contact: re.Pattern[str]
    credit: re.Pattern[str]
    credit_end: re.Pattern[str]
    caption: re.Pattern[str]
    picture_agency: re.Pattern[str]
    picture_only: frozenset[str]
    shown: re.Pattern[str]
    in_name: frozenset[str]
    finite: frozenset[str]
    relative: frozenset[str]
    city_colon: re.Pattern[str]
    stamp: re.Pattern[str]
    small: frozenset[str]
    headline_verbs: frozenset[str]


@cache
def zone_words() -> ZoneWords:
    """The lists of `zones.toml`, as patterns."""
    data: dict[str, dict[str, list[str]]] = tables("zones")
    furniture, caption, title = data["furniture"], data["caption"], data["title"]
    agencies = _any(caption["agencies"])
    return ZoneWords(
        furniture=_compiled(rf"[\W_]*(?:{_any(furniture['starts'])})(?!\w)"),
        editors_note=_compiled(rf"[\W_]*(?:{_any(furniture['notes'])})(?![^\W\d])"),
        furniture_anywhere=_compiled(_any(furniture["anywhere"])),
        furniture_whole=frozenset(furniture["whole"]),
        contact=_compiled(rf"\W*(?:{_any(furniture['contacts'])})"),
        credit=_compiled(rf"[\W_]*(?:{_any(data['credit']['starts'])})(?!\w)"),
        credit_end=_compiled(rf"(?:{_any(data['credit']['ends'])})\W*\Z"),
        caption=_compiled(_any(caption["starts"])),
        picture_agency=_compiled(rf"(?:/|via\s+|\b)(?:{agencies})\W*\Z"),
        picture_only=frozenset(caption["picture_only"]),
        shown=re.compile(rf"(?:{_any(caption['shown'])})\b"),
        in_name=frozenset(caption["in_name"]),
        finite=frozenset(caption["finite"]),
        relative=frozenset(caption["relative"]),
        city_colon=_compiled(rf"(?:{_any(data['dateline']['cities'])}):\s+"),
        stamp=_compiled(rf"\W*(?:{_any(data['dateline']['stamps'])})\b\W*(?:on|at)?\W*"),
        small=frozenset(title["small"]),
        headline_verbs=frozenset(title["verbs"]),
    )


def _any(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
