"""Several days of one month: "May 3-5", "from 3 to 5 May", "on May 3 and 4", "3 and 4 May"."""

from onrecord.dates.calendar import real
from onrecord.dates.expression import Calendar, Expression, Says, Span
from onrecord.dates.grammar.calendar import LEAP, LIST, MON, counts, year_behind
from onrecord.dates.grammar.cut import Cut, Rule


def day_before_another(cut: Cut) -> Says | None:
    """The first of "3 and 5 May": the month stands with the second."""
    code, i = cut.words, cut.last
    while code.kind(i) in ("AND", "OR", "COMMA", "DAY", "ORD", "TO", "THE", "OF") and i - cut.last < 6:
        i += 1
    if code.kind(i) != "MONTH":
        return None
    day, month = cut.one("DAY", "ORD"), code.word(i).value
    at = i + 2 if code.kind(i + 1) == "COMMA" else i + 1
    year = code.word(at).value if code.kind(at) == "YEAR" else None
    return Calendar(year, month, day) if real(year or LEAP, month, day) else None


def day_behind_another(cut: Cut) -> Says | None:
    """The second of "May 3 and 4": the month stands with the first."""
    at = cut.first - 1
    while cut.words.kind(at) in ("AND", "COMMA", "OR", "DAY", "DOT") and cut.first - at < LIST:
        at -= 1
    days = [i for i in range(at, cut.first) if cut.words.kind(i) == "DAY"]
    if cut.words.kind(at) != "MONTH" or not days or cut.after() in ("X", "UNIT", "COUNTED", "CARD", "HYPHEN"):
        return None
    year, month, day = cut.one("YEAR"), cut.words.word(at).value, cut.one("DAY")
    year = year or year_behind(cut)
    rising = cut.words.word(days[-1]).value < day
    return Calendar(year, month, day) if rising and real(year or LEAP, month, day) else None


def day_after_another(cut: Cut) -> Says | None:
    """The second of "May 3 and 5": the month stands with the first."""
    days, month, year = cut.all("DAY", "ORD"), cut.one("MONTH"), cut.one("YEAR")
    if not all(real(year or LEAP, month, day) for day in days) or days[0] >= days[1] or counts(cut, year):
        return None
    return span(cut, Calendar(year, month, days[0]), Calendar(year, month, days[1]))


def pair_of_days(cut: Cut) -> Says | None:
    """ "3-5 May", "May 3-5, 2021": from day to day."""
    first, last = cut.one("PAIR")
    month, year = cut.one("MONTH"), cut.one("YEAR")
    if not real(year or LEAP, month, first) or not real(year or LEAP, month, last):
        return None
    return span(cut, Calendar(year, month, first), Calendar(year, month, last))


def two_days(cut: Cut) -> Says | None:
    """ "From 3 to 5 May", "between 3 and 5 May": from day to day."""
    days = cut.all("DAY", "ORD")
    month, year = cut.one("MONTH"), cut.one("YEAR")
    if not all(real(year or LEAP, month, day) for day in days):
        return None
    return span(cut, Calendar(year, month, days[0]), Calendar(year, month, days[1]))


def span(cut: Cut, first: Says, last: Says) -> Span:
    start, end = cut.words.places[cut.first][0], cut.words.places[cut.last - 1][1]
    return Span(Expression(start, end, first), Expression(start, end, last))


PAIRS = (
    Rule(f"PAIR OF? {MON} (COMMA? YEAR)?", pair_of_days),
    Rule(f"{MON} PAIR (COMMA? YEAR)?", pair_of_days),
    Rule(f"(DAY|ORD) (TO|UNTIL|HYPHEN) THE? (DAY|ORD) OF? {MON} (COMMA? YEAR)?", two_days),
    Rule(f"BETWEEN THE? (DAY|ORD) AND THE? (DAY|ORD) OF? {MON} (COMMA? YEAR)?", two_days),
    Rule(f"{MON} (DAY|ORD) (TO|UNTIL|HYPHEN) (DAY|ORD) (COMMA? YEAR)?", day_after_another),
)
SINGLES = (
    Rule("(DAY|ORD)(?= (COMMA|AND|OR|TO|DAY|ORD|THE|OF){1,6} MONTH)", day_before_another),
    Rule("DAY (COMMA? YEAR)?", day_behind_another),
)
