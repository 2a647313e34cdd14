"""The words dates are made of, as the word list of a language gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """What each word of a date means; all words lower-cased."""

    months: Mapping[str, int]
    foreign_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    in_full: frozenset[str]
    doubtful: frozenset[str]
    papers: frozenset[str]
    names_before: frozenset[str]
    numbered: frozenset[str]
    events: Mapping[str, int]
    event_nouns: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    kinds: Mapping[str, str]
    units: Mapping[str, str]
    seasons: Mapping[str, int]
    holidays: Mapping[str, str]


@cache
def english_dates() -> DateWords:
    """The lists under [dates] in `en.toml`."""
    data = tables("en")["dates"]
    return DateWords(
        months=_numbered(data["months"], 1),
        foreign_months=_numbered(data["foreign_months"], 1),
        weekdays=_numbered(data["weekdays"], 0),
        in_full=frozenset(row[0] for row in data["months"] + data["weekdays"]),
        doubtful=frozenset(data["doubtful"]),
        papers=frozenset(data["papers"]),
        names_before=frozenset(data["names_before"]),
        numbered=frozenset(data["numbered"]),
        events=data["events"],
        event_nouns=frozenset(data["event_nouns"]),
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        kinds={word: kind for kind, words in data["kinds"].items() for word in words},
        units={word: unit for unit, words in data["units"].items() for word in words},
        seasons=data["seasons"],
        holidays=data["holidays"],
    )


def _numbered(names: list[list[str]], first: int) -> dict[str, int]:
    return {name: i for i, row in enumerate(names, first) for name in row}
