"""Countries, their capitals and the words for their people, read once from `lang/places.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Names of countries by every word for them; what short names stand for."""

    countries: Mapping[str, str]  # "Iran", "Islamic Republic of Iran" -> "Iran"
    capitals: Mapping[str, str]  # "Tehran" -> "Iran"
    demonyms: Mapping[str, str]  # "iranian", "iranians" -> "Iran"
    states: Mapping[str, str]  # "Wis" -> "wisconsin"
    abbreviations: Mapping[str, str]
    written_out: Mapping[str, str]  # those of them whose long form is the name


@cache
def places() -> Places:
    """The file's tables."""
    data = tables("places")
    rows = [(*row, "")[:4] for row in data["countries"]]
    demonyms = {d.lower(): name for name, _, people, _ in rows for d in people.split("|")}
    return Places(
        countries={n: row[0] for row in rows for n in (row[0], *row[3].split("|")) if n},
        capitals={row[1]: row[0] for row in rows if row[1] and row[1] != row[0]},
        demonyms=demonyms | {d + "s": name for d, name in demonyms.items()},
        states={short: name.lower() for name, shorts in data["states"] for short in shorts.split("|")},
        abbreviations=data["abbreviations"] | data["written_out"],
        written_out=data["written_out"],
    )


def country_of(word: str) -> str | None:
    """The country that a name, a capital or a word for its people belongs to."""
    known = places()
    return known.countries.get(word) or known.demonyms.get(word.lower()) or known.capitals.get(word)
