"""What a date expression says, before anybody asks which day that is: "last Friday", "a week later"."""

from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["hour", "day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century"]
Tense = Literal["past", "present", "future"]
Edge = Literal["early", "mid", "late", "start", "end", "earlier", "later"]  # "earlier this week": up to now
Bound = Literal["since", "until", "by", "before", "after"]
Of = Literal[
    "now", "then", "event"
]  # counted from the anchor, the date before it, or an event named beside it


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar shows: a year, month, day and weekday, each where it is said: "Tuesday, October 17"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    which: int = 0  # "last September" -1, "next September" +1
    other: "Calendar | None" = None  # the second reading of 10/11/2023
    years: int | None = None  # "October last year": the anchor's year and this many
    week: Literal["around", "from", "to"] | None = None  # "the week of October 9", "beginning", "ending"
    event: int | None = None  # the year of what is known by its day: "the Sept. 11 attacks"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "Tuesday", "last Friday", "Monday of next week"."""

    day: int
    which: Literal["last", "this", "next"] | None = None
    week: int | None = None  # of the week before (-1), of this one (0), of the next (+1)
    of: Of = "now"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year, or a run of years, by its name: a quarter, half, season, decade or century."""

    kind: Literal["quarter", "half", "season", "decade", "century"]
    number: int | None  # seasons: 1 is spring; decades: their first year; None: "the quarter"
    year: int | None = None
    years: int | None = None  # "last year's third quarter": the anchor's year and this many
    which: int | None = None  # "last summer" -1, "this summer" 0, "next summer" +1


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday that falls by rule: "Christmas Day", "Thanksgiving 2019"."""

    name: str
    year: int | None = None
    which: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """A count of units away: "yesterday", "three weeks ago", "two days later", "days after"."""

    count: int | None  # with its sign; None: "days ago", and `sign` says which way
    unit: Unit
    of: Of = "now"
    sign: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole unit of the calendar: "last week", "this month", "the previous day", "the same year"."""

    unit: Unit
    shift: int
    of: Of = "now"
    the: bool = False  # nothing says which one: "the weekend", "the quarter"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some time up to now or from now on: "the past two days", "in recent weeks", "within 24 hours"."""

    count: int | None
    unit: Unit
    sign: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another: "from Monday to Thursday", "between 3 and 5 May"."""

    first: "Expression"
    last: "Expression"


@dataclass(frozen=True, slots=True)
class Recurrent:
    """Again and again: "every Friday", "daily"; no single day."""

    unit: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Somewhere in the past, about now, or some day: "recently", "now", "in the near future"."""

    tense: Tense


Says = Calendar | Weekday | Part | Holiday | Shift | Whole | Stretch | Span | Recurrent | Vague


@dataclass(frozen=True, slots=True)
class Expression:
    """The words of a date and what they say; `start` and `end` leave the preposition before it out."""

    start: int
    end: int
    says: Says
    edge: Edge | None = None
    part: str | None = None  # "morning", "night", "5 p.m."
    bound: Bound | None = None  # "since September", "by Friday"

    @property
    def anaphoric(self) -> bool:
        """Whether it is counted from the date before it: "the next day", "two weeks later"."""
        return isinstance(self.says, Shift | Whole | Weekday) and self.says.of == "then"

    @property
    def of_event(self) -> bool:
        """Whether it is counted from something that happened: "days after the vote", "on the eve of"."""
        return isinstance(self.says, Shift | Whole) and self.says.of == "event"

    @property
    def parts(self) -> "tuple[Expression, ...]":
        """The dates in it: both ends of a span, else itself."""
        if isinstance(self.says, Span):
            return (*self.says.first.parts, *self.says.last.parts)
        return (self,)

    def moved(self, start: int, end: int) -> "Expression":
        """The same with other ends."""
        return replace(self, start=start, end=end)
