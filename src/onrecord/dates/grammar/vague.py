"""What names no single day: "now", "recently", "every Friday", "daily"."""

from onrecord.dates.expression import Recurrent, Says, Vague
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.which import CLAUSE_ENDS


def recurs(cut: Cut) -> Says | None:
    """Daily, on Mondays; not the "Harbour Weekly"."""
    named = cut.printed_before()[:1].isupper() and cut.words.printed(cut.first).lower().endswith("ly")
    return None if named else every(cut)


def every(cut: Cut) -> Says | None:
    return Recurrent(cut.words.printed(cut.last - 1).lower())


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


RULES = (
    Rule("EVERY X WEEKDAY", every),
    Rule("EVERY ORD? (UNIT|WEEKDAY|PARTOF|SEASON|MONTH)", every),
    Rule("RECURS", recurs),
    Rule("NOW", now),
    Rule("NOT LONG AGO", long_ago),
    Rule("LONG AGO", long_ago),
    Rule("THE? RECENT PAST", long_ago),
    Rule("RECENTLY", long_ago),
    Rule("THE PAST", the_past),
    Rule("THE X? FUTURE", future),
)
