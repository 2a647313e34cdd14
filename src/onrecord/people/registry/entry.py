"""One entry of a list of people: who it is, under which names, in which offices and when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from onrecord.errors import UsageError
from onrecord.people.names import folded
from onrecord.people.nouns import nouns, singular
from onrecord.people.phrase import content_words
from onrecord.record import PartyKind

DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?$")
KINDS: tuple[str, ...] = get_args(PartyKind)


@dataclass(frozen=True, slots=True)
class Office:
    """A role and when it was held; None is open, "2019" is any day of that year."""

    role: str
    from_: str | None = None
    to: str | None = None

    @property
    def head(self) -> str:
        """The noun of the role: "leader" of "Supreme Leader of Iran"."""
        words = re.split(r"[\s,]+", self.role.strip())
        stop = next((i for i, w in enumerate(words) if i and w.lower() in nouns().prepositions), len(words))
        return singular(words[stop - 1])

    @property
    def words(self) -> frozenset[str]:
        """The words of the role that count."""
        return content_words(re.split(r"[\s,]+", self.role))

    def held_on(self, day: str | None) -> bool:
        """Whether it can have been held on a day or in a month or year; when the day is unknown, always."""
        if day is None:
            return True
        began = self.from_ is None or self.from_[: len(day)] <= day[: len(self.from_)]
        ended = self.to is not None and self.to[: len(day)] < day[: len(self.to)]
        return began and not ended


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody on the list; `place` is where messages say it stands."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: PartyKind = "person"
    ids: tuple[tuple[str, str], ...] = ()  # ("wikidata", "Q42")
    offices: tuple[Office, ...] = ()

    @property
    def forms(self) -> frozenset[tuple[str, ...]]:
        """Every name of it by its words."""
        return frozenset(folded(name) for name in (self.name, *self.aliases)) - {()}


def kind_of(value: object, where: str) -> PartyKind:
    """A kind as a list gives it; a person where it gives none."""
    if value in (None, ""):
        return "person"
    if value not in KINDS:
        raise UsageError(f"{where}: kind {value!r}; write one of {', '.join(KINDS)}")
    return value  # type: ignore[return-value]  # one of KINDS


def date_of(value: object, where: str) -> str | None:
    """A date as a list gives it."""
    if value in (None, ""):
        return None
    if not DATE.fullmatch(str(value)):
        raise UsageError(f"{where}: date {str(value)!r}; write 2023-10-17, 2023-10 or 2023")
    return str(value)


def name_of(value: object, where: str) -> str:
    """A name, which every entry has."""
    if not isinstance(value, str) or not folded(value):
        raise UsageError(f"{where}: no name; every entry needs one")
    return " ".join(value.split())


def texts(values: object, where: str) -> tuple[str, ...]:
    """A list of names."""
    if isinstance(values, str):
        values = [values]
    if not isinstance(values, Iterable) or not all(isinstance(v, str) for v in values):
        raise UsageError(f'{where}: aliases are a list of names, as in ["A. Bell", "Bell"]')
    return tuple(" ".join(v.split()) for v in values if v.strip())
