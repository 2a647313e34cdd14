"""Dates counted from another: "yesterday", "two days later", "last week", "the past two years", "daily"."""

from typing import Literal, cast

from onrecord.dates.expression import Of, Recurrent, Says, Shift, Stretch, Unit, Vague, Weekday, Whole
from onrecord.dates.grammar.calendar import WHICH
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import COUNT, counted
from onrecord.lang.dates import english_dates

NAMED_DAYS = {"TODAY": 0, "TONIGHT": 0, "YESTERDAY": -1, "TOMORROW": 1}
WHOLE = {**WHICH, "CURRENT": 0, "LATEST": -1, "PREVIOUS": -1, "FOLLOWING": 1, "SAME": 0, "THAT": 0}
THEN = frozenset(("PREVIOUS", "FOLLOWING", "SAME", "THAT"))  # counted from the date spoken of
BACK = frozenset(("AGO", "EARLIER", "BEFORE"))
HALVES: dict[str, tuple[Unit, int]] = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
}
AHEAD = frozenset(("LATER", "AFTER", "HENCE"))
CLAUSE_ENDS = frozenset(("BREAK", "COMMA", "DOT", "CLOSE", "AND"))
LEADS_STRETCH = frozenset(("IN", "OVER", "DURING", "FOR", "SINCE", "BY", "FROM", "OF"))


def now(_: Cut) -> Says | None:
    return Vague("present")


def long_ago(_: Cut) -> Says | None:
    return Vague("past")


def future(_: Cut) -> Says | None:
    return Vague("future")


def the_past(cut: Cut) -> Says | None:
    """ "In the past"; not "the past two seasons"."""
    led = cut.after() == "X" and cut.before() == "IN"
    return Vague("past") if led or cut.after() in CLAUSE_ENDS else None


WHICH_OF = "(LAST|PAST|THIS|NEXT|COMING|PREVIOUS|FOLLOWING|CURRENT|LATEST|SAME|THAT)"
RULES = (
    Rule("EVERY X WEEKDAY", every),
    Rule("EVERY ORD? (UNIT|WEEKDAY|PARTOF|SEASON|MONTH)", every),
    Rule("RECURS", every),
    Rule("THE UNIT (BEFORE YESTERDAY|AFTER TOMORROW)", named_day),
    Rule(f"{COUNT} (OR SO|OR CARD)? UNIT (OR SO|OR CARD)? AGO TODAY?", shift),
    Rule(f"{COUNT} (OR SO)? UNIT (OR SO)? (EARLIER|LATER|BEFORE|AFTER|HENCE)", shift),
    Rule("HALF (A|HYPHEN)? UNIT (AGO|EARLIER|LATER)", half_shift),
    Rule("A? UNIT (HYPHEN|OF A) UNIT (AGO|EARLIER|LATER)", half_shift),
    Rule(f"{COUNT} UNIT AND A HALF (AGO|EARLIER|LATER)", half_shift),
    Rule(f"{COUNT} AND A HALF UNIT (AGO|EARLIER|LATER)", half_shift),
    Rule(f"{COUNT} UNIT FROM (NOW|TODAY)", shift),
    Rule(f"{COUNT} UNIT FROM WEEKDAY", from_weekday),
    Rule("UNIT (AGO|LATER|EARLIER|BEFORE|AFTER)", plural_shift),
    Rule("THE? SAME? UNIT HYPHEN (AGO|EARLIER) ((ORD HYPHEN?)? UNIT|PERIOD)?", hyphened),
    Rule("THE? EVE OF", eve),
    Rule("THE UNIT (BEFORE|AFTER)", eve),
    Rule(f"(THE|THIS)? (LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING) {COUNT} UNIT", stretch),
    Rule(f"WITHIN (THE (NEXT|COMING)?)? {COUNT} UNIT", stretch),
    Rule("THE? (RECENT|COMING|NEXT|PAST|LAST|FOLLOWING|PREVIOUS) UNIT (AND UNIT)?", open_stretch),
    Rule("(TODAY|YESTERDAY|TOMORROW|TONIGHT|OVERNIGHT)", named_day),
    Rule("THE? (LAST|THIS|NEXT|FOLLOWING|PREVIOUS|SAME|THAT) SAME? PARTOF", part_of_day),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF}? WEEKDAY DOT? (OF|IN)? {WHICH_OF} UNIT", weekday),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF} WEEKDAY", weekday),
    Rule("WEEKDAY", weekday),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF} FISCAL? UNIT", whole),
    Rule("UNIT (HYPHEN|POSS)? END", unit_end),
    Rule("THE LATEST PERIOD", latest_period),
    Rule("THE UNIT", the_unit),
    Rule("NOW", now),
    Rule("NOT LONG AGO", long_ago),
    Rule("LONG AGO", long_ago),
    Rule("THE? RECENT PAST", long_ago),
    Rule("RECENTLY", long_ago),
    Rule("THE PAST", the_past),
    Rule("THE X? FUTURE", future),
)
